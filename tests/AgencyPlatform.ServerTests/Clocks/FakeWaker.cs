using System.Collections.Concurrent;
using System.Threading.Channels;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Server.Hosting.Clocks;

namespace AgencyPlatform.ServerTests.Clocks;

/// <summary>Stands for the case grains: by default a woken case does what is due and takes its row away.</summary>
internal sealed class FakeWaker(DueIndex index) : ICaseWaker
{
    private readonly Channel<(string CaseId, DateTimeOffset Now)> woken = Channel.CreateUnbounded<(string, DateTimeOffset)>();

    /// <summary>Answers for single cases, instead of taking the row away.</summary>
    public ConcurrentDictionary<string, Func<CancellationToken, Task<WakeReply>>> Answers { get; } = new();

    /// <summary>Answers for all other cases.</summary>
    public Func<string, string, Task<WakeReply>>? Otherwise { get; set; }

    public ConcurrentQueue<string> Warmed { get; } = new();

    public static Func<CancellationToken, Task<WakeReply>> Hangs => _ => new TaskCompletionSource<WakeReply>().Task;

    public async Task<WakeReply> Wake(string tenant, string caseId, DateTimeOffset? armedAt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        woken.Writer.TryWrite((caseId, now));
        if (Answers.TryGetValue(caseId, out var answer)) { return await answer(cancellationToken); }
        if (Otherwise is not null) { return await Otherwise(tenant, caseId); }
        await index.Disarm(caseId, tenant);
        return new WakeReply { FiredDueAt = [now] };
    }

    public Task Warm(string tenant, string caseId, CancellationToken cancellationToken)
    {
        Warmed.Enqueue(caseId);
        return Task.CompletedTask;
    }

    /// <summary>The next case that is woken.</summary>
    public async Task<(string CaseId, DateTimeOffset Now)> Next()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await woken.Reader.ReadAsync(patience.Token);
    }

    public async Task<List<string>> Next(int count)
    {
        List<string> cases = [];
        while (cases.Count < count) { cases.Add((await Next()).CaseId); }
        return cases;
    }

    /// <summary>How many were woken that no test asked for.</summary>
    public int Unread => woken.Reader.Count;
}
