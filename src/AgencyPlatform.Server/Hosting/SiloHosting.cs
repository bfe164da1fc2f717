using AgencyPlatform.Grains.Tenancy;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace AgencyPlatform.Server.Hosting;

/// <summary>The silo inside this process.</summary>
internal static class SiloHosting
{
    public static void AddSilo(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ClusterOptions>().BindConfiguration(ClusterOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ClusterOptions>, ClusterOptionsValidator>();
        var cluster = builder.Configuration.GetSection(ClusterOptions.Section).Get<ClusterOptions>() ?? new ClusterOptions();

        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(cluster.SiloPort, cluster.GatewayPort, serviceId: "agency-platform", clusterId: "embedded");
            silo.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = TimeSpan.FromSeconds(5));
            silo.Configure<ClientMessagingOptions>(o => o.ResponseTimeout = TimeSpan.FromSeconds(5));
            // One silo places on nobody else; telling itself its load every second is what an idle process would be busy with.
            silo.Configure<DeploymentLoadPublisherOptions>(o => o.DeploymentLoadPublisherRefreshTime = TimeSpan.FromSeconds(30));
            silo.AddIncomingGrainCallFilter<TenantCallFilter>();
            silo.AddActivityPropagation();
        });
    }
}
