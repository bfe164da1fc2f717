using AgencyPlatform.Data.Storage;

namespace AgencyPlatform.Data.Due;

/// <summary>Open cases that no clock will ever wake, because the due index holds no row of theirs.</summary>
public sealed class SilentCases(SqliteDatabase database)
{
    /// <summary>Looks through the next cases in order of their keys.</summary>
    /// <param name="after">Where the last page ended; null begins.</param>
    /// <param name="page">How many cases to look at, open or not.</param>
    public SilentPage After((string Tenant, string CaseId)? after, int page)
    {
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT tenant, case_id, is_open AND NOT EXISTS (SELECT 1 FROM due d WHERE d.tenant = c.tenant AND d.case_id = c.case_id)
            FROM case_row c WHERE (tenant, case_id) > ($t, $c) ORDER BY tenant, case_id LIMIT $page
            """;
        command.Parameters.AddWithValue("$t", after?.Tenant ?? "");
        command.Parameters.AddWithValue("$c", after?.CaseId ?? "");
        command.Parameters.AddWithValue("$page", page);
        List<(string, string)> silent = [];
        (string, string)? last = null;
        var seen = 0;
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            seen++;
            last = (row.GetString(0), row.GetString(1));
            if (row.GetBoolean(2)) { silent.Add(last.Value); }
        }

        return new SilentPage(silent, seen < page ? null : last);
    }
}

/// <param name="Last">Where the next page begins; null at the end.</param>
public sealed record SilentPage(IReadOnlyList<(string Tenant, string CaseId)> Cases, (string Tenant, string CaseId)? Last);
