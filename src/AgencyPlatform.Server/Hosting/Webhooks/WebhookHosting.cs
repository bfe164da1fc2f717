using AgencyPlatform.Data.Storage;
using AgencyPlatform.Data.Webhooks;
using AgencyPlatform.Server.Secrets;
using AgencyPlatform.Server.Webhooks;

namespace AgencyPlatform.Server.Hosting.Webhooks;

/// <summary>The door for events, the inbox behind it, and the key to what both keep.</summary>
internal static class WebhookHosting
{
    /// <exception cref="InvalidOperationException">The installation's key is missing or another one than the stored secrets'.</exception>
    public static void AddSecrets(this WebApplicationBuilder builder, DataDirectory directory, SqliteDatabase database)
    {
        var sample = new WebhookEndpointRows(database).Any() is { Secrets: [var first, ..] } kept
            ? (kept.Tenant, DoorBook.About(kept.Id), Convert.FromBase64String(first.Ciphertext))
            : default((string, string, byte[])?);
        builder.Services.AddSingleton(SecretKey.Open(builder.Configuration[SecretKey.Setting], directory.File("secrets.key"), sample));
    }

    public static void AddWebhooks(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<WebhookEndpointRows>();
        services.AddSingleton<InboxRows>();
        services.AddSingleton<InboxReads>();
        services.AddSingleton<EventSubjects>();
        services.AddSingleton<InboxFeed>();
        services.AddSingleton<InboxBell>();
        services.AddSingleton<Gates>();
        services.AddSingleton<Tallies>();
        services.AddSingleton<DoorBook>();
        services.AddSingleton<IDoors>(s => s.GetRequiredService<DoorBook>());
        services.AddSingleton<ICommitListener>(s => s.GetRequiredService<DoorBook>());
        services.AddSingleton<IInbox, DurableInbox>();
        services.AddSingleton<IEndpointSecrets, EndpointSecrets>();
        services.AddSingleton<IWebhookReads, WebhookReads>();
        services.AddSingleton<Ingress>();
        services.AddSingleton<ISubjects, Subjects>();
        services.AddSingleton<SubjectSearch>();
        services.AddSingleton<StatusEvents>();
        services.AddSingleton<AmazonEvents>();
        services.AddSingleton<EventApplier>();
        services.AddSingleton(new InboxPauses(Random.Shared));
        services.AddScoped<WebhookDesk>();
    }
}
