namespace AgencyPlatform.Domain.Agencies;

/// <summary>What may happen to an agency. Members and playbook overrides belong to its owners and managers.</summary>
public static class AgencyRules
{
    public static Decision<AgencyEvent> Found(Agency? current, AgencyFounded request) => throw new NotImplementedException();
    public static Decision<AgencyEvent> AddMember(Agency? current, Member member, Actor actor) => throw new NotImplementedException();
    public static Decision<AgencyEvent> ChangeMember(Agency? current, Member member, Actor actor) => throw new NotImplementedException();
    public static Decision<AgencyEvent> OverridePlaybook(Agency? current, string key, string value, Actor actor) => throw new NotImplementedException();
    public static Decision<AgencyEvent> RemovePlaybookOverride(Agency? current, string key, Actor actor) => throw new NotImplementedException();
    public static Decision<AgencyEvent> TakeAccountNumber(Agency? current, string accountId) => throw new NotImplementedException();
    public static Agency Evolve(Agency? current, AgencyEvent happened) => throw new NotImplementedException();
}
