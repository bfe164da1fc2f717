namespace AgencyPlatform.Contracts;

/// <summary>What every command carries: its identity, who gives it and, for imports, when it happened.</summary>
[GenerateSerializer, Immutable, Alias("command.v1")]
public abstract record Command
{
    /// <summary>Same id, same effect: a repeated command answers with the stored reply.</summary>
    [Id(0)] public required string CommandId { get; init; }

    [Id(1)] public required ActorInfo Actor { get; init; }

    /// <summary>SHA-256 of the request that an Idempotency-Key came with; set exactly when the caller sent a key.</summary>
    [Id(2)] public string? Fingerprint { get; init; }

    /// <summary>When it happened; honoured only from the system itself (imports, demo history).</summary>
    [Id(3)] public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The inbox row this command applies; its write marks the row done.</summary>
    [Id(4)] public string? InboxId { get; init; }
}

/// <summary>Who acts: <c>member</c>, <c>api-key</c>, <c>client</c> or <c>system</c>, with the role the credential gives.</summary>
[GenerateSerializer, Immutable, Alias("actor.v1")]
public sealed record ActorInfo
{
    [Id(0)] public required string Kind { get; init; }
    [Id(1)] public required string Id { get; init; }
    [Id(2)] public required string Role { get; init; }
    [Id(3)] public string? OnBehalfOf { get; init; }
}

/// <summary>A business "no": the stable code and the values its sentence needs.</summary>
[GenerateSerializer, Immutable, Alias("refusal.v1")]
public sealed record RefusalView
{
    [Id(0)] public required string Code { get; init; }
    [Id(1)] public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();
}
