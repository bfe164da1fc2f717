using AgencyPlatform.Data.Due;
using AgencyPlatform.Data.Storage;
using AgencyPlatform.Server.Live;

namespace AgencyPlatform.Server.Hosting.Clocks;

/// <summary>The due index and the worker that wakes cases by it.</summary>
internal static class ClockHosting
{
    public static IServiceCollection AddClocks(this IServiceCollection services) => services
        .AddSingleton<IStoreClock, ProcessClock>()
        .AddSingleton<DueRows>()
        .AddSingleton<SilentCases>()
        .AddSingleton<ClaimedRows>()
        .AddSingleton<ICommitListener>(s => s.GetRequiredService<ClaimedRows>())
        .AddSingleton<ICaseWaker, GrainWaker>()
        .AddSingleton<ClockHealth>()
        .AddSingleton<ClockMeter>()
        .AddSingleton<CaseWakes>()
        .AddSingleton<CaseSweep>()
        .AddHostedService<DuePoller>();
}
