using AgencyPlatform.Data.Storage;

namespace AgencyPlatform.Data.Webhooks;

/// <summary>Finds out what an event is about, from the names its sender knows.</summary>
public sealed class EventSubjects(SqliteDatabase database)
{
    /// <summary>More than this is as good as many.</summary>
    private const int Enough = 3;

    /// <summary>Open cases first; the term is a reference, number or item, in any case.</summary>
    public IReadOnlyList<(string CaseId, bool IsOpen)> CasesByTerm(string tenant, string term, string? accountId = null)
    {
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT c.case_id, c.is_open FROM case_term t JOIN case_row c ON c.tenant=t.tenant AND c.case_id=t.case_id
            WHERE t.tenant=$t AND t.term=$w {(accountId is null ? "" : "AND c.account_id=$a")} ORDER BY c.is_open DESC, c.opened_at DESC LIMIT {Enough}
            """;
        command.Parameters.AddWithValue("$t", tenant);
        command.Parameters.AddWithValue("$w", term.ToLowerInvariant());
        command.Parameters.AddWithValue("$a", (object?)accountId ?? DBNull.Value);
        using var row = command.ExecuteReader();
        List<(string, bool)> cases = [];
        while (row.Read()) { cases.Add((row.GetString(0), row.GetInt64(1) != 0)); }
        return cases;
    }

    public string? AccountBySubscription(string tenant, string subscriptionId) =>
        One("SELECT account_id FROM amazon_subscription WHERE tenant=$t AND subscription_id=$k", tenant, subscriptionId) is [var account] ? account : null;

    /// <returns>Empty where nobody has this merchant id; several where two accounts were registered with it.</returns>
    public IReadOnlyList<string> AccountsBySeller(string tenant, string sellerId) =>
        One($"SELECT account_id FROM account_row WHERE tenant=$t AND seller_id=$k LIMIT {Enough}", tenant, sellerId);

    private List<string> One(string sql, string tenant, string key)
    {
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$t", tenant);
        command.Parameters.AddWithValue("$k", key);
        using var row = command.ExecuteReader();
        List<string> found = [];
        while (row.Read()) { found.Add(row.GetString(0)); }
        return found;
    }
}
