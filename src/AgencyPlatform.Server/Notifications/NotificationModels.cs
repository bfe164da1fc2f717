namespace AgencyPlatform.Server.Notifications;

/// <summary>Something a member is told.</summary>
/// <param name="Kind"><c>escalation</c>, <c>escalation-gap</c> or <c>next-action-passed</c>; more may come.</param>
/// <param name="At">When it happened.</param>
/// <param name="DeliverAt">When the member could first see it: later than <paramref name="At"/> in quiet hours.</param>
/// <param name="Text">A sentence for the reader.</param>
public sealed record NotificationModel(
    string Id, string Kind, string? CaseId, string? CaseNumber, DateTimeOffset At, DateTimeOffset DeliverAt, DateTimeOffset? SeenAt, string Text);

/// <param name="Unseen">How many the member has not seen, on this page or not.</param>
public sealed record NotificationPage(IReadOnlyList<NotificationModel> Items, string? NextCursor, int Unseen);

public sealed record UnseenModel(int Unseen);
