using AgencyPlatform.BrowserTests.Running;
using static Microsoft.Playwright.Assertions;

namespace AgencyPlatform.BrowserTests;

[Collection(nameof(Browsing))]
public sealed class The_queue(Browsing browsing)
{
    [Fact]
    public async Task narrows_to_a_stage_and_says_so_in_its_address()
    {
        await using var visit = await browsing.LoggedIn();
        var stage = visit.Page.Locator(".filters a[data-stage=drafting]");

        await stage.ClickAsync();

        await visit.Page.WaitForURLAsync("**/cases?stage=drafting");
        await Expect(stage).ToHaveAttributeAsync("aria-current", "true");
        await Expect(visit.Page.Locator("tr[data-case] .chip:not(.stage-drafting)")).ToHaveCountAsync(0);
        visit.SawNoErrors();
    }

    [Fact]
    public async Task finds_a_case_by_its_number()
    {
        await using var visit = await browsing.LoggedIn();
        var number = await visit.Page.Locator("a[data-row]").First.InnerTextAsync();

        await visit.Page.Keyboard.PressAsync("/");
        await visit.Page.Keyboard.TypeAsync(number);

        await visit.Page.WaitForURLAsync("**/cases?q=*");
        await Expect(visit.Page.Locator("a[data-row]").First).ToHaveTextAsync(number);
        visit.SawNoErrors();
    }

    [Fact]
    public async Task says_so_when_nothing_fits()
    {
        await using var visit = await browsing.LoggedIn();

        await visit.Open("/cases?q=no-such-case");

        await Expect(visit.Page.Locator(".empty h2")).ToHaveTextAsync("No cases here");
        visit.SawNoErrors();
    }

    [Fact]
    public async Task can_be_walked_with_the_keyboard()
    {
        await using var visit = await browsing.LoggedIn();
        var second = await visit.Page.Locator("a[data-row]").Nth(1).InnerTextAsync();

        await visit.Page.Keyboard.PressAsync("j");
        await visit.Page.Keyboard.PressAsync("j");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.Locator(".case-number")).ToHaveTextAsync(second);
        visit.SawNoErrors();
    }
}
