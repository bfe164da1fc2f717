using AgencyPlatform.Data.Storage;
using AgencyPlatform.Data.Tenancy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AgencyPlatform.Data.Schema;

/// <summary>Brings the embedded database to this version's schema, before anything else opens it.</summary>
public static class SqliteSchema
{
    /// <summary>The newest migration; a database that has it is opened without asking the migration engine.</summary>
    private static readonly string Newest = typeof(SqliteSchema).Assembly.GetTypes()
        .Where(t => t.Namespace == "AgencyPlatform.Data.MigrationsSqlite")
        .Select(t => t.GetCustomAttributes(typeof(MigrationAttribute), false).OfType<MigrationAttribute>().FirstOrDefault()?.Id)
        .OfType<string>().Order(StringComparer.Ordinal).Last();

    public static void Apply(SqliteDatabase database)
    {
        using var connection = database.OpenWriter();
        if (Has(connection, Newest)) { return; }
        var options = new DbContextOptionsBuilder<SqliteAgencyDb>().UseSqlite(connection).Options;
        using var db = new SqliteAgencyDb(options, new Nobody(), null!);
        db.Database.Migrate();
    }

    private static bool Has(SqliteConnection connection, string migration)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name='__EFMigrationsHistory'";
        if ((long)command.ExecuteScalar()! == 0) { return false; }
        command.CommandText = "SELECT count(*) FROM __EFMigrationsHistory WHERE MigrationId=$id";
        command.Parameters.AddWithValue("$id", migration);
        return (long)command.ExecuteScalar()! > 0;
    }

    private sealed record Nobody : IReadTenant
    {
        public string? Tenant => null;
    }
}
