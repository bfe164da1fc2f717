using System.Text.Json;
using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Agencies;
using AgencyPlatform.Contracts.Tenancy;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Agencies;
using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Grains.Effects;
using AgencyPlatform.Grains.Playbooks;
using Orleans.Runtime;

namespace AgencyPlatform.Grains.Agencies;

/// <summary>The stored record of one agency.</summary>
public sealed record AgencyRecord : Journaled<Agency>;

[GrainType("agency")]
internal sealed class AgencyGrain(
    [PersistentState("agency", GrainStore.Name)] IPersistentState<AgencyRecord> store,
    IGrainContext context, ICommandReplies replies, TimeProvider time, IPlaybookLibrary playbooks) : Grain, IAgencyGrain
{
    private static readonly Fold<Agency, AgencyEvent> Fold = new(
        new EventNames<AgencyEvent>("agency"), (agency, happened, _) => AgencyRules.Evolve(agency, happened), (_, _) => null);

    private readonly Journal<AgencyRecord, Agency, AgencyEvent> journal = new(store, context, replies, time, Fold);

    public Task<AgencyReply> Found(FoundAgency command, CancellationToken cancellationToken) =>
        Run(command, agency => AgencyRules.Found(agency, new AgencyFounded(
            TenantKey.Of(this.GetPrimaryKeyString()).Tenant, command.Name, command.DefaultLanguage, Member(command.Owner))), cancellationToken);

    public Task<AgencyReply> AddMember(AddMember command, CancellationToken cancellationToken) =>
        Run(command, agency => AgencyRules.AddMember(agency, Member(command.Member), command.Actor.Actor()), cancellationToken);

    public async Task<AgencyReply> OverridePlaybook(OverridePlaybook command, CancellationToken cancellationToken)
    {
        if (command.Value is null)
        {
            return await Run(command, agency => AgencyRules.RemovePlaybookOverride(agency, command.Entry, command.Actor.Actor()), cancellationToken);
        }

        // The shipped playbook judges the entry before the agency keeps it.
        return await playbooks.CheckOverride(command.Entry, command.Value, cancellationToken) is { } no
            ? new AgencyReply { Refusal = new RefusalView { Code = no.Code, Facts = no.Facts } }
            : await Run(command, agency => AgencyRules.OverridePlaybook(agency, command.Entry, command.Value, command.Actor.Actor()), cancellationToken);
    }

    public async Task<AgencyReply> NumberAccount(NumberAccount command, CancellationToken cancellationToken)
    {
        var reply = await Run(command, agency => AgencyRules.TakeAccountNumber(agency, command.AccountId), cancellationToken);
        return journal.State?.AccountNumbers.TryGetValue(command.AccountId, out var number) == true ? reply with { AccountNumber = number } : reply;
    }

    public Task<AgencyReply> SavePlan(SavePlan command, CancellationToken cancellationToken)
    {
        if (!Wire.TryRead<PlanChoice>(command.Choice, out var choice)) { return Task.FromResult(No("plan.choice-invalid", ("choice", command.Choice))); }
        SlaPlan plan;
        try
        {
            plan = PlanContent.Read(command.Content);
        }
        catch (JsonException unreadable)
        {
            return Task.FromResult(No("plan.unreadable", ("path", unreadable.Path ?? "$")));
        }

        var hash = PlanContent.Hash(plan);
        var now = time.GetUtcNow();
        return Run(
            command, agency => AgencyRules.SavePlan(agency, plan, hash, choice, command.BasedOn, command.Actor.Actor()), cancellationToken,
            (_, events) => events.OfType<PlanSaved>().SelectMany(e => Saved(e, now)));
    }

    public Task<AgencyView?> Describe(CancellationToken cancellationToken) => Task.FromResult(View(journal.State));

    private static IEnumerable<Effect> Saved(PlanSaved saved, DateTimeOffset now)
    {
        yield return new Effect.PlanKept(saved.Plan.Hash, saved.Plan.Version, now, PlanContent.Write(saved.Content));
        if (saved.Choice == PlanChoice.NewCasesOnly) { yield break; }
        var work = new PlanToApply(saved.Plan.Version, saved.Plan.Hash, Wire.Name(saved.Choice));
        yield return new Effect.Outgoing(OutgoingWork.ApplyPlan, JsonSerializer.Serialize(work, RecordJson.Options), now);
    }

    private static AgencyReply No(string code, params (string Name, string Value)[] facts) =>
        new() { Refusal = new RefusalView { Code = code, Facts = facts.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal) } };

    private Task<AgencyReply> Run(
        Command command, Func<Agency?, Decision<AgencyEvent>> decide, CancellationToken cancellationToken,
        Func<Agency, IReadOnlyList<AgencyEvent>, IEnumerable<Effect>>? alsoMake = null) =>
        journal.Run(command, new Turn<Agency, AgencyEvent, AgencyReply>
        {
            Decide = (agency, _) => decide(agency),
            Reply = (agency, no) => new AgencyReply { Refusal = no, Agency = View(agency) },
            Replayed = reply => reply with { Replayed = true },
            AlsoMake = alsoMake,
        }, cancellationToken);

    private static Member Member(MemberInfo m) =>
        new(m.Id, m.Name, m.Email, Wire.TryRead<MemberRole>(m.Role, out var role) ? role : MemberRole.None, m.TimeZone, m.IsActive);

    private static AgencyView? View(Agency? agency) => agency is null
        ? null
        : new AgencyView
        {
            Id = agency.Id,
            Name = agency.Name,
            DefaultLanguage = agency.DefaultLanguage,
            Members = [.. agency.Members.Select(m => new MemberInfo { Id = m.Id, Name = m.Name, Email = m.Email, Role = Wire.Name(m.Role), TimeZone = m.TimeZone, IsActive = m.IsActive })],
            PlaybookOverrides = agency.PlaybookOverrides,
            PlanVersion = agency.Plan?.Reference.Version ?? 0,
            PlanHash = agency.Plan?.Reference.Hash,
        };
}
