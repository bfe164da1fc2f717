using AgencyPlatform.Grains.Effects;
using Microsoft.Data.Sqlite;

namespace AgencyPlatform.Data.Storage;

/// <summary>
/// Carries out grain writes on the writer's connection with prepared statements. Both refusals (command known, version moved)
/// are found before anything else of the write is done.
/// </summary>
internal sealed class SqliteGrainWrites : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly List<SqliteCommand> commands = [];

    private readonly Statement insertState, updateState, clearState, command, forgetCommand, timeline, caseRow, caseTouched, caseTerm;
    private readonly Statement accountRow, clientRow, text, outgoing, claim, arm, disarm, audit;

    public SqliteGrainWrites(SqliteConnection connection)
    {
        this.connection = connection;
        insertState = Prepare("INSERT INTO grain_state VALUES ($0,$1,$2,$3,$4) ON CONFLICT DO NOTHING");
        updateState = Prepare("UPDATE grain_state SET version=$3, data=$4 WHERE tenant=$0 AND kind=$1 AND id=$2 AND version=$5");
        clearState = Prepare("DELETE FROM grain_state WHERE tenant=$0 AND kind=$1 AND id=$2 AND version=$3");
        command = Prepare("INSERT INTO command VALUES ($0,$1,$2,$3,$4,$5,$6) ON CONFLICT DO NOTHING");
        forgetCommand = Prepare("DELETE FROM command WHERE tenant=$0 AND grain=$1 AND command_id=$2");
        timeline = Prepare("INSERT INTO timeline VALUES ($0,$1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)");
        caseRow = Prepare("""
            INSERT INTO case_row VALUES ($0,$1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18)
            ON CONFLICT (tenant, case_id) DO UPDATE SET category_id=$6, kind=$7, desk=$8, stage=$9, is_open=$10, due_at=$11, next_action=$12,
              outcome=$13, attempts=$14, amazon_reference=$15, terms=$16, updated_at=$18
            """);
        caseTouched = Prepare("UPDATE case_row SET updated_at=$2 WHERE tenant=$0 AND case_id=$1");
        caseTerm = Prepare("INSERT INTO case_term VALUES ($0,$1,$2) ON CONFLICT DO NOTHING");
        accountRow = Prepare("""
            INSERT INTO account_row VALUES ($0,$1,$2,$3,$4,$5,$6,$7,$8)
            ON CONFLICT (tenant, account_id) DO UPDATE SET name=$4, seller_id=$5, marketplaces=$6, time_zone=$7, status=$8
            """);
        clientRow = Prepare("""
            INSERT INTO client_row VALUES ($0,$1,$2,$3,$4)
            ON CONFLICT (tenant, client_id) DO UPDATE SET name=$2, contact_email=$3, language=$4
            """);
        text = Prepare("INSERT INTO case_text VALUES ($0,$1,$2,$3,$4) ON CONFLICT DO NOTHING");
        outgoing = Prepare("INSERT INTO outbox (tenant, grain, version, ordinal, kind, payload, next_at) VALUES ($0,$1,$2,$3,$4,$5,$6)");
        claim = Prepare("INSERT INTO claim VALUES ($0,$1,$2,$3) ON CONFLICT DO UPDATE SET owner=owner WHERE owner=excluded.owner");
        arm = Prepare("""
            INSERT INTO due (tenant, case_id, clock, due_at) VALUES ($0,$1,$2,$3)
            ON CONFLICT (tenant, case_id, clock) DO UPDATE SET due_at=$3, claimed_by=NULL, claimed_until=NULL, attempts=0
            """);
        disarm = Prepare("DELETE FROM due WHERE tenant=$0 AND case_id=$1 AND clock=$2");
        audit = Prepare("INSERT INTO audit VALUES ($0,$1,$2,$3,$4,$5,$6,$7,$8,$9,$10)");
    }

    /// <summary>The transaction of the batch under way.</summary>
    public SqliteTransaction? Transaction
    {
        set { foreach (var c in commands) { c.Transaction = value; } }
    }

    public WriteOutcome Apply(GrainWrite write)
    {
        var reply = write.Effects.OfType<Effect.CommandReply>().FirstOrDefault();
        if (reply is not null
            && command.Run(write.Tenant, write.Grain, reply.CommandId, write.Version, Ms(reply.At), reply.Fingerprint, reply.Reply) == 0)
        {
            return WriteOutcome.DuplicateCommand;
        }

        if (StateRow(write) == 0)
        {
            if (reply is not null) { forgetCommand.Run(write.Tenant, write.Grain, reply.CommandId); }
            return WriteOutcome.VersionConflict;
        }

        Carry(write, reply?.CommandId);
        return WriteOutcome.Committed;
    }

    /// <summary>Carries out a write's effects without its record.</summary>
    public void Carry(GrainWrite write, string? commandId = null)
    {
        for (var ordinal = 0; ordinal < write.Effects.Count; ordinal++) { Carry(write, ordinal, write.Effects[ordinal], commandId); }
    }

    private int StateRow(GrainWrite w) => w switch
    {
        { Data: null } => clearState.Run(w.Tenant, w.Kind, w.Id, w.Expected),
        { Expected: 0 } => insertState.Run(w.Tenant, w.Kind, w.Id, w.Version, w.Data),
        _ => updateState.Run(w.Tenant, w.Kind, w.Id, w.Version, w.Data, w.Expected),
    };

    private void Carry(GrainWrite w, int ordinal, Effect effect, string? commandId)
    {
        switch (effect)
        {
            case Effect.TimelineRow t:
                timeline.Run(w.Tenant, t.Stream, w.Version, ordinal, commandId ?? "", t.Type, Ms(t.OccurredAt), Ms(t.RecordedAt), t.Actor.Kind, t.Actor.Id, t.Actor.OnBehalfOf, t.Data);
                break;
            case Effect.CaseRow { Row: var r }:
                caseRow.Run(w.Tenant, r.CaseId, r.Number, r.ClientId, r.AccountId, r.EnforcementId, r.CategoryId, r.Kind, r.Desk, r.Stage, r.IsOpen,
                    r.DueAt is { } due ? Ms(due) : null, r.NextAction, r.Outcome, r.Attempts, r.AmazonReference, r.Terms, Ms(r.OpenedAt), Ms(r.UpdatedAt));
                break;
            case Effect.CaseTouched t:
                caseTouched.Run(w.Tenant, t.CaseId, Ms(t.At));
                break;
            case Effect.SearchTerms s:
                foreach (var term in s.Terms) { caseTerm.Run(w.Tenant, term, s.CaseId); }
                break;
            case Effect.AccountRow { Row: var r }:
                accountRow.Run(w.Tenant, r.AccountId, r.Number, r.ClientId, r.Name, r.SellerId, r.Marketplaces, r.TimeZone, r.Status);
                break;
            case Effect.ClientRow { Row: var r }:
                clientRow.Run(w.Tenant, r.ClientId, r.Name, r.ContactEmail, r.Language);
                break;
            case Effect.TextKept t:
                text.Run(w.Tenant, t.Hash, t.CaseId, t.Kind, t.Text);
                break;
            case Effect.Outgoing o:
                outgoing.Run(w.Tenant, w.Grain, w.Version, ordinal, o.Kind, o.Payload, Ms(o.NotBefore));
                break;
            case Effect.Claim c:
                if (claim.Run(w.Tenant, c.Scope, c.Key, c.Owner) == 0)
                {
                    throw new SqliteException($"Claim {c.Scope} is taken.", SQLitePCL.raw.SQLITE_CONSTRAINT);
                }

                break;
            case Effect.ArmClock a:
                arm.Run(w.Tenant, a.CaseId, a.Clock, Ms(a.DueAt));
                break;
            case Effect.DisarmClock d:
                disarm.Run(w.Tenant, d.CaseId, d.Clock);
                break;
            case Effect.AuditRow a:
                audit.Run(w.Tenant, w.Grain, w.Version, ordinal, a.Action, a.Target, Ms(a.At), a.Actor.Kind, a.Actor.Id, a.Actor.OnBehalfOf, a.Data);
                break;
            case Effect.CommandReply:
                break;
            default:
                throw new InvalidOperationException($"No storage for the effect {effect.GetType().Name}.");
        }
    }

    public void Dispose()
    {
        foreach (var c in commands) { c.Dispose(); }
    }

    private static long Ms(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    private Statement Prepare(string sql)
    {
        var prepared = connection.CreateCommand();
        prepared.CommandText = sql;
        commands.Add(prepared);
        return new Statement(prepared);
    }

    /// <summary>A prepared statement with parameters <c>$0</c>, <c>$1</c> … in the order of the arguments.</summary>
    private sealed class Statement(SqliteCommand prepared)
    {
        public int Run(params ReadOnlySpan<object?> values)
        {
            if (prepared.Parameters.Count == 0)
            {
                for (var i = 0; i < values.Length; i++) { prepared.Parameters.Add(new SqliteParameter($"${i}", null)); }
            }

            for (var i = 0; i < values.Length; i++) { prepared.Parameters[i].Value = values[i] ?? DBNull.Value; }
            return prepared.ExecuteNonQuery();
        }
    }
}
