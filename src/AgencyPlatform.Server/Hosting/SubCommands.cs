using AgencyPlatform.Data.Storage;

namespace AgencyPlatform.Server.Hosting;

/// <summary>What the executable can do instead of serving: <c>AgencyPlatform.Server rebuild</c>. The server must be stopped.</summary>
internal static class SubCommands
{
    public static IReadOnlyDictionary<string, Func<WebApplicationBuilder, Task<int>>> Known { get; } =
        new Dictionary<string, Func<WebApplicationBuilder, Task<int>>>(StringComparer.Ordinal) { ["rebuild"] = Rebuild };

    /// <summary>Makes the lists of cases, accounts and clients again from their records.</summary>
    private static async Task<int> Rebuild(WebApplicationBuilder builder)
    {
        await using var app = builder.Build();
        var records = await new ReadModelRebuild(app.Services.GetRequiredService<SqliteDatabase>(), app.Services.GetRequiredService<SqliteWriter>()).Run(CancellationToken.None);
        await Console.Out.WriteLineAsync($"The read model was made again from {records} records.");
        return 0;
    }
}
