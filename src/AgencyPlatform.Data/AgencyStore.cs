using AgencyPlatform.Data.Storage;
using AgencyPlatform.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyPlatform.Data;

/// <summary>Opens the relational store for one tenant; whoever opens it says for whom it reads.</summary>
public sealed class AgencyStore(DbContextOptions<SqliteAgencyDb> options, SqliteWriter writer)
{
    /// <param name="tenant">Null reads nothing that a tenant owns.</param>
    public SqliteAgencyDb Open(string? tenant) => new(options, new For(tenant), writer);

    private sealed record For(string? Tenant) : IReadTenant;
}
