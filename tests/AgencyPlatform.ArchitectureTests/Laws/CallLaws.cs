using AgencyPlatform.ArchitectureTests.Code;

namespace AgencyPlatform.ArchitectureTests.Laws;

/// <summary>Calls that only one type may make, and calls nobody may make.</summary>
internal static class CallLaws
{
    private static readonly string[] Principals =
        ["ClaimsPrincipal", "ClaimsIdentity", "PrincipalExtensions", "ClaimsPrincipalExtensions"];

    private static readonly string[] ReadsAClaim =
        ["FindFirst", "FindAll", "HasClaim", "FindFirstValue", "IsInRole", "get_Claims", "GetUserId", "GetUserName"];

    /// <summary>A member (or a type, for attributes) that opens a door, and why it stays shut.</summary>
    private static readonly IReadOnlyDictionary<string, string> Doors = new Dictionary<string, string>
    {
        ["AllowAnonymous"] = "opens a route to everybody",
        ["DisableAntiforgery"] = "accepts forms of other sites",
        ["IgnoreQueryFilters"] = "reads other tenants' rows",
        ["FromSqlRaw"] = "takes SQL as text; use FromSql",
        ["SqlQueryRaw"] = "takes SQL as text; use SqlQuery",
        ["ExecuteSqlRaw"] = "takes SQL as text; use ExecuteSql",
        ["ExecuteSqlRawAsync"] = "takes SQL as text; use ExecuteSqlAsync",
        ["set_ServerCertificateCustomValidationCallback"] = "switches certificate checks off",
        ["set_RemoteCertificateValidationCallback"] = "switches certificate checks off",
        ["AllowAnonymousAttribute"] = "opens a page to everybody",
        ["IgnoreAntiforgeryTokenAttribute"] = "accepts forms of other sites",
        ["MarkupString"] = "puts text on a page as markup",
    };

    public static IEnumerable<Offender> AsksForGrains(IEnumerable<Use> code, string onlyIn) =>
        GetGrain(code).Where(u => u.Owner.Name != onlyIn)
            .Select(u => new Offender(u.Owner.FullName, $"{u.Method} calls GetGrain; only {onlyIn} may"));

    /// <summary>Case → account is the only call between grains, so that no two grains can wait for each other.</summary>
    public static IEnumerable<Offender> CallsAnotherGrain(IEnumerable<Use> code) =>
        GetGrain(code).Where(u => u.Owner.Name != "CaseGrain" || u.TypeArguments is not [{ Name: "ISellerAccountGrain" }])
            .Select(u => new Offender(u.Owner.FullName, $"{u.Method} calls GetGrain; only the case may, for its account"));

    public static IEnumerable<Offender> ReadsClaims(IEnumerable<Use> code, string onlyIn) =>
        code.Where(u => Principals.Contains(u.Target.Name) && u.Member is not null && ReadsAClaim.Contains(u.Member) && u.Owner.Name != onlyIn)
            .Select(u => new Offender(u.Owner.FullName, $"{u.Method} reads {u.What}; only {onlyIn} may"));

    public static IEnumerable<Offender> OpensADoor(IEnumerable<Use> code) =>
        from use in code
        where use.Target.Assembly != "AgencyPlatform.ArchitectureTests"
        let name = use.Member is null or ".ctor" ? use.Target.Name : use.Member
        let why = Doors.GetValueOrDefault(name)
            ?? (name.StartsWith("get_Dangerous", StringComparison.Ordinal) ? "is called dangerous by its makers" : null)
        where why is not null
        select new Offender(use.Owner.FullName, $"{name} {why}");

    /// <summary>The members of a banned-symbols file (<c>P:</c> and <c>M:</c> lines) that code calls.</summary>
    public static IEnumerable<Offender> CallsBanned(IEnumerable<Use> code, IEnumerable<string> bannedSymbols)
    {
        var banned = bannedSymbols.Where(l => l.Length > 0).Select(Member).ToHashSet(StringComparer.Ordinal);
        return code.Where(u => u.Member is not null && banned.Contains(u.What)).Select(u => new Offender(u.Owner.FullName, $"{u.Method} calls {u.What}"));
    }

    private static IEnumerable<Use> GetGrain(IEnumerable<Use> code) =>
        code.Where(u => u.Member == "GetGrain" && u.Target.Assembly.StartsWith("Orleans", StringComparison.Ordinal));

    private static string Member(string line)
    {
        var symbol = line.Split(';')[0].Split('(')[0];
        var at = symbol.LastIndexOf('.');
        return symbol.StartsWith("P:", StringComparison.Ordinal) ? $"{symbol[2..at]}.get_{symbol[(at + 1)..]}" : symbol[2..];
    }
}
