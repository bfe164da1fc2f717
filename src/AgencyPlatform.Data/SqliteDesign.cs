using AgencyPlatform.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AgencyPlatform.Data;

/// <summary>Lets the migration tool see the model of the embedded store; never used by the running server.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteAgencyDb>
{
    public SqliteAgencyDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteAgencyDb>().UseSqlite("Data Source=:memory:").Options, new Nobody(), null!);

    private sealed record Nobody : IReadTenant
    {
        public string? Tenant => null;
    }
}
