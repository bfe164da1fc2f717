using AgencyPlatform.Data.Due;

namespace AgencyPlatform.Server.Hosting.Clocks;

/// <summary>
/// The watchdog over silent cases: at start and every now and then it wakes open cases that no row of the due index speaks for, so
/// that no case stays without a clock whatever went wrong.
/// </summary>
internal sealed class CaseSweep(SilentCases silent, CaseWakes wakes)
{
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(10);

    private const int Page = 2_000;
    private const int AtOnce = 8;

    /// <summary>A sweep that finds more leaves the rest to the next one, which goes on where it ended.</summary>
    private const int MostWakes = 5_000;

    private (string Tenant, string CaseId)? after;

    /// <returns>How many cases it woke.</returns>
    public async Task<int> Run(CancellationToken cancellationToken)
    {
        var woken = 0;
        do
        {
            var page = silent.After(after, Page);
            await Parallel.ForEachAsync(
                page.Cases, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (found, _) => await wakes.WakeSilent(found.Tenant, found.CaseId));
            woken += page.Cases.Count;
            after = page.Last;
        }
        while (after is not null && woken < MostWakes);
        return woken;
    }
}
