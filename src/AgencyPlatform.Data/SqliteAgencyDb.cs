using AgencyPlatform.Data.Storage;
using AgencyPlatform.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyPlatform.Data;

/// <summary>The embedded store. What it saves goes through the process's one writer.</summary>
public sealed class SqliteAgencyDb(DbContextOptions<SqliteAgencyDb> options, IReadTenant tenant, SqliteWriter writer) : AgencyDb(options, tenant)
{
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        writer.Run((connection, transaction) =>
        {
            var own = Database.GetDbConnection();
            Database.SetDbConnection(connection);
            Database.UseTransaction(transaction);
            try
            {
                return base.SaveChanges(acceptAllChangesOnSuccess);
            }
            finally
            {
                Database.UseTransaction(null);
                Database.SetDbConnection(own);
            }
        }, cancellationToken);

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync: the one writer answers later.");
}
