using AgencyPlatform.Data.Playbooks;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Webhooks;
using AgencyPlatform.Domain.Letters;

namespace AgencyPlatform.Specs.Cases;

/// <summary>The rules and the real data fit together: each category can be worked from its first rung to its last.</summary>
public sealed class The_shipped_playbook
{
    private static readonly Playbook Shipped = Load();

    public static TheoryData<string> Categories => [.. Shipped.Categories.Keys];

    [Theory, MemberData(nameof(Categories))]
    public void starts_each_category_at_its_first_desk(string category)
    {
        var story = Story.Of(category, playbook: Shipped);
        Assert.Equal(Shipped.Categories[category].FirstDesk, story.Case.Desk);
        Assert.False(Shipped.Categories[category].IsEnforcement && story.Case.Desk == DeskIds.SellerSupport, "R4");
        Assert.Contains(CaseRules.Moves(story.Case, story.Standing, story.By(Story.Ann)), m => m is { Kind: CaseMoves.Draft, IsSuggested: true, IsAllowed: true });
    }

    [Theory, MemberData(nameof(Categories))]
    public void opens_every_rung_once_the_ordinary_round_is_over(string category)
    {
        var story = Story.Of(category, playbook: Shipped);
        var ordinary = Shipped.Categories[category].Ladder.FirstOrDefault(s => !Shipped.Desks[s.Desk].IsExecutive && s.Desk is not DeskIds.SellerSupport)?.Desk ?? story.Case.Desk;
        var plan = new Contact("g", "other", "enf", ordinary, false, Story.Monday.AddDays(-400), GrantState.Confirmed, IsOpen: false, LetterKinds.PlanOfAction);
        var moves = CaseRules.Moves(story.Case, story.Standing with { Contacts = [plan] }, story.By(Story.Ann));
        Assert.All(moves.Where(m => m is { Kind: CaseMoves.Draft, Step: not null }), m => Assert.Null(m.Refusal));
    }

    [Theory, MemberData(nameof(Categories))]
    public void keeps_executives_for_later(string category)
    {
        var story = Story.Of(category, playbook: Shipped);
        var executive = CaseRules.Moves(story.Case, story.Standing, story.By(Story.Ann)).Where(m => m.Step is not null && Shipped.Desks[m.Desk!].IsExecutive);
        Assert.All(executive, m => Assert.Equal(RefusalCodes.Escalations.TooEarly, m.Refusal?.Code));
    }

    [Fact]
    public void knows_every_category_that_news_from_Amazon_may_open()
    {
        var opened = Webhooks.The_meaning_of_a_notification.Meanings.Select(row => (string?)row[3]).OfType<string>().Concat(HealthCounters.All.SelectMany(c => c.CategoryIds));
        Assert.Empty(opened.Except(Shipped.Categories.Keys));
        Assert.All(["ACC-AHR", "ACC-S3-CODE"], id => Assert.True(Shipped.Categories[id].IsAccountLevel));
    }

    private static Playbook Load()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(root.FullName, "src", "AgencyPlatform.Server"))) { root = root.Parent!; }
        var load = PlaybookFiles.Load(Path.Combine(root.FullName, "src", "AgencyPlatform.Server", "Playbooks", "amazon"));
        return load.Playbook ?? throw new InvalidDataException(string.Join('\n', load.Problems));
    }
}
