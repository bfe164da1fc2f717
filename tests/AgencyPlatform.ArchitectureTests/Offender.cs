namespace AgencyPlatform.ArchitectureTests;

/// <summary>A place that breaks a law, and what is wrong with it.</summary>
internal sealed record Offender(string Where, string What)
{
    public override string ToString() => $"{Where}: {What}";
}
