using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Paging;
using AgencyPlatform.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgencyPlatform.Server.Notifications;

/// <summary>Either some, by their ids, or all.</summary>
internal sealed record SeenBody(IReadOnlyList<string>? Ids, bool All = false);

internal static class NotificationEndpoints
{
    public static void MapNotifications(this IEndpointRouteBuilder api)
    {
        var notifications = api.MapGroup("/notifications").WithTags("Notifications");
        notifications.MapGet("", List).WithName("ListNotifications").ProducesProblem(400);
        notifications.MapPost("/seen", Seen).WithName("MarkNotificationsSeen").RequireAuthorization(Policies.OwnThings).ProducesProblem(400);
    }

    private static async Task<Results<Ok<NotificationPage>, ProblemHttpResult>> List(
        NotificationDesk desk, CancellationToken cancellationToken, bool unseen = false, string? cursor = null, int limit = 50)
    {
        try
        {
            return TypedResults.Ok(await desk.List(unseen, cursor, limit, cancellationToken));
        }
        catch (CursorInvalidException)
        {
            return ProblemResponses.Say(StatusCodes.Status400BadRequest, "request.cursor-invalid");
        }
    }

    private static async Task<Results<Ok<UnseenModel>, ProblemHttpResult>> Seen(SeenBody body, NotificationDesk desk, CancellationToken cancellationToken)
    {
        var names = body.Ids is { Count: > 0 };
        if (new Input()
            .Check(names != body.All, "ids", "field.ids-or-all")
            .Check(body.Ids is null || (body.Ids.Count <= NotificationDesk.MarkLimit && body.Ids.All(id => id is not null)), "ids", "field.ids-too-many")
            .Problem() is { } invalid) { return invalid; }
        return TypedResults.Ok(await desk.MarkSeen(body.All ? null : body.Ids, cancellationToken));
    }
}
