using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace AgencyPlatform.Server.Hosting.Demo;

/// <summary>The demo agency of a development machine. Section <c>Demo</c>; read in Development only.</summary>
internal sealed class DemoOptions
{
    public const string Section = "Demo";

    public bool Enabled { get; init; } = true;

    /// <summary>A key with the owner's rights; null makes none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Password of the demo members; null makes one up and prints it.</summary>
    [MinLength(10)]
    public string? Password { get; init; }

    /// <summary>How many cases the demo agency has.</summary>
    [Range(0, 100_000)]
    public int Size { get; init; } = 60;
}

[OptionsValidator]
internal sealed partial class DemoOptionsValidator : IValidateOptions<DemoOptions>;
