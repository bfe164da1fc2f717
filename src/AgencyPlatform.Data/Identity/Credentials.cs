using AgencyPlatform.Data.Storage;
using Microsoft.Data.Sqlite;

namespace AgencyPlatform.Data.Identity;

/// <summary>A key with the member it acts for.</summary>
public sealed record KeyHolder(string Tenant, string KeyId, string MemberId, string MemberName, string Role, string Scopes, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt, bool IsActive);

/// <summary>A member's place in an agency, as log-in needs it.</summary>
public sealed record MemberPlace(string Tenant, string Role, string Stamp);

/// <summary>
/// What authentication must find before it knows a tenant: by a user's id, or by a key's hash. Everything else is read for
/// one tenant.
/// </summary>
public sealed class Credentials(SqliteDatabase database, SqliteWriter writer)
{
    private const string FindKey = """
        SELECT k.Tenant, k.Id, k.MemberId, u.DisplayName, m.Role, k.Scopes, k.ExpiresAt, k.RevokedAt, m.IsActive
        FROM api_key k JOIN membership m ON m.Tenant = k.Tenant AND m.UserId = k.MemberId JOIN AspNetUsers u ON u.Id = k.MemberId
        WHERE k.Hash = $hash
        """;

    private const string FindPlace = """
        SELECT m.Tenant, m.Role, coalesce(u.SecurityStamp, '') FROM membership m JOIN AspNetUsers u ON u.Id = m.UserId
        WHERE m.UserId = $user AND m.IsActive AND ($tenant IS NULL OR m.Tenant = $tenant) ORDER BY m.Tenant LIMIT 1
        """;

    public KeyHolder? Key(string hash)
    {
        using var connection = database.OpenReader();
        using var command = Command(connection, FindKey, ("$hash", hash));
        using var row = command.ExecuteReader();
        return row.Read()
            ? new KeyHolder(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), Instant(row, 6), Instant(row, 7), row.GetBoolean(8))
            : null;
    }

    /// <param name="tenant">Null takes the person's first agency.</param>
    public MemberPlace? Place(string userId, string? tenant)
    {
        using var connection = database.OpenReader();
        using var command = Command(connection, FindPlace, ("$user", userId), ("$tenant", tenant));
        using var row = command.ExecuteReader();
        return row.Read() ? new MemberPlace(row.GetString(0), row.GetString(1), row.GetString(2)) : null;
    }

    /// <summary>Notes when keys were last used; one write for many keys.</summary>
    public Task Used(IReadOnlyCollection<(string Tenant, string KeyId, DateTimeOffset At)> keys, CancellationToken cancellationToken) =>
        writer.Run((connection, transaction) =>
        {
            foreach (var (tenant, id, at) in keys)
            {
                using var command = Command(connection, "UPDATE api_key SET LastUsedAt=$at WHERE Tenant=$t AND Id=$id", ("$at", at.ToUnixTimeMilliseconds()), ("$t", tenant), ("$id", id));
                command.Transaction = transaction;
                command.ExecuteNonQuery();
            }

            return keys.Count;
        }, cancellationToken);

    private static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) { command.Parameters.AddWithValue(name, value ?? DBNull.Value); }
        return command;
    }

    private static DateTimeOffset? Instant(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
