using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using AgencyPlatform.Server.Commands;
using AgencyPlatform.Server.Language;
using AgencyPlatform.Server.Problems;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace AgencyPlatform.Server.Hosting;

/// <summary>What every request passes: limits, errors as problem details, the reader's language, the Idempotency-Key.</summary>
internal static class Edge
{
    private const string DefaultAddress = "http://127.0.0.1:5080";

    public static void AddEdge(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1 << 20;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 << 10;
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(5));
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        });
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(45));
        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
            o.SerializerOptions.Converters.Add(new InstantInUtc());
            o.SerializerOptions.MaxDepth = 32;
        });
        builder.Services.AddProblemDetails(o => o.CustomizeProblemDetails = ProblemResponses.Complete);
        builder.Services.AddExceptionHandler<UnexpectedProblems>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddApiDocument();
        builder.Services.Configure<RequestLocalizationOptions>(o =>
        {
            o.SupportedCultures = o.SupportedUICultures = [.. ReaderLanguages.All.Select(CultureInfo.GetCultureInfo)];
            o.DefaultRequestCulture = new RequestCulture(ReaderLanguages.English);
            o.RequestCultureProviders = [new ReaderLanguages()];
        });
    }

    public static void UseEdge(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.UseExceptionHandler();
        app.UseStatusCodePages(ProblemResponses.ForBareStatus);
        app.UseMiddleware<SameSiteWrites>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseMiddleware<IdempotencyKeys>();
    }
}
