using System.Net;
using System.Text.Json;
using AgencyPlatform.ServerTests.Running;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyPlatform.ServerTests;

[Collection(nameof(OneServer))]
public sealed class The_api_document(SharedServer shared)
{
    [Fact]
    public async Task lists_every_route_of_the_api()
    {
        using var anybody = shared.Server.As(null);
        var paths = (await anybody.Get("/openapi/v1.json")).Expect(HttpStatusCode.OK).Json.GetProperty("paths");

        Assert.All(Routes().Where(r => r.Path.StartsWith("/api/", StringComparison.Ordinal)), route =>
            Assert.True(paths.TryGetProperty(route.Path, out var item) && route.Methods.All(m => item.TryGetProperty(m, out _)), $"{route.Path} is not described"));
    }

    [Fact]
    public async Task says_how_to_log_in_and_what_goes_wrong()
    {
        using var anybody = shared.Server.As(null);
        var document = (await anybody.Get("/openapi/v1.json")).Json;
        var send = document.GetProperty("paths").GetProperty("/api/v1/cases/{id}/attempts/{number}/send").GetProperty("post");

        Assert.True(document.GetProperty("components").GetProperty("securitySchemes").TryGetProperty("apiKey", out _));
        Assert.Contains(send.GetProperty("parameters").EnumerateArray(), p => p.GetProperty("name").GetString() == "Idempotency-Key" && p.GetProperty("required").GetBoolean());
        foreach (var status in new[] { "200", "400", "401", "403", "404", "409", "422" }) { Assert.True(send.GetProperty("responses").TryGetProperty(status, out _), status); }
        var schemas = document.GetProperty("components").GetProperty("schemas");
        Assert.All(new[] { "CaseModel", "AttemptModel", "TriageModel", "ProblemDetails" }, name => Assert.True(schemas.TryGetProperty(name, out _), name));
    }

    [Fact]
    public async Task describes_every_field_of_a_case()
    {
        using var owner = shared.Server.As();
        var opened = await owner.Case();
        var schemas = (await owner.Get("/openapi/v1.json")).Json.GetProperty("components").GetProperty("schemas");
        var described = schemas.GetProperty("CaseModel").GetProperty("properties");

        Assert.All(opened.Json.EnumerateObject(), field => Assert.True(described.TryGetProperty(field.Name, out _), field.Name));
        Assert.Equal("date-time", described.GetProperty("openedAt").GetProperty("format").GetString());
        Assert.All(schemas.GetProperty("CaseModel").GetProperty("required").EnumerateArray(), name => Assert.True(opened.Json.TryGetProperty(name.GetString()!, out _), name.GetString()));
    }

    [Fact]
    public void leaves_no_door_open_by_accident()
    {
        string[] open = ["/api/v1/session", "/account/login", "/health/live", "/health/ready", "/metrics", "/openapi/{documentName}.json"];

        var unguarded = shared.Server.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(p => p.StartsWith("/api", StringComparison.Ordinal) || p.StartsWith("/account", StringComparison.Ordinal) || p.StartsWith("/health", StringComparison.Ordinal));

        Assert.Empty(unguarded.Except(open));
    }

    private IEnumerable<(string Path, IEnumerable<string> Methods)> Routes() =>
        shared.Server.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Select(e => (
                "/" + e.RoutePattern.RawText!.Trim('/').Replace(":int", "", StringComparison.Ordinal),
                (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(m => m.ToLowerInvariant())));
}
