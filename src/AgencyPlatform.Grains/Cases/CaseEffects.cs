using System.Globalization;
using System.Text.Json;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Grains.Effects;

namespace AgencyPlatform.Grains.Cases;

/// <summary>What clocks and ladders make true outside the case: the due index, firing rows, words to members, the audit trail.</summary>
internal static class CaseEffects
{
    /// <summary>A case has one row in the due index: its next wake.</summary>
    private const string Next = "next";

    private static readonly TimelineActor Clock = new("system", "clock", null);

    public static IEnumerable<Effect> Of(SellerCase? before, SellerCase after, IReadOnlyList<CaseEvent> events, PromiseContext promises)
    {
        foreach (var effect in events.SelectMany(e => Of(e, after, promises))) { yield return effect; }

        // A recount found the index wrong, whatever the case believed.
        var isRecounted = events.Any(e => e is ClocksRecounted);
        if (!isRecounted && before?.Attention?.WakeAt == after.Attention?.WakeAt) { yield break; }
        yield return after.Attention?.WakeAt is { } at ? new Effect.ArmClock(after.Id, Next, at) : new Effect.DisarmClock(after.Id, Next);
    }

    private static IEnumerable<Effect> Of(CaseEvent happened, SellerCase c, PromiseContext promises) => happened switch
    {
        ClockFired fired => fired.Firings.Select(f => new Effect.FiringRow(c.Id, fired.ClockId, fired.Cycle, f.Kind, f.Step, f.DueAt, f.FiredAt, f.IsLate)),
        EscalationChanged changed => Called(changed, c, promises),
        NextActionPassed passed => Passed(passed, c, promises),
        ClocksMoved moved => LateEvidence(moved, c, promises),
        _ => [],
    };

    private static IEnumerable<Effect> Called(EscalationChanged changed, SellerCase c, PromiseContext promises)
    {
        var escalation = changed.Escalation;
        foreach (var call in changed.Calls)
        {
            var key = $"{escalation.Id}/{call.Step}";
            yield return new Effect.FiringRow(c.Id, escalation.Clock, escalation.Cycle, "call", key, call.At, promises.Now, promises.Now - call.At > CasePromises.LateAfter);
            foreach (var told in call.Members) { yield return Tell(told, "escalation", key, call.At, escalation, c); }
        }

        // A step that reaches nobody is a hole in the rota, and its owners must know.
        foreach (var gap in changed.Gaps)
        {
            foreach (var owner in gap.Owners) { yield return Tell(owner, "escalation-gap", $"{escalation.Id}/{gap.Step}/gap", gap.At, escalation, c); }
        }
    }

    private static Effect.Notification Tell(MemberCall told, string kind, string key, DateTimeOffset at, Escalation escalation, SellerCase c) =>
        new(told.Member, $"{c.Id}/{key}", kind, c.Id, at, told.DeliverAt, Data(new { number = c.Number, clock = escalation.Clock, ladder = escalation.Ladder }));

    private static IEnumerable<Effect> Passed(NextActionPassed passed, SellerCase c, PromiseContext promises)
    {
        var step = passed.DueAt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        yield return new Effect.FiringRow(c.Id, "next-action", 1, "watchdog", step, passed.DueAt, promises.Now, promises.Now - passed.DueAt > CasePromises.LateAfter);
        var told = promises.Members.Where(m => m.IsActive && m.Id == passed.Addressee).ToArray();
        if (told.Length == 0) { told = [.. promises.Members.Where(m => m is { IsActive: true, Role: "manager" or "owner" })]; }
        foreach (var member in told)
        {
            yield return new Effect.Notification(
                member.Id, $"{c.Id}/next-action/{step}", "next-action-passed", c.Id, passed.DueAt, promises.Now, Data(new { number = c.Number, kind = passed.Kind }));
        }
    }

    /// <summary>A reply that was made in time and learnt of late takes back a miss that had fired.</summary>
    private static IEnumerable<Effect> LateEvidence(ClocksMoved moved, SellerCase c, PromiseContext promises)
    {
        foreach (var move in moved.Moves.Where(m => m.Event.Kind == ClockEventKind.Fulfilled))
        {
            var clock = c.Promises.FirstOrDefault(k => k.Id == move.ClockId && k.Cycle == move.Cycle);
            if (clock?.Fired.FirstOrDefault(f => f.Kind == FiringKinds.Breach) is not { } breach || move.Event.At > breach.DueAt) { continue; }
            yield return new Effect.AuditRow("clock.late-evidence", $"{c.Id}/{clock.Id}/{clock.Cycle}", promises.Now, Clock, Data(new { breach.DueAt, fulfilledAt = move.Event.At }));
        }
    }

    private static string Data<T>(T value) => JsonSerializer.Serialize(value, RecordJson.Options);
}
