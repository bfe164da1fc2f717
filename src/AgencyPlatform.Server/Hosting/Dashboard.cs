using AgencyPlatform.Server.Accounts.Pages;
using AgencyPlatform.Server.Cases.Pages;
using AgencyPlatform.Server.Components;
using AgencyPlatform.Server.Localization;
using MudBlazor;
using MudBlazor.Services;

namespace AgencyPlatform.Server.Hosting;

/// <summary>The pages: interactive server components over the same application classes as the API.</summary>
internal static class Dashboard
{
    public static void AddDashboard(this WebApplicationBuilder builder)
    {
        // A notice is pasted as one message of the circuit; the largest one triage takes must fit.
        builder.Services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub => hub.MaximumReceiveMessageSize = 1 << 20);
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddLocalization();
        builder.Services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomRight;
            mud.SnackbarConfiguration.VisibleStateDuration = 3_000;
        });
        builder.Services.AddTransient<MudLocalizer, MudWords>();
        builder.Services.AddScoped<Wording>();
        builder.Services.AddScoped<ViewerZone>();
        builder.Services.AddScoped<Workplace>();
        builder.Services.AddTransient<CaseReading>();
        builder.Services.AddTransient<AccountChoice>();
    }

    public static void MapDashboard(this WebApplication app)
    {
        // Style sheets, scripts and the language switch serve the log-in page too.
        app.MapStaticAssets().AllowAnonymous();
        app.MapGet("/culture/{tag}", Cultures.Choose).AllowAnonymous().ExcludeFromDescription();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
