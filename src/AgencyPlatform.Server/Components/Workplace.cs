using AgencyPlatform.Contracts.Agencies;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Localization;
using AgencyPlatform.Server.Playbooks;

namespace AgencyPlatform.Server.Components;

/// <summary>What every page of a circuit needs to know: the agency, its people, the playbook it works by.</summary>
internal sealed class Workplace(CurrentTenant tenant, TenantGrains grains, IPlaybooks playbooks, Wording wording)
{
    private AgencyView? agency;

    public string AgencyName => agency?.Name ?? tenant.Tenant;

    public string PersonName => NameOf(tenant.MemberId);

    public string MemberId => tenant.MemberId;

    public string Role => tenant.Role;

    public IReadOnlyList<MemberInfo> Members => agency?.Members ?? [];

    public Playbook Playbook { get; private set; } = default!;

    public async Task Load(CancellationToken cancellationToken)
    {
        agency = await grains.Agency().Describe(cancellationToken);
        Playbook = await playbooks.Current(tenant.Tenant, cancellationToken);
        wording.Use(Playbook);
    }

    /// <summary>A member's name, or the id of whoever it is.</summary>
    public string NameOf(string? id) => Members.FirstOrDefault(m => m.Id == id)?.Name ?? id ?? "";
}
