using AgencyPlatform.Server.Accounts;
using AgencyPlatform.Server.Agencies;
using AgencyPlatform.Server.Cases;
using AgencyPlatform.Server.Clients;
using AgencyPlatform.Server.Hosting;
using AgencyPlatform.Server.Hosting.Webhooks;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Notifications;
using AgencyPlatform.Server.Playbooks;
using AgencyPlatform.Server.Sla;
using AgencyPlatform.Server.Triage;
using AgencyPlatform.Server.Webhooks;

var builder = WebApplication.CreateBuilder(args);
builder.AddEdge();          // address, limits, problem details, languages, OpenAPI
builder.AddTelemetry();
builder.AddStore();         // before the silo, so that it closes after it
if (args is [var command, ..] && SubCommands.Known.TryGetValue(command, out var run)) { return await run(builder); }

builder.AddSilo();
builder.AddIdentity();
builder.AddWork();          // what pages and endpoints share
builder.AddWebhooks();      // the door for events and the inbox behind it
builder.AddWorkers();       // after the silo, so that they stop before it
builder.AddDashboard();

var app = builder.Build();
app.UseEdge();
app.MapOperations();        // health, metrics, OpenAPI
app.MapSessions();
app.MapIngress();

var api = app.MapGroup("/api/v1").RequireAuthorization(Policies.Read);
api.MapTriage();
api.MapPlaybook();
api.MapClients();
api.MapAccounts();
api.MapCases();
api.MapAgency();
api.MapPlans();
api.MapClockPreview();
api.MapNotifications();
api.MapWebhookEndpoints();
api.MapWebhookEvents();

app.MapDashboard();         // pages, style sheets, scripts

await app.RunAsync();
return 0;
