using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Server.Commands;
using AgencyPlatform.Server.Identity;

namespace AgencyPlatform.Server.Cases;

/// <summary>Words between agency and client; without <see cref="At"/> it happens now.</summary>
public sealed record MessageToRecord(string Direction, string Kind, DateTimeOffset? At = null, string? Text = null, string? NoReplyReason = null);

/// <summary>What people do about the promises on a case.</summary>
public sealed class PromiseDesk(TenantGrains grains, CommandStamps stamps, TimeProvider time)
{
    public Task<CaseReply> SetPriority(string caseId, string priority, string? reason, CancellationToken cancellationToken) =>
        Do(s => grains.Case(caseId).SetPriority(s.Fill(new SetPriority { CommandId = s.CommandId, Actor = s.Actor, Priority = priority, Reason = reason }), cancellationToken));

    public Task<CaseReply> RecordMessage(string caseId, MessageToRecord input, CancellationToken cancellationToken) =>
        Do(s => grains.Case(caseId).RecordMessage(
            s.Fill(new RecordMessage
            {
                CommandId = s.CommandId,
                Actor = s.Actor,
                MessageId = s.NewId("message"),
                Direction = input.Direction,
                Kind = input.Kind,
                At = input.At ?? s.OccurredAt ?? time.GetUtcNow(),
                Text = input.Text,
                NoReplyReason = input.NoReplyReason,
            }), cancellationToken));

    public Task<CaseReply> ExplainBreach(string caseId, string clockId, int? cycle, string reason, string? text, CancellationToken cancellationToken) =>
        Do(s => grains.Case(caseId).ExplainBreach(
            s.Fill(new ExplainBreach { CommandId = s.CommandId, Actor = s.Actor, ClockId = clockId, Cycle = cycle, Reason = reason, Text = text }), cancellationToken));

    /// <param name="what"><c>acknowledged</c> or <c>snoozed</c>.</param>
    public Task<CaseReply> Hold(string caseId, string escalationId, string what, TimeSpan hold, CancellationToken cancellationToken) =>
        Do(s => grains.Case(caseId).HoldEscalation(
            s.Fill(new HoldEscalation { CommandId = s.CommandId, Actor = s.Actor, EscalationId = escalationId, What = what, For = hold }), cancellationToken));

    public Task<ClockExplanation?> Explain(string caseId, string clockId, CancellationToken cancellationToken) => grains.Case(caseId).ExplainClock(clockId, cancellationToken);

    private Task<CaseReply> Do(Func<CommandStamp, Task<CaseReply>> command) => command(stamps.Next());
}
