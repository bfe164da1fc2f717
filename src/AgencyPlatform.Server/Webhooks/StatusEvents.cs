using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Webhooks;
using AgencyPlatform.Server.Identity;

namespace AgencyPlatform.Server.Webhooks;

/// <summary>Brings status events to their cases.</summary>
internal sealed class StatusEvents(SubjectSearch search, IGrainFactory grains)
{
    private static readonly string[] Names = [.. Enum.GetNames<ReportedStatus>().Select(System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName)];

    public static readonly ActorInfo Inbox = new() { Kind = "system", Id = "inbox", Role = "none" };

    public async Task<EventResult> Apply(Arrival arrival, Reading<StatusEvent> reading, CancellationToken cancellationToken)
    {
        if (reading.Value is not { } status) { return Unread(reading.Refusal!); }
        var (caseId, why) = search.Case(arrival, status);
        if (caseId is null) { return why!; }
        var reply = await TenantGrains.For(arrival.Tenant, grains).Case(caseId).ApplyStatus(
            new ApplyStatus
            {
                CommandId = $"inbox:{arrival.Id}",
                Actor = Inbox,
                InboxId = arrival.Id,
                Status = Names[(int)status.Status],
                ReportedAt = status.OccurredAt,
                AmazonReference = status.AmazonReference,
                Message = status.Message,
            }, cancellationToken);
        return reply.Refusal is { } no ? Refused(no.Code) : reply.Written ? new EventResult.Written() : new EventResult.Done();
    }

    /// <summary>Bodies that are whole but say something new wait for people; broken ones are dead.</summary>
    public static EventResult Unread(Refusal refusal) => Refused(refusal.Code);

    /// <summary>What a rule refused waits for people; what only a broken body is refused for is dead.</summary>
    public static EventResult Refused(string code) =>
        code.StartsWith("webhook.", StringComparison.Ordinal)
        && code is not (RefusalCodes.Webhooks.TypeUnknown or RefusalCodes.Webhooks.StatusUnknown or RefusalCodes.Webhooks.NoCaseNamed)
            ? new EventResult.Dead(code)
            : new EventResult.Held(code);
}
