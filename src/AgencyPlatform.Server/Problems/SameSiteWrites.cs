namespace AgencyPlatform.Server.Problems;

/// <summary>A write with a cookie must come from our own pages or from no page at all; other sites cannot borrow a session.</summary>
internal sealed class SameSiteWrites(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || request.Headers.Authorization.Count > 0) { return next(http); }

        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        var isForeign = site is "cross-site" or "same-site"
            || (site.Length == 0 && origin.Length > 0 && (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || from.Authority != request.Host.Value));
        return isForeign ? ProblemResponses.Say(StatusCodes.Status403Forbidden, "request.cross-site").ExecuteAsync(http) : next(http);
    }
}
