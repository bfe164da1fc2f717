using System.Collections.Frozen;

namespace AgencyPlatform.Domain.Webhooks;

/// <summary>What an outside system says that Amazon said about a case.</summary>
public enum ReportedStatus { Received, InReview, MoreInfoNeeded, Denied, Approved, Reinstated, Closed }

/// <summary>
/// The body of an endpoint of kind <c>status</c>: one status of one case. The case is named by our id, by Amazon's reference,
/// or by the item and the account; which case that is, the receiver finds out.
/// </summary>
public sealed record StatusEvent
{
    public const string Type = "case.status";

    /// <summary>Longest message in UTF-16 units.</summary>
    public const int MostMessageLetters = 32_768;

    private static readonly FrozenDictionary<string, ReportedStatus> Statuses = new Dictionary<string, ReportedStatus>
    {
        ["received"] = ReportedStatus.Received,
        ["in-review"] = ReportedStatus.InReview,
        ["more-info-needed"] = ReportedStatus.MoreInfoNeeded,
        ["denied"] = ReportedStatus.Denied,
        ["approved"] = ReportedStatus.Approved,
        ["reinstated"] = ReportedStatus.Reinstated,
        ["closed"] = ReportedStatus.Closed,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public string? CaseId { get; init; }
    public string? AmazonReference { get; init; }
    public string? Asin { get; init; }

    /// <summary>The account of <see cref="Asin"/>; an item alone names no case.</summary>
    public string? SellerAccountId { get; init; }

    public required ReportedStatus Status { get; init; }
    public string? Message { get; init; }

    /// <summary>When it happened; where the sender says only when it wrote, that instant.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When the sender wrote the event.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Reads a body of any content; what cannot be used comes back as a refusal.</summary>
    /// <param name="isAttached">True where a person has said which case it is about, so that the body need not.</param>
    public static Reading<StatusEvent> Read(ReadOnlyMemory<byte> body, bool isAttached = false) =>
        JsonText.Read<StatusEvent>(body, ignoreCase: false, isAttached ? static root => Read(root, isAttached: true) : static root => Read(root, isAttached: false));

    private static StatusEvent? Read(Fields root, bool isAttached)
    {
        if (root.Id("type") != Type)
        {
            root.Refuse(Refusal.Of(RefusalCodes.Webhooks.TypeUnknown));
            return null;
        }

        var data = root.Object("data");
        if (!data.Exist) { root.Refuse(Refusal.Of(RefusalCodes.Webhooks.FieldMissing, ("field", "data"))); }
        if (!Statuses.TryGetValue(data.Id("status") ?? "", out var status)) { root.Refuse(Refusal.Of(RefusalCodes.Webhooks.StatusUnknown)); }

        var (timestamp, occurredAt) = (root.Time("timestamp"), data.Time("occurredAt"));
        if ((occurredAt ?? timestamp) is not { } happened)
        {
            root.Refuse(Refusal.Of(RefusalCodes.Webhooks.TimeInvalid, ("field", "occurredAt")));
            return null;
        }

        var read = new StatusEvent
        {
            CaseId = data.Id("caseId"),
            AmazonReference = data.Id("amazonReference"),
            Asin = data.Id("asin"),
            SellerAccountId = data.Id("sellerAccountId"),
            Status = status,
            Message = data.Text(MostMessageLetters, "message"),
            OccurredAt = happened,
            Timestamp = timestamp ?? happened,
        };
        if (!isAttached && !read.NamesACase) { root.Refuse(Refusal.Of(RefusalCodes.Webhooks.NoCaseNamed)); }
        return read;
    }

    private bool NamesACase => CaseId is not null || AmazonReference is not null || (Asin is not null && SellerAccountId is not null);
}
