using AgencyPlatform.Data.Due;
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
    private readonly List<SqliteStatement> statements = [];

    private readonly SqliteStatement insertState, updateState, clearState, command, forgetCommand, timeline, caseRow, caseTouched, caseTerm;
    private readonly SqliteStatement accountRow, clientRow, text, outgoing, claim, arm, disarm, audit;
    private readonly SqliteStatement firing, notification, plan, endpoint, subscription, inboxDone;

    public SqliteGrainWrites(SqliteConnection connection)
    {
        this.connection = connection;
        insertState = Prepare("INSERT INTO grain_state VALUES (?1,?2,?3,?4,?5) ON CONFLICT DO NOTHING");
        updateState = Prepare("UPDATE grain_state SET version=?4, data=?5 WHERE tenant=?1 AND kind=?2 AND id=?3 AND version=?6");
        clearState = Prepare("DELETE FROM grain_state WHERE tenant=?1 AND kind=?2 AND id=?3 AND version=?4");
        command = Prepare("INSERT INTO command VALUES (?1,?2,?3,?4,?5,?6,?7) ON CONFLICT DO NOTHING");
        forgetCommand = Prepare("DELETE FROM command WHERE tenant=?1 AND grain=?2 AND command_id=?3");
        timeline = Prepare("INSERT INTO timeline VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12)");
        caseRow = Prepare("""
            INSERT INTO case_row (tenant, case_id, number, client_id, account_id, enforcement_id, category_id, kind, desk, stage, is_open, due_at, next_action,
              outcome, attempts, amazon_reference, terms, opened_at, updated_at, priority, due_metric, is_breached, paused_by)
            VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21,?22,?23)
            ON CONFLICT (tenant, case_id) DO UPDATE SET category_id=?7, kind=?8, desk=?9, stage=?10, is_open=?11, due_at=?12, next_action=?13,
              outcome=?14, attempts=?15, amazon_reference=?16, terms=?17, updated_at=?19, priority=?20, due_metric=?21, is_breached=?22, paused_by=?23
            """);
        caseTouched = Prepare("UPDATE case_row SET updated_at=?3 WHERE tenant=?1 AND case_id=?2");
        caseTerm = Prepare("INSERT INTO case_term VALUES (?1,?2,?3) ON CONFLICT DO NOTHING");
        accountRow = Prepare("""
            INSERT INTO account_row VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9)
            ON CONFLICT (tenant, account_id) DO UPDATE SET name=?5, seller_id=?6, marketplaces=?7, time_zone=?8, status=?9
            """);
        clientRow = Prepare("""
            INSERT INTO client_row VALUES (?1,?2,?3,?4,?5)
            ON CONFLICT (tenant, client_id) DO UPDATE SET name=?3, contact_email=?4, language=?5
            """);
        text = Prepare("INSERT INTO case_text VALUES (?1,?2,?3,?4,?5) ON CONFLICT DO NOTHING");
        outgoing = Prepare("INSERT INTO outbox (tenant, grain, version, ordinal, kind, payload, next_at) VALUES (?1,?2,?3,?4,?5,?6,?7)");
        claim = Prepare("INSERT INTO claim VALUES (?1,?2,?3,?4) ON CONFLICT DO UPDATE SET owner=owner WHERE owner=excluded.owner");
        arm = Prepare("""
            INSERT INTO due (tenant, case_id, clock, due_at) VALUES (?1,?2,?3,?4)
            ON CONFLICT (tenant, case_id, clock) DO UPDATE SET due_at=?4, claimed_by=NULL, claimed_until=NULL, attempts=0
            """);
        disarm = Prepare("DELETE FROM due WHERE tenant=?1 AND case_id=?2 AND clock=?3");
        audit = Prepare("INSERT INTO audit VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11)");
        firing = Prepare("INSERT INTO firing VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9)");
        notification = Prepare("INSERT INTO notification (tenant, member, id, kind, case_id, at, deliver_at, data) VALUES (?1,?2,?3,?4,?5,?6,?7,?8) ON CONFLICT DO NOTHING");
        plan = Prepare("INSERT INTO sla_plan VALUES (?1,?2,?3,?4,?5) ON CONFLICT DO NOTHING");
        endpoint = Prepare("""
            INSERT INTO webhook_endpoint VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13)
            ON CONFLICT (tenant, endpoint_id) DO UPDATE SET name=?4, state=?6, secrets=?7, accepted=?9, duplicates=?10, rejected=?11, last_accepted_at=?12, last_rejected_at=?13
            """);
        subscription = Prepare("INSERT INTO amazon_subscription VALUES (?1,?2,?3,?4) ON CONFLICT DO NOTHING");
        inboxDone = Prepare("UPDATE inbox SET state='done', reason=NULL, done_at=?3, case_id=coalesce(?4, case_id), account_id=coalesce(?5, account_id) WHERE tenant=?1 AND id=?2");
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
                    r.DueAt is { } due ? Ms(due) : null, r.NextAction, r.Outcome, r.Attempts, r.AmazonReference, r.Terms, Ms(r.OpenedAt), Ms(r.UpdatedAt),
                    r.Priority, r.DueMetric, r.IsBreached, r.PausedBy);
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
                arm.Run(w.Tenant, a.CaseId, a.Clock, Ms(DueRows.Held(a.DueAt)));
                break;
            case Effect.DisarmClock d:
                disarm.Run(w.Tenant, d.CaseId, d.Clock);
                break;
            case Effect.AuditRow a:
                audit.Run(w.Tenant, w.Grain, w.Version, ordinal, a.Action, a.Target, Ms(a.At), a.Actor.Kind, a.Actor.Id, a.Actor.OnBehalfOf, a.Data);
                break;
            case Effect.FiringRow f:
                firing.Run(w.Tenant, f.CaseId, f.Clock, f.Cycle, f.Kind, f.Step, Ms(f.DueAt), Ms(f.FiredAt), f.IsLate);
                break;
            case Effect.Notification n:
                notification.Run(w.Tenant, n.Member, n.Id, n.Kind, n.CaseId, Ms(n.At), Ms(n.DeliverAt), n.Data);
                break;
            case Effect.PlanKept p:
                plan.Run(w.Tenant, p.Hash, p.Version, Ms(p.At), p.Content);
                break;
            case Effect.EndpointRow { Row: var r }:
                endpoint.Run(w.Tenant, r.EndpointId, r.Kind, r.Name, r.AccountId, r.State, r.Secrets, Ms(r.CreatedAt), r.Accepted, r.Duplicates, r.Rejected,
                    r.LastAcceptedAt is { } accepted ? Ms(accepted) : null, r.LastRejectedAt is { } rejected ? Ms(rejected) : null);
                break;
            case Effect.SubscriptionRow s:
                subscription.Run(w.Tenant, s.SubscriptionId, s.AccountId, s.NotificationType);
                break;
            case Effect.InboxDone d:
                inboxDone.Run(w.Tenant, d.InboxId, Ms(d.At), d.CaseId, d.AccountId);
                break;
            case Effect.CommandReply:
                break;
            default:
                throw new InvalidOperationException($"No storage for the effect {effect.GetType().Name}.");
        }
    }

    public void Dispose()
    {
        foreach (var statement in statements) { statement.Dispose(); }
    }

    private static long Ms(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    private SqliteStatement Prepare(string sql)
    {
        var prepared = new SqliteStatement(connection, sql);
        statements.Add(prepared);
        return prepared;
    }
}
