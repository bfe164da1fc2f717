using AgencyPlatform.BrowserTests.Running;
using static Microsoft.Playwright.Assertions;

namespace AgencyPlatform.BrowserTests;

[Collection(nameof(Browsing))]
public sealed class The_language(Browsing browsing)
{
    [Fact]
    public async Task is_first_the_browsers()
    {
        await using var visit = await browsing.LoggedIn("zh-CN");

        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("案件");
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "zh-Hans");
        visit.SawNoErrors();
    }

    [Fact]
    public async Task is_then_the_persons_choice()
    {
        await using var visit = await browsing.LoggedIn();

        await visit.Page.ClickAsync(".languages a[lang=zh-Hans]");
        await visit.Ready();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("案件");

        await visit.Open("/desks");
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("亚马逊团队");

        await visit.Page.ClickAsync(".languages a[lang=en]");
        await visit.Ready();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Amazon desks");
        visit.SawNoErrors();
    }
}
