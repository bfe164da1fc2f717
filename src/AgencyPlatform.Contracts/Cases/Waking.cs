namespace AgencyPlatform.Contracts.Cases;

/// <summary>The due index says that something of this case is due.</summary>
[GenerateSerializer, Immutable, Alias("case.wake.v1")]
public sealed record WakeCase : Command
{
    /// <summary>The instant the due index holds; null where it holds none.</summary>
    [Id(0)] public DateTimeOffset? ArmedAt { get; init; }
}

/// <summary>What a waking did.</summary>
[GenerateSerializer, Immutable, Alias("case.wake-reply.v1")]
public sealed record WakeReply
{
    /// <summary>When each thing that fired should have happened; empty where nothing was due.</summary>
    [Id(0)] public IReadOnlyList<DateTimeOffset> FiredDueAt { get; init; } = [];

    /// <summary>When the case wants to be woken next; null for never. Its row of the due index says the same.</summary>
    [Id(1)] public DateTimeOffset? NextAt { get; init; }
}
