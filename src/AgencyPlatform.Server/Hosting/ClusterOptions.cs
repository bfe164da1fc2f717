using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace AgencyPlatform.Server.Hosting;

/// <summary>Where this silo listens. Section <c>Cluster</c>.</summary>
internal sealed class ClusterOptions
{
    public const string Section = "Cluster";

    [Range(1, 65535)]
    public int SiloPort { get; init; } = 11111;

    /// <summary>0: no gateway, because nothing outside calls a silo.</summary>
    [Range(0, 65535)]
    public int GatewayPort { get; init; }
}

[OptionsValidator]
internal sealed partial class ClusterOptionsValidator : IValidateOptions<ClusterOptions>;
