using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Agencies;
using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.Specs.Agencies;

public sealed class An_agency
{
    private static readonly Member Otto = new("otto", "Otto", "otto@agency.example", MemberRole.Owner, "Europe/Berlin");
    private static readonly Member Lea = new("lea", "Lea", "lea@agency.example", MemberRole.Manager, "Asia/Shanghai");
    private static readonly AgencyFounded Founding = new("ag", "Agency", "en", Otto);

    private Agency _agency = AgencyRules.Evolve(null, Founding);

    private void Keep(Decision<AgencyEvent> decision) => _agency = decision.Accepted().Aggregate(_agency, AgencyRules.Evolve);

    [Fact]
    public void is_founded_with_an_owner()
    {
        AgencyRules.Found(null, Founding).Accepted();
        AgencyRules.Found(null, Founding with { Owner = Lea }).Refused(RefusalCodes.Agencies.OwnerNeeded);
        AgencyRules.Found(null, Founding with { Name = "" }).Refused(RefusalCodes.Agencies.NameMissing);
        Assert.Empty(AgencyRules.Found(_agency, Founding).Accepted());
        AgencyRules.Found(_agency, Founding with { AgencyId = "other" }).Refused(RefusalCodes.Agencies.Exists);
    }

    [Fact]
    public void lets_owners_and_managers_change_members()
    {
        AgencyRules.AddMember(_agency, Lea, Story.Ann).Refused(RefusalCodes.Agencies.NotPermitted);
        Keep(AgencyRules.AddMember(_agency, Lea, Story.Otto));
        Keep(AgencyRules.AddMember(_agency, Lea with { Id = "ann", Email = "ann@agency.example", Role = MemberRole.CaseWorker }, Story.Lea));
        Assert.Equal(3, _agency.Members.Count);
        Assert.Empty(AgencyRules.AddMember(_agency, Lea, Story.Otto).Accepted());
    }

    [Fact]
    public void lets_only_owners_make_or_change_owners()
    {
        AgencyRules.AddMember(_agency, Lea with { Role = MemberRole.Owner }, Story.Lea).Refused(RefusalCodes.Agencies.OwnerOnly);
        AgencyRules.ChangeMember(_agency, Otto with { Name = "O" }, Story.Lea).Refused(RefusalCodes.Agencies.OwnerOnly);
        AgencyRules.ChangeMember(_agency, Otto with { Name = "O" }, Story.Otto).Accepted();
    }

    [Fact]
    public void is_never_without_an_owner()
    {
        AgencyRules.ChangeMember(_agency, Otto with { Role = MemberRole.Manager }, Story.Otto).Refused(RefusalCodes.Agencies.OwnerNeeded);
        AgencyRules.ChangeMember(_agency, Otto with { IsActive = false }, Story.Otto).Refused(RefusalCodes.Agencies.OwnerNeeded);
        Keep(AgencyRules.AddMember(_agency, Lea with { Role = MemberRole.Owner }, Story.Otto));
        AgencyRules.ChangeMember(_agency, Otto with { IsActive = false }, Story.Otto).Accepted();
    }

    [Fact]
    public void knows_each_member_properly()
    {
        AgencyRules.AddMember(_agency, Lea with { Name = " " }, Story.Otto).Refused(RefusalCodes.Members.NameMissing);
        AgencyRules.AddMember(_agency, Lea with { Email = "lea" }, Story.Otto).Refused(RefusalCodes.Members.EmailInvalid);
        AgencyRules.AddMember(_agency, Lea with { Email = "OTTO@agency.example" }, Story.Otto).Refused(RefusalCodes.Members.EmailTaken);
        AgencyRules.AddMember(_agency, Lea with { Role = MemberRole.None }, Story.Otto).Refused(RefusalCodes.Members.RoleMissing);
        AgencyRules.AddMember(_agency, Lea with { TimeZone = "Mars" }, Story.Otto).Refused(RefusalCodes.Members.TimeZoneUnknown);
        AgencyRules.AddMember(_agency, Lea with { Id = "otto" }, Story.Otto).Refused(RefusalCodes.Members.Exists);
        AgencyRules.ChangeMember(_agency, Lea, Story.Otto).Refused(RefusalCodes.Members.Unknown);
    }

    [Fact]
    public void overrides_its_playbook_by_key()
    {
        AgencyRules.OverridePlaybook(_agency, "ACC-AHR.c1.amount", "5", Story.Ann).Refused(RefusalCodes.Agencies.NotPermitted);
        AgencyRules.OverridePlaybook(_agency, "amount", "5", Story.Lea).Refused(RefusalCodes.Playbooks.KeyInvalid);
        AgencyRules.OverridePlaybook(_agency, "ACC-AHR.c1.amount", "", Story.Lea).Refused(RefusalCodes.Playbooks.ValueMissing);
        Keep(AgencyRules.OverridePlaybook(_agency, "ACC-AHR.c1.amount", "5", Story.Lea));
        Assert.Empty(AgencyRules.OverridePlaybook(_agency, "ACC-AHR.c1.amount", "5", Story.Lea).Accepted());
        Keep(AgencyRules.RemovePlaybookOverride(_agency, "ACC-AHR.c1.amount", Story.Lea));
        Assert.Empty(_agency.PlaybookOverrides);
        Assert.Empty(AgencyRules.RemovePlaybookOverride(_agency, "ACC-AHR.c1.amount", Story.Lea).Accepted());
    }

    [Fact]
    public void numbers_its_accounts_from_1001_once_each()
    {
        foreach (var account in new[] { "a", "b", "a" }) { Keep(AgencyRules.TakeAccountNumber(_agency, account)); }
        Assert.Equal((1001, 1002, 1003), (_agency.AccountNumbers["a"], _agency.AccountNumbers["b"], _agency.NextAccountNumber));
        AgencyRules.TakeAccountNumber(null, "a").Refused(RefusalCodes.Agencies.Unknown);
    }

    [Fact]
    public void saves_its_plan_as_a_version_over_the_one_that_was_edited()
    {
        var plan = SamplePlan.Plan;
        AgencyRules.SavePlan(_agency, plan, "h1", PlanChoice.FromNow, null, Story.Ann).Refused(RefusalCodes.Agencies.NotPermitted);
        Keep(AgencyRules.SavePlan(_agency, plan, "h1", PlanChoice.FromNow, 0, Story.Otto));
        Assert.Equal(new PlanReference(1, "h1"), _agency.Plan!.Reference);
        Assert.Empty(AgencyRules.SavePlan(_agency, plan, "h1", PlanChoice.FromNow, null, Story.Otto).Accepted());
        AgencyRules.SavePlan(_agency, plan, "h2", PlanChoice.FromNow, 0, Story.Otto).Refused(RefusalCodes.Plans.Moved);
        AgencyRules.SavePlan(_agency, plan with { DefaultCalendar = "none" }, "h2", PlanChoice.FromNow, 1, Story.Otto).Refused(RefusalCodes.Plans.ReferenceUnknown);
    }
}
