using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.Specs;

/// <summary>A small playbook made by hand: the rules are specified against it, not against the real data.</summary>
internal static class SamplePlaybook
{
    public const string Related = "ACC-RELATED";
    public const string Inauthentic = "PQ-INAUTHENTIC";
    public const string Variation = "LST-VARIATION";
    public const string Trademark = "IP-TRADEMARK";
    public const string Copyright = "IP-COPYRIGHT";
    public const string CatalogMatch = "CAT-MATCH";
    public const string HowTo = "GEN-HOWTO";

    /// <summary>Data that break R4: an enforcement whose ladder begins with Seller Support.</summary>
    public const string SupportFirst = "BAD-SUPPORT-FIRST";

    /// <summary>Data that list Jeff before Executive Seller Relations.</summary>
    public const string JeffFirst = "BAD-JEFF-FIRST";

    public static readonly Provenance From = new("s1", Certainty.Article);
    private static readonly LocalText Text = new("text", "文字");

    public static Playbook Playbook { get; } = new()
    {
        Id = "sample", SchemaVersion = 1, Version = "1", ContentHash = "hash", KindSignals = [], LintRules = [],
        Senders = new SenderRules([], [], []), Sources = new Dictionary<string, Source>(),
        Desks = Desks().ToDictionary(d => d.Id),
        Categories = Categories().ToDictionary(c => c.Id),
        Budgets =
        [
            new("SP.q1", DeskIds.SellerPerformance, "enforcement", 3, 30, 0, Text, From),
            new("SS.q1", DeskIds.SellerSupport, "account", 2, 7, 0, Text, From),
            new("CAT.q1", DeskIds.Catalog, "account", 5, 30, 3, Text, From),
            new("ESR.q1", DeskIds.ExecutiveSellerRelations, "enforcement", 1, 3650, 0, Text, From),
            new("JB.q1", DeskIds.JeffBezos, "enforcement", 1, 3650, 0, Text, From),
        ],
    };

    public static Playbook With(Desk desk) =>
        Playbook with { Desks = Playbook.Desks.Values.Where(d => d.Id != desk.Id).Append(desk).ToDictionary(d => d.Id) };

    public static Playbook With(params ContactBudget[] budgets) => Playbook with { Budgets = budgets };

    public static ContactBudget Budget(string desk, int limit, int windowDays, int gapDays, string scope = "account") =>
        new($"{desk}.q", desk, scope, limit, windowDays, gapDays, Text, From);

    public static DeskContact Mail(string address, DateOnly? validTo = null) => new(Channels.Email, address, null, validTo, From);

    private static IEnumerable<Desk> Desks() =>
    [
        // Phone stands here on purpose: R17 refuses it whatever the data say.
        Make(DeskIds.SellerPerformance, DeskAuthority.Deciding, [Channels.Email, Channels.Portal, Channels.Phone], 2, contacts: Mail("seller-performance@amazon.com")),
        Make(DeskIds.ProductQuality, DeskAuthority.Deciding, [Channels.Email, Channels.Portal], 2, contacts: Mail("pq@amazon.com")),
        Make(DeskIds.SellerSupport, DeskAuthority.None, [Channels.Portal, Channels.Phone], hears: false, contacts: Mail("merch.service@amazon.com")),
        Make(DeskIds.Catalog, DeskAuthority.Advisory, [Channels.Portal]),
        Make(DeskIds.Notice, DeskAuthority.Deciding, [Channels.Email, Channels.Portal], hears: false),
        Make(DeskIds.NoticeDispute, DeskAuthority.Deciding, [Channels.Email, Channels.Portal], 5, contacts: Mail("notice-dispute@amazon.com")),
        Make(DeskIds.AccountHealthSupport, DeskAuthority.Advisory, [Channels.Phone], hears: false),
        Make(DeskIds.RightsOwner, DeskAuthority.Advisory, [Channels.Email, Channels.Phone], 3, hears: false),
        Make(DeskIds.ExecutiveSellerRelations, DeskAuthority.Deciding, [Channels.Email, Channels.Portal], 1, isExecutive: true, unit: "hours",
            contacts: [Mail("old-vp@amazon.com", new DateOnly(2018, 12, 31)), Mail("esr@amazon.com")]),
        Make(DeskIds.JeffBezos, DeskAuthority.Deciding, [Channels.Email], 1, isExecutive: true, unit: "hours", contacts: Mail("jeff@amazon.com")),
    ];

