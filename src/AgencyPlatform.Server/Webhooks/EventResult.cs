namespace AgencyPlatform.Server.Webhooks;

/// <summary>What became of applying one event.</summary>
internal abstract record EventResult
{
    private EventResult() { }

    /// <summary>A grain's write applied it and marked its row as done in the same transaction.</summary>
    public sealed record Written : EventResult;

    /// <summary>There was nothing (more) to do; the row is still to be marked.</summary>
    public sealed record Done : EventResult;

    /// <summary>Understood, but not to be applied now. People see it.</summary>
    /// <param name="LookAgain">True where what it is about may become known later.</param>
    public sealed record Held(string Reason, bool LookAgain = false) : EventResult;

    /// <summary>Not to be understood at all.</summary>
    public sealed record Dead(string Reason) : EventResult;
}
