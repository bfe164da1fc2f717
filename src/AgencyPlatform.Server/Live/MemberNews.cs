namespace AgencyPlatform.Server.Live;

/// <summary>Tells a member's open windows that there is something new for them, or that it was seen elsewhere.</summary>
public sealed class MemberNews
{
    private readonly HintBoard<(string Tenant, string Member)> board = new();

    /// <summary>One hint, the member's id, each time; until the token is cancelled.</summary>
    public IAsyncEnumerable<string> Of(string tenant, string member, CancellationToken cancellationToken) => board.Of((tenant, member), cancellationToken);

    /// <summary>Quick and never throwing: it runs on the writer's thread.</summary>
    internal void Publish(string tenant, string member) => board.Publish((tenant, member), member);
}
