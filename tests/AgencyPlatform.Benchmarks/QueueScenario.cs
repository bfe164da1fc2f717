using System.Diagnostics;
using AgencyPlatform.Data;
using AgencyPlatform.Data.Cases;
using AgencyPlatform.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyPlatform.Benchmarks;

/// <summary>The queue page's questions (first page, a filter, counts) at 100,000 open cases among 1,000,000 of one agency.</summary>
public static class QueueScenario
{
    private const int Total = 1_000_000;
    private const int Open = 100_000;
    private const int PageSize = 50;

    private static readonly string[] Stages = ["intake", "drafting", "review", "ready", "awaiting-client", "awaiting-amazon", "awaiting-rights-owner"];
    private static readonly string[] Desks = ["SELLER_PERFORMANCE", "PRODUCT_QUALITY", "NOTICE", "CATALOG", "SELLER_SUPPORT", "NOTICE_DISPUTE"];

    public static async Task<Report> Run(TimeSpan length)
    {
        await using var silo = await BenchmarkSilo.Start();
        var filling = Stopwatch.StartNew();
        await Fill(silo);
        var filled = filling.Elapsed;

        var options = new DbContextOptionsBuilder<SqliteAgencyDb>().UseSqlite(silo.Database.ReadConnectionString).Options;
        await using var db = new SqliteAgencyDb(options, new OneTenant(), silo.Writer);
        var random = new Random(7);
        var questions = new (string Name, Func<Task> Ask)[]
        {
            ("first page", () => db.Queue(new CaseRowFilter(null, null, null, null), null, PageSize, default)),
            ("one stage", () => db.Queue(new CaseRowFilter(Stages[random.Next(Stages.Length)], null, null, null), null, PageSize, default)),
            ("one desk", () => db.Queue(new CaseRowFilter(null, Desks[random.Next(Desks.Length)], null, null), null, PageSize, default)),
            ("stage and desk", () => db.Queue(new CaseRowFilter(Stages[random.Next(Stages.Length)], Desks[random.Next(Desks.Length)], null, null), null, PageSize, default)),
            ("a page deep inside", () => db.Queue(new CaseRowFilter(null, null, null, null), (true, DateTimeOffset.FromUnixTimeMilliseconds(random.Next(1, Open) * 1000L), ""), PageSize, default)),
            ("search by ASIN", () => db.Search($"b0{random.Next(Total):d8}", new CaseRowFilter(null, null, null, null), PageSize, default)),
            ("counts", () => db.CaseCounts.AsNoTracking().Where(c => c.N > 0).ToListAsync()),
        };
        var report = new Report().Add("rows", Total, "").Add("filling", filled.TotalSeconds, "s");
        var whole = new List<double>();
        foreach (var (name, ask) in questions)
        {
            for (var i = 0; i < 20; i++) { await ask(); }
            var samples = new List<double>();
            var until = Stopwatch.StartNew();
            while (until.Elapsed < length / (questions.Length + 1))
            {
                var started = Stopwatch.GetTimestamp();
                await ask();
                samples.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            report.AddPercentiles(name, [.. samples]);
        }

        for (var page = Stopwatch.StartNew(); page.Elapsed < length / (questions.Length + 1);)
        {
            var started = Stopwatch.GetTimestamp();
            await questions[0].Ask();
            await questions[1].Ask();
            await questions[^1].Ask();
            whole.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return report.AddPercentiles("first page, filter and counts together", [.. whole]);
    }

    private static Task Fill(BenchmarkSilo silo) => silo.Writer.Run((connection, transaction) =>
    {
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"""
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {Total})
            INSERT INTO case_row
            SELECT '{BenchmarkSilo.Tenant}', printf('%08x-0000-7000-8000-%012x', (i * 7919) % {Total}, i), printf('%d-%d', 1001 + i % 500, i / 500),
              'client-' || (i % 200), 'account-' || (i % 500), 'enf-' || i, 'PQ-INAUTHENTIC', 'listing-removal',
              {Pick(Desks, "i")}, iif(i < {Open}, {Pick(Stages, "i / 7")}, 'resolved'), i < {Open},
              iif(i < {Open}, ((i * 7919) % {Open}) * 1000, NULL), iif(i < {Open}, 'draft', NULL), iif(i < {Open}, NULL, 'reinstated'),
              i % 4, NULL, printf('b0%08d', i), i * 1000, i * 1000
            FROM n;
            INSERT INTO case_term SELECT tenant, terms, case_id FROM case_row;
            ANALYZE;
            """;
        return insert.ExecuteNonQuery();
    });

    private static string Pick(string[] values, string by) =>
        $"CASE ({by}) % {values.Length} {string.Concat(values.Select((v, k) => $"WHEN {k} THEN '{v}' "))}END";

    private sealed class OneTenant : IReadTenant
    {
        public string? Tenant => BenchmarkSilo.Tenant;
    }
}
