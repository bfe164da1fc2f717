using AgencyPlatform.Server.Identity;
using Microsoft.Extensions.Options;

namespace AgencyPlatform.Server.Hosting.Demo;

/// <summary>A demo agency, in Development only.</summary>
internal static class DemoHosting
{
    public static void AddDemo(this WebApplicationBuilder builder)
    {
        var demo = builder.Configuration.GetSection(DemoOptions.Section).Get<DemoOptions>() ?? new DemoOptions();
        if (!builder.Environment.IsDevelopment() || !demo.Enabled)
        {
            builder.Services.AddSingleton(new DemoGate(isOpen: true));
            builder.Services.AddSingleton(new SpareKeyTexts(null));
            return;
        }

        builder.Services.AddOptions<DemoOptions>().BindConfiguration(DemoOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<DemoOptions>, DemoOptionsValidator>();
        builder.Services.AddSingleton(new DemoGate(isOpen: false));
        builder.Services.AddSingleton(new SpareKeyTexts(demo.ApiKey));
        builder.Services.AddHostedService<DemoSeed>();
    }
}

/// <summary>Opens when the demo members can log in; the server is not ready before.</summary>
internal sealed class DemoGate(bool isOpen)
{
    private volatile bool isOpen = isOpen;

    public bool IsOpen => isOpen;

    public void Open() => isOpen = true;
}
