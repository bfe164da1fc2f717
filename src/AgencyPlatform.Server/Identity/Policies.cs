using Microsoft.AspNetCore.Authorization;

namespace AgencyPlatform.Server.Identity;

/// <summary>Who may do what. Endpoints and pages name one of these; the rules behind them may still say no.</summary>
public static class Policies
{
    /// <summary>Everybody of the agency.</summary>
    public const string Read = "read";

    /// <summary>What only concerns the person alone, such as having seen something; every role, but no key that may only read.</summary>
    public const string OwnThings = "own-things";

    /// <summary>Work on cases, and the data of clients and accounts they need.</summary>
    public const string CaseWork = "case-work";

    /// <summary>Members, keys and the agency's playbook.</summary>
    public const string Lead = "lead";

    internal const string ReadScope = "read";
    internal const string WriteScope = "write";
    internal const string AnyScope = "*";

    private static readonly string[] Everybody = ["owner", "manager", "case-worker", "reviewer", "billing", "read-only"];

    internal static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Read, p => p.RequireRole(Everybody).RequireClaim(ClaimNames.Scope, AnyScope, ReadScope, WriteScope));
        options.AddPolicy(OwnThings, p => p.RequireRole(Everybody).RequireClaim(ClaimNames.Scope, AnyScope, WriteScope));
        options.AddPolicy(CaseWork, p => p.RequireRole("owner", "manager", "case-worker", "reviewer").RequireClaim(ClaimNames.Scope, AnyScope, WriteScope));
        options.AddPolicy(Lead, p => p.RequireRole("owner", "manager").RequireClaim(ClaimNames.Scope, AnyScope));
        options.FallbackPolicy = options.DefaultPolicy;
    }
}
