using AgencyPlatform.Server.Accounts;
using AgencyPlatform.Server.Agencies;
using AgencyPlatform.Server.Cases;
using AgencyPlatform.Server.Clients;
using AgencyPlatform.Server.Hosting;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Playbooks;
using AgencyPlatform.Server.Sla;
using AgencyPlatform.Server.Triage;

var builder = WebApplication.CreateBuilder(args);
builder.AddEdge();          // address, limits, problem details, languages, OpenAPI
builder.AddTelemetry();
builder.AddStore();         // before the silo, so that it closes after it
if (args is [var command, ..] && SubCommands.Known.TryGetValue(command, out var run)) { return await run(builder); }

builder.AddSilo();
builder.AddIdentity();
builder.AddWork();          // what pages and endpoints share
builder.AddWorkers();       // after the silo, so that they stop before it
builder.AddDashboard();

var app = builder.Build();
app.UseEdge();
app.MapOperations();        // health, metrics, OpenAPI
app.MapSessions();

var api = app.MapGroup("/api/v1").RequireAuthorization(Policies.Read);
api.MapTriage();
api.MapPlaybook();
api.MapSla();
api.MapClients();
api.MapAccounts();
api.MapCases();
api.MapAgency();

app.MapDashboard();         // pages, style sheets, scripts

await app.RunAsync();
return 0;