    private static IEnumerable<Category> Categories() =>
    [
        Make(Related, "account", true, true, DeskIds.SellerPerformance, DeskIds.SellerPerformance, DeskIds.SellerPerformance, DeskIds.ExecutiveSellerRelations, DeskIds.JeffBezos),
        Make(Inauthentic, "quality", true, false, DeskIds.ProductQuality, DeskIds.ProductQuality, DeskIds.ProductQuality, DeskIds.ExecutiveSellerRelations, DeskIds.JeffBezos),
        Make(Variation, "listing", true, false, DeskIds.ProductQuality, DeskIds.ProductQuality, DeskIds.Catalog),
        Make(Trademark, "ip", true, false, DeskIds.Notice, DeskIds.Notice, DeskIds.RightsOwner, DeskIds.NoticeDispute, DeskIds.ExecutiveSellerRelations),
        Make(Copyright, "ip", true, false, DeskIds.Notice, DeskIds.RightsOwner, DeskIds.Notice, DeskIds.NoticeDispute),
        Make(CatalogMatch, "catalog", false, false, DeskIds.Catalog, DeskIds.Catalog, DeskIds.SellerSupport, DeskIds.ExecutiveSellerRelations, DeskIds.JeffBezos),
        Make(HowTo, "general", false, false, DeskIds.SellerSupport, DeskIds.SellerSupport),
        Make(SupportFirst, "account", true, true, DeskIds.SellerSupport, DeskIds.SellerSupport, DeskIds.SellerPerformance),
        Make(JeffFirst, "account", true, true, DeskIds.SellerPerformance, DeskIds.SellerPerformance, DeskIds.JeffBezos, DeskIds.ExecutiveSellerRelations),
    ];

    private static Desk Make(
        string id, DeskAuthority authority, string[] channels, int? reply = null, bool hears = true, bool isExecutive = false, string unit = "days", params DeskContact[] contacts) => new()
        {
            Id = id, Name = Text, FromArticle = true, Mandate = Text, May = [], MayNot = [], Risks = [], WhenNotToUse = [], Channels = channels,
            ExpectedReply = reply is { } amount ? new ExpectedReply(amount, unit, From) : null, Contacts = contacts, Authority = authority,
            IsExecutive = isExecutive, HearsEscalations = hears,
        };

    private static Category Make(string id, string group, bool isEnforcement, bool isAccountLevel, string firstDesk, params string[] ladder) => new()
    {
        Id = id, Name = Text, Group = group, IsEnforcement = isEnforcement, IsAccountLevel = isAccountLevel, RouterOrder = 1, FirstDesk = firstDesk,
        FirstAction = Text, Signals = [], Clocks = [], Burns = [], Sources = [],
        Ladder = [.. ladder.Select((desk, i) => new LadderStep($"{id}.l{i + 1}", desk, Text, Needs(id, i, desk)))],
        Evidence = [new($"{id}.e1", Text, true, null, From), new($"{id}.e2", Text, false, null, From)],
    };

    private static IReadOnlyList<Precondition> Needs(string id, int i, string desk) =>
        desk is DeskIds.ExecutiveSellerRelations or DeskIds.JeffBezos
            ? [new($"{id}.l{i + 1}.n1", Text, "ordinary-round-finished", "R26"), new($"{id}.l{i + 1}.n2", Text, "executive-token-free", "R30"),
               new($"{id}.l{i + 1}.n3", Text, "last-submission-age-2d", "R29"), new($"{id}.l{i + 1}.n4", Text, null, null)]
            : [new($"{id}.l{i + 1}.n1", Text, "no-open-submission", "I1")];
}
