using System.Text.Json;
using AgencyPlatform.Contracts.Accounts;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Grains.Effects;
using Microsoft.Data.Sqlite;

namespace AgencyPlatform.ClusterTests;

/// <summary>Does what the outbox worker of a server does, when a test says so.</summary>
internal static class OutboxByHand
{
    public sealed record Row(string Grain, long Version, int Ordinal, string Kind, string Payload)
    {
        /// <summary>A row delivered twice gives the same command twice.</summary>
        public string CommandId => $"outbox:{Grain}:{Version}:{Ordinal}";
    }

    /// <summary>Carries out everything due for this account, until nothing is due.</summary>
    public static async Task CarryOutbox(this AgencyCluster cluster, string accountId)
    {
        while (cluster.Due(accountId) is [_, ..] rows)
        {
            foreach (var row in rows)
            {
                Assert.Null((await cluster.Carry(row)).Refusal);
                await cluster.Writer.Run((connection, transaction) => Delete(row, connection, transaction));
            }
        }
    }

    public static async Task<AccountReply> Carry(this AgencyCluster cluster, Row row)
    {
        if (row.Kind == OutgoingWork.Settle)
        {
            var news = JsonSerializer.Deserialize<SettleAccount>(row.Payload, RecordJson.Options)!;
            return await cluster.Settle(news.AccountId, news.What, news.Subject, row.CommandId, news.EndsEnforcement);
        }

        var grant = JsonSerializer.Deserialize<GrantToCheck>(row.Payload, RecordJson.Options)!;
        return await cluster.Case(grant.CaseId).CheckGrant(new CheckGrant
        {
            CommandId = row.CommandId, Actor = AgencyCluster.Platform, SellerAccountId = grant.AccountId, GrantId = grant.GrantId,
        });
    }

    public static Task<AccountReply> Settle(this AgencyCluster cluster, string accountId, string what, string subject, string? commandId = null, bool ends = false) =>
        cluster.Account(accountId).Settle(new SettleContact
        {
            CommandId = commandId ?? AgencyCluster.NewId(), Actor = AgencyCluster.Platform, What = what, Subject = subject, EndsEnforcement = ends,
        });

    public static List<Row> Due(this AgencyCluster cluster, string accountId) => cluster.Outbox(accountId, cluster.Time.GetUtcNow());

    public static List<Row> Outbox(this AgencyCluster cluster, string accountId, DateTimeOffset? until = null)
    {
        using var connection = cluster.Database.OpenReader();
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT grain, version, ordinal, kind, payload FROM outbox WHERE tenant='t1' AND payload LIKE $a AND next_at <= $now ORDER BY next_at, grain, version, ordinal";
        select.Parameters.AddWithValue("$a", $"%{accountId}%");
        select.Parameters.AddWithValue("$now", (until ?? DateTimeOffset.MaxValue).ToUnixTimeMilliseconds());
        using var reader = select.ExecuteReader();
        List<Row> rows = [];
        while (reader.Read()) { rows.Add(new Row(reader.GetString(0), reader.GetInt64(1), reader.GetInt32(2), reader.GetString(3), reader.GetString(4))); }
        return rows;
    }

    private static int Delete(Row row, SqliteConnection connection, SqliteTransaction transaction)
    {
        using var delete = connection.CreateCommand();
        delete.Transaction = transaction;
        delete.CommandText = "DELETE FROM outbox WHERE tenant='t1' AND grain=$g AND version=$v AND ordinal=$o";
        delete.Parameters.AddWithValue("$g", row.Grain);
        delete.Parameters.AddWithValue("$v", row.Version);
        delete.Parameters.AddWithValue("$o", row.Ordinal);
        return delete.ExecuteNonQuery();
    }
}

internal static class StoredRecords
{
    /// <summary>A value of the case's stored record that no view shows.</summary>
    public static T Stored<T>(this AgencyCluster cluster, Walk walk, string path) => cluster.Scalar<T>(
        "SELECT json_extract(CAST(data AS TEXT), $p) FROM grain_state WHERE tenant='t1' AND kind='case' AND id=$id", ("$p", path), ("$id", walk.Id));
}
