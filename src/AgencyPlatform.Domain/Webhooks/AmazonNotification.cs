namespace AgencyPlatform.Domain.Webhooks;

/// <summary>
/// One notification of Amazon's Selling Partner API. Its times are Amazon's: delivery is at least once, late and out of order,
/// so <see cref="EventTime"/> orders and <see cref="NotificationId"/> tells a repetition. Names follow schemas/notifications
/// in amzn/selling-partner-api-models.
/// </summary>
public sealed record AmazonNotification
{
    /// <summary>Null where Amazon's metadata lacks it (stock notifications may); the receiver then has another key.</summary>
    public string? NotificationId { get; init; }

    /// <summary>One of <see cref="NotificationTypes"/>, or whatever else Amazon wrote.</summary>
    public required string Type { get; init; }

    public string? PayloadVersion { get; init; }
    public DateTimeOffset? EventTime { get; init; }
    public DateTimeOffset? PublishTime { get; init; }

    /// <summary>Finds the account: half of the types name no seller.</summary>
    public string? SubscriptionId { get; init; }

    public string? ApplicationId { get; init; }
    public AmazonSubject Subject { get; init; } = new();
    public required AmazonPayload Payload { get; init; }

    /// <summary>
    /// Reads a body of any content: bare or as the <c>detail</c> of an EventBridge event, in either casing. A type that this
    /// version does not know is no fault; one that it knows must have its fields.
    /// </summary>
    public static Reading<AmazonNotification> Read(ReadOnlyMemory<byte> body) => JsonText.Read(body, ignoreCase: true, Read);

    private static AmazonNotification? Read(Fields root)
    {
        var written = root.Id("notificationType");
        var envelope = written is null && root.Object("detail") is { Exist: true } detail ? detail : root;
        if ((written ?? envelope.Id("notificationType") ?? root.Id("detail-type")) is not { } named)
        {
            root.Refuse(Refusal.Of(RefusalCodes.Webhooks.TypeUnknown));
            return null;
        }

        var type = NotificationTypes.Canonical(named);
        var payload = envelope.Object("payload");
        if (!payload.Exist && NotificationTypes.All.Contains(type)) { root.Refuse(Refusal.Of(RefusalCodes.Webhooks.FieldMissing, ("field", "payload"))); }

        var metadata = envelope.Object("notificationMetadata");
        var (subject, fields) = AmazonPayload.Read(type, payload);
        return new AmazonNotification
        {
            NotificationId = metadata.Id("notificationId"),
            Type = type,
            PayloadVersion = envelope.Id("payloadVersion"),
            EventTime = envelope.Time("eventTime"),
            PublishTime = metadata.Time("publishTime"),
            SubscriptionId = metadata.Id("subscriptionId"),
            ApplicationId = metadata.Id("applicationId"),
            Subject = subject,
            Payload = fields,
        };
    }
}

/// <summary>Whom and what a notification is about; each field null where Amazon does not say.</summary>
/// <param name="SellerId">Merchant id; vendors have another code here.</param>
public sealed record AmazonSubject(string? SellerId = null, string? MarketplaceId = null, string? Asin = null, string? Sku = null);
