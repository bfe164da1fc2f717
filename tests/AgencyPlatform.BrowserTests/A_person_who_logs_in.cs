using AgencyPlatform.BrowserTests.Running;
using static Microsoft.Playwright.Assertions;

namespace AgencyPlatform.BrowserTests;

[Collection(nameof(Browsing))]
public sealed class A_person_who_logs_in(Browsing browsing)
{
    [Fact]
    public async Task is_asked_to_before_any_page()
    {
        await using var visit = await browsing.Visit();

        await visit.Page.GotoAsync("/cases");

        Assert.Contains("/login", visit.Page.Url, StringComparison.Ordinal);
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Log in");
        visit.SawNoErrors();
    }

    [Fact]
    public async Task is_told_when_the_password_is_wrong()
    {
        await using var visit = await browsing.Visit();
        await visit.Page.GotoAsync("/login");
        await visit.Page.FillAsync("#email", PublishedServer.Email);
        await visit.Page.FillAsync("#password", "not-the-password");

        await visit.Page.ClickAsync("button[type=submit]");

        await Expect(visit.Page.Locator("[role=alert]")).ToContainTextAsync("do not match");
    }

    [Fact]
    public async Task sees_the_agency_and_the_queue()
    {
        await using var visit = await browsing.LoggedIn();

        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Cases");
        await Expect(visit.Page.Locator(".tenant")).Not.ToBeEmptyAsync();
        await Expect(visit.Page.Locator("tr[data-case]").First).ToBeVisibleAsync();
        visit.SawNoErrors();
    }

    [Fact]
    public async Task can_log_out_again()
    {
        await using var visit = await browsing.LoggedIn();
        await visit.Page.ClickAsync(".person summary");

        await visit.Page.ClickAsync(".person-menu button");

        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Log in");
        await visit.Page.GotoAsync("/cases");
        Assert.Contains("/login", visit.Page.Url, StringComparison.Ordinal);
    }
}
