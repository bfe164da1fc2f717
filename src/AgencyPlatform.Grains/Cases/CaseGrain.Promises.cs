using System.Security.Cryptography;
using System.Text;
using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Grains.Effects;
using AgencyPlatform.Grains.Sla;
using NodaTime;

namespace AgencyPlatform.Grains.Cases;

/// <summary>The case's clocks: what starts and stops them, what they do when they are due, why they are due then.</summary>
internal sealed partial class CaseGrain
{
    /// <summary>Older than this, a command tells history.</summary>
    private static readonly TimeSpan History = TimeSpan.FromMinutes(1);

    private static readonly string Tzdb = DateTimeZoneProviders.Tzdb.VersionId;

    public Task<CaseReply> SetPriority(SetPriority command, CancellationToken cancellationToken) =>
        Run(command, (c, context) => Wire.TryRead<CasePriority>(command.Priority, out var priority)
            ? CaseRules.SetPriority(c, priority, command.Reason, context)
            : Decision<CaseEvent>.No("case.priority-invalid", ("priority", command.Priority)), cancellationToken);

    public Task<CaseReply> RecordMessage(RecordMessage command, CancellationToken cancellationToken)
    {
        if (!Wire.TryRead<MessageDirection>(command.Direction, out var direction)) { return Task.FromResult(No("message.direction-invalid", ("direction", command.Direction))); }
        if (!Wire.TryRead<MessageKind>(command.Kind, out var kind)) { return Task.FromResult(No("message.kind-invalid", ("kind", command.Kind))); }
        var hash = command.Text is { Length: > 0 } text ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) : null;
        var message = new CaseMessage
        {
            Id = command.MessageId,
            Direction = direction,
            Kind = kind,
            At = command.At,
            TextHash = hash,
            NeedsReply = command.NoReplyReason is null,
            NoReplyReason = command.NoReplyReason,
        };
        Effect[] kept = hash is null ? [] : [new Effect.TextKept(Key.LocalId, hash, "message", command.Text!)];
        return Run(command, (c, context) => CaseRules.RecordMessage(c, message, context), cancellationToken, kept: kept);
    }

    public Task<CaseReply> ExplainBreach(ExplainBreach command, CancellationToken cancellationToken) =>
        Run(command, (c, context) => CaseRules.ExplainBreach(c, command.ClockId, command.Cycle, command.Reason, command.Text, context), cancellationToken);

    public async Task<CaseReply> HoldEscalation(HoldEscalation command, CancellationToken cancellationToken)
    {
        var promises = await Promising(journal.When(command), cancellationToken);
        return await Run(command, (c, context) => CaseRules.HoldEscalation(c, command.EscalationId, command.What, command.For, context, promises), cancellationToken);
    }

    public Task<CaseReply> ApplyPlan(ApplyPlan command, CancellationToken cancellationToken) =>
        Run(command, (c, context) => Wire.TryRead<PlanChoice>(command.Choice, out var choice)
            ? CaseRules.ApplyPlan(c, new PlanReference(command.Version, command.Hash), choice, context)
            : Decision<CaseEvent>.No("plan.choice-invalid", ("choice", command.Choice)), cancellationToken);

    public async Task<WakeReply> Wake(WakeCase command, CancellationToken cancellationToken)
    {
        var promises = await Promising(journal.When(command), cancellationToken);
        var before = journal.State;
        IReadOnlyList<CaseEvent> woken = [];
        return await journal.Run(command, new Turn<SellerCase, CaseEvent, WakeReply>
        {
            Decide = (c, _) => Decision<CaseEvent>.Of([.. woken = c is null ? [] : CasePromises.Wake(c, command.ArmedAt, promises)]),
            Reply = (c, _) => new WakeReply { FiredDueAt = [.. woken.SelectMany(DueAt)], NextAt = c?.Attention?.WakeAt },
            Replayed = reply => reply,
            AlsoMake = (c, events) => CaseEffects.Of(before, c, events, promises),
        }, cancellationToken);
    }

    public async Task<ClockExplanation?> ExplainClock(string clockId, CancellationToken cancellationToken)
    {
        if (journal.State is not { } c || c.Promises.LastOrDefault(k => k.Id == clockId) is not { } clock) { return null; }
        var promises = await Promising(time.GetUtcNow(), cancellationToken);
        return new ClockExplanation
        {
            Clock = clock.View(c, promises),
            Lines = [.. SlaFunction.Explain(clock, promises.Calendars, promises.Now).Select(PromiseMapping.View)],
        };
    }

    public async Task<IReadOnlyList<PlanEffectView>> PreviewPlan(PlanPreview preview, CancellationToken cancellationToken)
    {
        if (journal.State is not { IsOpen: true } c || !Wire.TryRead<PlanChoice>(preview.Choice, out var chosen)) { return []; }
        var promises = await Promising(time.GetUtcNow(), cancellationToken);
        var draft = new PlanVersion(new PlanReference(0, "draft"), PlanContent.Read(preview.Content));
        var edited = promises with
        {
            Plan = draft.Plan,
            Reference = draft.Reference,
            PlanOf = r => r == draft.Reference ? draft.Plan : promises.PlanOf(r),
            Calendars = (r, id) => r == draft.Reference ? draft.Calendar(id) : promises.Calendars(r, id),
        };
        return [.. CasePromises.Preview(c, chosen, edited).Select(p => new PlanEffectView
        {
            ClockId = p.ClockId,
            DueBefore = p.Before.DueAt,
            DueAfter = p.After.DueAt,
            PhaseBefore = Wire.Name(p.Before.Phase),
            PhaseAfter = Wire.Name(p.After.Phase),
            ChangesColour = p.ChangesColour,
        })];
    }

    /// <summary>The clocks' part of a decision: no rule can forget it, because every accepted command passes here.</summary>
    private static Decision<CaseEvent> Followed(SellerCase? before, Decision<CaseEvent> decision, PromiseContext promises)
    {
        if (decision is not Decision<CaseEvent>.Accepted { Events: { Count: > 0 } decided }) { return decision; }
        var after = decided.Aggregate(before, (c, e) => CaseRules.Evolve(c, e, promises.Now))!;
        return Decision<CaseEvent>.Of([.. decided, .. CasePromises.Follow(before, after, decided, promises)]);
    }

    /// <summary>Everything clocks need, read before the decision: the plan in force, and the versions that running clocks name.</summary>
    private async ValueTask<PromiseContext> Promising(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var current = await plans.Current(Key.Tenant, cancellationToken);
        Dictionary<string, PlanVersion>? older = null;
        foreach (var named in journal.State?.Promises.SelectMany(k => k.Events).Select(e => e.Target?.Plan?.Hash).OfType<string>() ?? [])
        {
            if (named == current.Version.Reference.Hash || older?.ContainsKey(named) == true) { continue; }
            (older ??= new(StringComparer.Ordinal))[named] = await plans.Version(Key.Tenant, named, cancellationToken);
        }

        var real = time.GetUtcNow();
        return new PromiseContext
        {
            Plan = current.Version.Plan,
            Reference = current.Version.Reference,
            PlanOf = r => Find(r).Plan,
            Calendars = (r, id) => Find(r).Calendar(id),
            Playbook = await PlaybookOf(journal.State, cancellationToken),
            Members = current.Members,
            Now = now,
            BroughtInAt = real - now > History ? real : null,
            Tzdb = Tzdb,
        };

        PlanVersion Find(PlanReference reference) => older?.GetValueOrDefault(reference.Hash) ?? current.Version;
    }

    private static IEnumerable<DateTimeOffset> DueAt(CaseEvent happened) => happened switch
    {
        ClockFired fired => fired.Firings.Select(f => f.DueAt),
        EscalationChanged changed => changed.Calls.Select(call => call.At),
        NextActionPassed passed => [passed.DueAt],
        _ => [],
    };
}
