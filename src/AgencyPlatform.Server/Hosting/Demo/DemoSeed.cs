using System.Security.Cryptography;
using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Agencies;
using AgencyPlatform.Server.Agencies;
using AgencyPlatform.Server.Commands;
using AgencyPlatform.Server.Identity;
using Microsoft.Extensions.Options;

namespace AgencyPlatform.Server.Hosting.Demo;

/// <summary>
/// Seeds the demo agency once, in the background: first the people, so that they can log in, then the cases, which are made by
/// the same commands that people give.
/// </summary>
internal sealed partial class DemoSeed(
    IServiceScopeFactory scopes, IGrainFactory grains, IKeyRing keys, DemoGate gate, IOptions<DemoOptions> options, TimeProvider time,
    IHostApplicationLifetime lifetime, ILogger<DemoSeed> log) : BackgroundService
{
    public static readonly string Tenant = CommandStamp.Hashed("demo agency").ToString();

    private static readonly ActorInfo System = new() { Kind = "system", Id = "demo", Role = "none" };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using (lifetime.ApplicationStarted.Register(started.SetResult)) { await started.Task.WaitAsync(stoppingToken); }
        try
        {
            var isNew = await TenantGrains.For(Tenant, grains).Agency().Describe(stoppingToken) is null;
            if (isNew) { await FoundAgency(stoppingToken); } else { LogKnown(DemoWorld.Members[0].Email); }
            await AddKey(stoppingToken);
            gate.Open();
            if (isNew) { await new DemoHistory(scopes, Tenant, time.GetUtcNow()).Make(options.Value.Size, stoppingToken); }
            if (isNew) { LogSeeded(options.Value.Size); }
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            // A demo that fails must not stop a server that works.
            gate.Open();
            LogFailed(failure);
        }
    }

    public static string MemberId(int index) => CommandStamp.Hashed($"demo member {index}").ToString();

    private async Task FoundAgency(CancellationToken cancellationToken)
    {
        var password = options.Value.Password ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var members = DemoWorld.Members.Select((m, at) => new MemberInfo { Id = MemberId(at), Name = m.Name, Email = m.Email, Role = m.Role, TimeZone = m.Zone }).ToList();
        await Task.WhenAll(members.Select(async (member, at) =>
        {
            // The integration has no password: only its key acts for it.
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMemberLogIns>().Add(Tenant, member, at == 3 ? null : password, cancellationToken);
        }));
        await TenantGrains.For(Tenant, grains).Agency().Found(
            new FoundAgency { CommandId = "demo:found", Actor = System, Name = DemoWorld.AgencyName, DefaultLanguage = "en", Owner = members[0] }, cancellationToken);
        foreach (var member in members.Skip(1))
        {
            await TenantGrains.For(Tenant, grains).Agency().AddMember(new AddMember { CommandId = $"demo:{member.Id}", Actor = System, Member = member }, cancellationToken);
        }

        LogLogIn(members[0].Email, password);
    }

    private Task AddKey(CancellationToken cancellationToken)
    {
        if (options.Value.ApiKey is not { Length: > 0 } text) { return Task.CompletedTask; }
        var hash = ApiKeyText.Hash(text);
        var prefix = text[..Math.Min(text.Length, ApiKeyText.PrefixLength)];
        return keys.Add(Tenant, new NewKey(CommandStamp.Hashed($"demo key {hash}").ToString(), "Demo", MemberId(3), "owner", Policies.AnyScope, hash, prefix, null), cancellationToken);
    }

    [LoggerMessage(EventId = 3201, Level = LogLevel.Information, Message = "Demo agency: log in as {Email} with the password {Password}")]
    private partial void LogLogIn(string email, string password);

    [LoggerMessage(EventId = 3202, Level = LogLevel.Information, Message = "Demo agency: log in as {Email} with the password of the first start")]
    private partial void LogKnown(string email);

    [LoggerMessage(EventId = 3203, Level = LogLevel.Information, Message = "Demo agency: {Cases} cases are there")]
    private partial void LogSeeded(int cases);

    [LoggerMessage(EventId = 3204, Level = LogLevel.Error, Message = "The demo agency could not be made")]
    private partial void LogFailed(Exception failure);
}
