using Orleans;

#pragma warning disable CA1852, ORLEANS0004, ORLEANS0011 // these analyzers see some of the offenders too; a law must not rely on them
// Every type here breaks exactly one law, so that the law's answer can be compared to the letter.
namespace AgencyPlatform.ArchitectureTests.Planted;

[GenerateSerializer, Immutable, Alias("planted.sound.v1")]
internal sealed record Sound
{
    [Id(0)] public required string First { get; init; }
    [Id(1)] public required string Second { get; init; }
    public int Length => First.Length;
}

[GenerateSerializer, Immutable, Alias("planted.base.v1")]
internal abstract record SoundBase
{
    [Id(0)] public string? Shared { get; init; }
}

[GenerateSerializer, Immutable, Alias("planted.derived.v1")]
internal sealed record SoundDerived : SoundBase
{
    [Id(0)] public string? Own { get; init; }
}

[GenerateSerializer, Immutable]
internal sealed record WithoutAlias;

[GenerateSerializer, Immutable, Alias("planted.withoutVersion")]
internal sealed record WithoutVersion;

[GenerateSerializer, Immutable, Alias("planted.twin.v1")]
internal sealed record OneTwin;

[GenerateSerializer, Immutable, Alias("planted.twin.v1")]
internal sealed record OtherTwin;

[GenerateSerializer, Alias("planted.not-immutable.v1")]
internal sealed record NotImmutable;

[GenerateSerializer, Immutable, Alias("planted.settable.v1")]
internal sealed record Settable
{
    [Id(0)] public string? Text { get; set; }
}

[GenerateSerializer, Immutable, Alias("planted.open.v1")]
internal record Open;

[GenerateSerializer, Immutable, Alias("planted.plain-class.v1")]
internal sealed class PlainClass;

[GenerateSerializer, Immutable, Alias("planted.positional.v1")]
internal sealed record Positional([property: Id(0)] string Text);

[GenerateSerializer, Immutable, Alias("planted.gap.v1")]
internal sealed record Gap
{
    [Id(0)] public string? First { get; init; }
    [Id(2)] public string? Third { get; init; }
}

[GenerateSerializer, Immutable, Alias("planted.forgotten.v1")]
internal sealed record Forgotten
{
    [Id(0)] public string? First { get; init; }
    public string? Second { get; init; }
}
