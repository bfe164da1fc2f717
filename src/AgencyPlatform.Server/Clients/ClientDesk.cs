using AgencyPlatform.Contracts.Clients;
using AgencyPlatform.Server.Cases;
using AgencyPlatform.Server.Commands;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Paging;

namespace AgencyPlatform.Server.Clients;

/// <summary>The read side of clients.</summary>
public interface IClientReads
{
    /// <summary>Clients by id, after the given one.</summary>
    Task<IReadOnlyList<ClientView>> List(string tenant, string? after, int limit, CancellationToken cancellationToken);
}

/// <summary>What a person or program can do with clients.</summary>
public sealed class ClientDesk(TenantGrains grains, CommandStamps stamps, IClientReads reads, CurrentTenant caller, Cursors cursors)
{
    public Task<ClientReply> Register(string name, string? contactEmail, string? language, CancellationToken cancellationToken)
    {
        var stamp = stamps.Next();
        return grains.Client(stamp.NewId("client")).Register(
            stamp.Fill(new RegisterClient { CommandId = stamp.CommandId, Actor = stamp.Actor, Name = name, ContactEmail = contactEmail, Language = language }), cancellationToken);
    }

    public Task<ClientView?> Find(string clientId, CancellationToken cancellationToken) => grains.Client(clientId).Describe(cancellationToken);

    /// <exception cref="CursorInvalidException">The cursor is not of this list.</exception>
    public async Task<Page<ClientView>> List(string? cursor, int limit, CancellationToken cancellationToken)
    {
        limit = Math.Clamp(limit, 1, CaseQueries.PageLimit);
        var rows = await reads.List(caller.Tenant, cursors.After(caller.Tenant, "clients", cursor), limit + 1, cancellationToken);
        return new([.. rows.Take(limit)], rows.Count > limit ? cursors.Write(caller.Tenant, "clients", rows[limit - 1].Id) : null);
    }
}
