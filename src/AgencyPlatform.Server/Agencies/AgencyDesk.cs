using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Agencies;
using AgencyPlatform.Server.Commands;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Playbooks;

namespace AgencyPlatform.Server.Agencies;

/// <summary>A person to take on; without a password they cannot log in, but a key may act for them.</summary>
public sealed record MemberToAdd(string Name, string Email, string Role, string TimeZone, string? Password);

/// <summary>Log-ins of members.</summary>
public interface IMemberLogIns
{
    /// <returns>Why the password or address cannot be taken, as a code of a sentence; null where it can.</returns>
    Task<string?> Check(string email, string? password, string memberId);

    /// <summary>Makes the log-in and the membership. Repeating it changes nothing.</summary>
    Task Add(string tenant, MemberInfo member, string? password, CancellationToken cancellationToken);
}

/// <summary>The agency's own matters: members, keys, and what it changed in the playbook.</summary>
public sealed class AgencyDesk(TenantGrains grains, CommandStamps stamps, IMemberLogIns logIns, IKeyRing keys, IPlaybooks playbooks, CurrentTenant caller)
{
    public Task<AgencyView?> Describe(CancellationToken cancellationToken) => grains.Agency().Describe(cancellationToken);

    /// <summary>Takes a person on: the agency decides first, then the log-in is made.</summary>
    public async Task<(MemberInfo Member, AgencyReply Reply)> AddMember(MemberToAdd input, CancellationToken cancellationToken)
    {
        var stamp = stamps.Next();
        var member = new MemberInfo { Id = stamp.NewId("member"), Name = input.Name, Email = input.Email, Role = input.Role, TimeZone = input.TimeZone };
        if (await logIns.Check(input.Email, input.Password, member.Id) is { } problem)
        {
            return (member, new AgencyReply { Refusal = new RefusalView { Code = problem, Facts = new Dictionary<string, string> { ["email"] = input.Email } } });
        }

        var reply = await grains.Agency().AddMember(stamp.Fill(new AddMember { CommandId = stamp.CommandId, Actor = stamp.Actor, Member = member }), cancellationToken);
        if (reply.Refusal is null) { await logIns.Add(caller.Tenant, member, input.Password, cancellationToken); }
        return (member, reply);
    }

    /// <summary>Makes a key for a member; the text is shown this once.</summary>
    /// <returns>Null where there is no such member.</returns>
    public async Task<(KeyInfo Key, string Text)?> AddKey(string name, string memberId, IReadOnlyList<string> scopes, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        if ((await Describe(cancellationToken))?.Members.FirstOrDefault(m => m.Id == memberId && m.IsActive) is not { } member) { return null; }
        var text = ApiKeyText.New();
        var key = new NewKey(Guid.CreateVersion7().ToString(), name, member.Id, member.Role, string.Join(' ', scopes), ApiKeyText.Hash(text), text[..ApiKeyText.PrefixLength], expiresAt);
        await keys.Add(caller.Tenant, key, cancellationToken);
        return ((await keys.List(caller.Tenant, cancellationToken)).First(k => k.Id == key.Id), text);
    }

    public Task<IReadOnlyList<KeyInfo>> Keys(CancellationToken cancellationToken) => keys.List(caller.Tenant, cancellationToken);

    public Task<bool> WithdrawKey(string id, CancellationToken cancellationToken) => keys.Withdraw(caller.Tenant, id, cancellationToken);

    /// <param name="value">Null takes the override back.</param>
    public async Task<AgencyReply> OverridePlaybook(string entry, string? value, CancellationToken cancellationToken)
    {
        var stamp = stamps.Next();
        var reply = await grains.Agency().OverridePlaybook(
            stamp.Fill(new OverridePlaybook { CommandId = stamp.CommandId, Actor = stamp.Actor, Entry = entry, Value = value }), cancellationToken);
        if (reply.Refusal is null) { playbooks.Forget(caller.Tenant); }
        return reply;
    }
}
