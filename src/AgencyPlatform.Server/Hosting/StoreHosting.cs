using AgencyPlatform.Data;
using AgencyPlatform.Data.Files;
using AgencyPlatform.Data.Playbooks;
using AgencyPlatform.Data.Schema;
using AgencyPlatform.Data.Sla;
using AgencyPlatform.Data.Storage;
using AgencyPlatform.Grains.Cases;
using AgencyPlatform.Grains.Effects;
using AgencyPlatform.Grains.Playbooks;
using AgencyPlatform.Grains.Sla;
using AgencyPlatform.Server.Hosting.Webhooks;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Orleans.Storage;

namespace AgencyPlatform.Server.Hosting;

/// <summary>The embedded store: its folder, its schema, its one writer, and everything that reads it.</summary>
internal static class StoreHosting
{
    public static void AddStore(this WebApplicationBuilder builder)
    {
        var folder = Path.Combine(builder.Environment.ContentRootPath, builder.Configuration["Data:Directory"] ?? "data");
        var directory = DataDirectory.Take(folder);
        var database = new SqliteDatabase(directory.File("agency.db"));
        SqliteSchema.Apply(database);

        builder.AddSecrets(directory, database);

        // The folder is given back last; instances the container did not make it would not dispose.
        builder.Services.AddSingleton(_ => directory);
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton<SqliteWriter>();
        builder.Services.AddSingleton<RelationalGrainStorage>();
        builder.Services.AddKeyedSingleton<IGrainStorage>(GrainStore.Name, (s, _) => s.GetRequiredService<RelationalGrainStorage>());
        builder.Services.AddSingleton<ICommandReplies, SqliteCommandReplies>();
        builder.Services.AddSingleton<ILetterArchive, SqliteLetterArchive>();
        builder.Services.AddSingleton(new DbContextOptionsBuilder<SqliteAgencyDb>().UseSqlite(database.ReadConnectionString).Options);
        builder.Services.AddSingleton<AgencyStore>();
        builder.Services.AddScoped(s => s.GetRequiredService<AgencyStore>().Open(null));
        builder.Services.AddSingleton(new ContentFiles(directory.File("files")));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<PlaybookLibrary>();
        builder.Services.AddSingleton<IPlaybookLibrary>(s => s.GetRequiredService<PlaybookLibrary>());
        builder.Services.AddSingleton<SlaLibrary>();
        builder.Services.AddSingleton<ISlaLibrary>(s => s.GetRequiredService<SlaLibrary>());
        builder.Services.AddSingleton<StartUp>();
        builder.Services.AddHostedService(s => s.GetRequiredService<StartUp>());
        builder.Services.AddHostedService<PlaybookReload>();

        // Restarting must not log anybody out nor break an open page.
        builder.Services.AddDataProtection().SetApplicationName("AgencyPlatform").PersistKeysToFileSystem(new DirectoryInfo(directory.File("keys")));
    }
}
