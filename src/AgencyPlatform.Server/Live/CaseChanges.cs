namespace AgencyPlatform.Server.Live;

/// <summary>Tells open pages that a case changed, so that they read it again.</summary>
public sealed class CaseChanges
{
    private readonly HintBoard<string> board = new();

    /// <summary>Ids of the tenant's cases as they change, until the token is cancelled.</summary>
    public IAsyncEnumerable<string> Of(string tenant, CancellationToken cancellationToken) => board.Of(tenant, cancellationToken);

    /// <summary>Quick and never throwing: it runs on the writer's thread.</summary>
    internal void Publish(string tenant, string caseId) => board.Publish(tenant, caseId);
}
