using AgencyPlatform.Data.Notifications;
using AgencyPlatform.Data.Outbox;
using AgencyPlatform.Data.Storage;
using AgencyPlatform.Server.Accounts;
using AgencyPlatform.Server.Agencies;
using AgencyPlatform.Server.Cases;
using AgencyPlatform.Server.Clients;
using AgencyPlatform.Server.Commands;
using AgencyPlatform.Server.Files;
using AgencyPlatform.Server.Hosting.Clocks;
using AgencyPlatform.Server.Hosting.Demo;
using AgencyPlatform.Server.Hosting.Identity;
using AgencyPlatform.Server.Hosting.Webhooks;
using AgencyPlatform.Server.Live;
using AgencyPlatform.Server.Hosting.Sla;
using AgencyPlatform.Server.Notifications;
using AgencyPlatform.Server.Paging;
using AgencyPlatform.Server.Playbooks;
using AgencyPlatform.Server.Sla;
using AgencyPlatform.Server.Triage;

namespace AgencyPlatform.Server.Hosting;

/// <summary>What pages and endpoints share, and the workers beside them.</summary>
internal static class WorkHosting
{
    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        builder.Services.AddIdentityStore();
        builder.Services.AddCredentials();
        builder.Services.AddScoped<IMemberLogIns, MemberLogIns>();
    }

    public static void AddWork(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IPlaybooks, Playbooks>();
        services.AddSingleton<Reads>();
        services.AddSingleton<ICaseReads>(s => s.GetRequiredService<Reads>());
        services.AddSingleton<IClientReads>(s => s.GetRequiredService<Reads>());
        services.AddSingleton<IAccountReads>(s => s.GetRequiredService<Reads>());
        services.AddSingleton<NotificationMarks>();
        services.AddSingleton<INotificationReads, NotificationReads>();
        services.AddSingleton<IFileStore, FileStore>();
        services.AddSingleton<ISlaPlans, SlaPlans>();
        services.AddSingleton<Cursors>();
        services.AddSingleton<TimelineSentences>();
        services.AddSingleton<CaseChanges>();
        services.AddSingleton<MemberNews>();
        services.AddScoped<CommandStamps>();
        services.AddScoped<CaseDesk>();
        services.AddScoped<CaseQueries>();
        services.AddScoped<PromiseDesk>();
        services.AddScoped<PlanDesk>();
        services.AddScoped<HolidayDesk>();
        services.AddScoped<NotificationDesk>();
        services.AddScoped<ClientDesk>();
        services.AddScoped<AccountDesk>();
        services.AddScoped<AgencyDesk>();
        services.AddScoped<TriageDesk>();
    }

    public static void AddWorkers(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<PlanRollout>();
        services.AddSingleton<OutboxBell>();
        services.AddSingleton<ICommitListener, CommitHints>();
        services.AddSingleton<OutboxRows>();
        services.AddSingleton<NewsDelivery>();
        services.AddHostedService<PlaybookGate>();
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<NotificationHousekeeping>();
        services.AddClocks();
        services.AddHostedService<InboxWorker>();
        services.AddHostedService<InboxHousekeeping>();
        builder.AddDemo();
    }
}
