using AgencyPlatform.Data.Storage;
using Microsoft.Data.Sqlite;

namespace AgencyPlatform.Data.Notifications;

/// <summary>What happens to notifications after they were told: their member sees them, and later they are forgotten.</summary>
public sealed class NotificationMarks(SqliteWriter writer)
{
    /// <summary>Marks what the member could have seen at that instant; what was seen before keeps its first time.</summary>
    /// <param name="ids">Null marks all.</param>
    /// <returns>How many were new to the member.</returns>
    public Task<int> Seen(string tenant, string member, IReadOnlyCollection<string>? ids, DateTimeOffset now, CancellationToken cancellationToken) =>
        writer.Run((connection, transaction) =>
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "UPDATE notification SET seen_at=$now WHERE tenant=$t AND member=$m AND seen_at IS NULL AND deliver_at<=$now";
            command.Parameters.AddWithValue("$t", tenant);
            command.Parameters.AddWithValue("$m", member);
            command.Parameters.AddWithValue("$now", now.ToUnixTimeMilliseconds());
            if (ids is null) { return command.ExecuteNonQuery(); }

            command.CommandText += " AND id=$id";
            var named = command.Parameters.Add("$id", SqliteType.Text);
            var marked = 0;
            foreach (var id in ids)
            {
                named.Value = id;
                marked += command.ExecuteNonQuery();
            }

            return marked;
        }, cancellationToken);

    /// <summary>Forgets what was seen before an instant; what nobody has looked at stays.</summary>
    /// <returns>How many were forgotten: <paramref name="limit"/> where there may be more.</returns>
    public Task<int> Forget(DateTimeOffset seenBefore, int limit, CancellationToken cancellationToken) => writer.Run((connection, transaction) =>
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            DELETE FROM notification WHERE (tenant, member, id) IN
            (SELECT tenant, member, id FROM notification WHERE seen_at < $before ORDER BY seen_at LIMIT $limit)
            """;
        command.Parameters.AddWithValue("$before", seenBefore.ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("$limit", limit);
        return command.ExecuteNonQuery();
    }, cancellationToken);
}
