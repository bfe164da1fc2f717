using AgencyPlatform.BrowserTests.Running;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AgencyPlatform.BrowserTests;

[Collection(nameof(Browsing))]
public sealed class Every_page(Browsing browsing)
{
    [Theory]
    [InlineData("en-GB")]
    [InlineData("zh-CN")]
    public async Task fits_a_phone(string locale)
    {
        await using var visit = await browsing.LoggedIn(locale, width: 390, height: 844);

        foreach (var path in await Paths(visit))
        {
            await visit.Open(path);
            var tooWide = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(tooWide <= 0, $"{path} is {tooWide} pixels too wide.");
        }
        visit.SawNoErrors();
    }

    [Theory]
    [InlineData("en-GB")]
    [InlineData("zh-CN")]
    public async Task can_be_used_by_everybody(string locale)
    {
        await using var visit = await browsing.LoggedIn(locale);

        var found = new List<string>();
        foreach (var path in await Paths(visit))
        {
            await visit.Open(path);
            await Expect(visit.Page.Locator("h1")).ToHaveCountAsync(1);
            found.AddRange(Serious(path, await visit.Page.RunAxe()));
        }
        Assert.True(found.Count == 0, string.Join('\n', found));
        visit.SawNoErrors();
    }

    [Fact]
    public async Task of_the_logged_out_can_be_used_by_everybody()
    {
        await using var visit = await browsing.Visit();
        await visit.Page.GotoAsync("/login");

        Assert.Empty(Serious("/login", await visit.Page.RunAxe()));
    }

    [Fact]
    public async Task stays_readable_when_the_system_is_dark()
    {
        await using var visit = await browsing.LoggedIn(dark: true);

        var found = new List<string>();
        foreach (var path in await Paths(visit))
        {
            await visit.Open(path);
            await Expect(visit.Page.Locator(".shell.is-dark")).ToHaveCountAsync(1);
            found.AddRange(Serious(path, await visit.Page.RunAxe()));
        }
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static async Task<IReadOnlyList<string>> Paths(Visit visit)
    {
        var item = (await visit.Get("/api/v1/cases?limit=1")).GetProperty("items")[0];
        return
        [
            "/cases", $"/cases/{item.GetProperty("id")}", "/triage", "/clients", $"/clients/{item.GetProperty("clientId")}",
            $"/accounts/{item.GetProperty("sellerAccountId")}", "/desks", "/desks/SELLER_PERFORMANCE", "/playbook/IP-TRADEMARK",
        ];
    }

    private static IReadOnlyList<string> Serious(string path, AxeResult result) =>
        [.. result.Violations.Where(v => v.Impact is "serious" or "critical").SelectMany(v => v.Nodes.Select(n => $"{path}: {v.Id} at {string.Join(' ', n.Target)}: {n.Html}"))];
}
