using AgencyPlatform.Server.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AgencyPlatform.Server.Identity;

internal sealed record SessionBody(string? Email, string? Password);

/// <summary>Logging in and out: a form for the page, JSON for scripts.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/v1/session", LogIn).WithName("LogIn").WithTags("Session").AllowAnonymous().ProducesProblem(400).ProducesProblem(401);
        app.MapPost("/account/login", LogInForm).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/account/logout", LogOut).ExcludeFromDescription();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> LogIn(SessionBody body, ILogIn logIn, HttpContext http, CancellationToken cancellationToken)
    {
        if (new Input().Required("email", body.Email, 320).Required("password", body.Password, 256).Problem() is { } invalid) { return invalid; }
        return await logIn.Enter(http, body.Email!, body.Password!, cancellationToken)
            ? TypedResults.NoContent()
            : ProblemResponses.Say(StatusCodes.Status401Unauthorized, "session.refused");
    }

    private static async Task<RedirectHttpResult> LogInForm(
        [FromForm] string? email, [FromForm] string? password, [FromForm] string? returnUrl, ILogIn logIn, HttpContext http, CancellationToken cancellationToken)
    {
        var back = IsLocal(returnUrl) ? returnUrl! : "/";
        var isIn = !string.IsNullOrEmpty(email) && !string.IsNullOrEmpty(password) && await logIn.Enter(http, email, password, cancellationToken);
        return TypedResults.LocalRedirect(isIn ? back : $"/login?failed=1&returnUrl={Uri.EscapeDataString(back)}");
    }

    private static async Task<IResult> LogOut(ILogIn logIn, IAntiforgery antiforgery, HttpContext http)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) { return ProblemResponses.Say(StatusCodes.Status400BadRequest, ProblemResponses.CodeOf(400)); }
        await logIn.Leave(http);
        return TypedResults.LocalRedirect("/login");
    }

    private static bool IsLocal(string? url) => url is ['/', ..] && !(url is [_, '/' or '\\', ..]) && !url.Any(char.IsControl);
}
