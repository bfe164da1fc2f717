using AgencyPlatform.BrowserTests.Running;
using Deque.AxeCore.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AgencyPlatform.BrowserTests;

[Collection(nameof(Browsing))]
public sealed class The_bell(Browsing browsing)
{
    /// <summary>The step passes a moment after it was planned; then the due index wakes its case.</summary>
    private const float Soon = 30_000;

    [Fact]
    public async Task rings_without_a_reload_and_leads_to_the_case()
    {
        await using var owner = await browsing.LoggedIn();
        var me = await Newcomer(owner);
        await using var visit = await browsing.LoggedIn(email: me.Email);
        var bell = visit.Page.Locator(".bell-button");
        await Expect(bell).ToHaveAttributeAsync("data-unseen", "0");
        await visit.Page.EvaluateAsync("window.notReloaded = true");

        var (id, number) = await PassAStep(owner, me.Id);

        await Expect(bell).ToHaveAttributeAsync("data-unseen", "1", new() { Timeout = Soon });
        await bell.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        var told = visit.Page.Locator("[data-notification=next-action-passed].is-new a");
        await Expect(told).ToContainTextAsync($"Case {number}: the next step has passed");
        Assert.DoesNotContain((await visit.Page.RunAxe()).Violations, v => v.Impact is "serious" or "critical");
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.notReloaded"));

        await told.ClickAsync();

        await visit.Page.WaitForURLAsync($"**/cases/{id}");
        await Expect(visit.Page.Locator(".case-number")).ToHaveTextAsync(number);
        await Expect(bell).ToHaveAttributeAsync("data-unseen", "0");
        await Expect(visit.Page.Locator(".bell-list")).ToHaveCountAsync(0);
        visit.SawNoErrors();
    }

    [Fact]
    public async Task falls_silent_in_every_window_once_all_is_seen()
    {
        await using var owner = await browsing.LoggedIn();
        var me = await Newcomer(owner);
        await using var visit = await browsing.LoggedIn("zh-CN", 390, 844, me.Email);
        await using var other = await visit.Tab();
        await other.Open("/cases");
        await PassAStep(owner, me.Id);
        await Expect(other.Page.Locator(".bell-count")).ToHaveTextAsync("1", new() { Timeout = Soon });

        await visit.Page.ClickAsync(".bell-button");
        await Expect(visit.Page.Locator("[data-notification]")).ToContainTextAsync("下一步已过期");
        var panel = (await visit.Page.Locator(".bell-panel").BoundingBoxAsync())!;
        Assert.True(panel.X >= 0 && panel.X + panel.Width <= 390, $"The panel reaches from {panel.X} to {panel.X + panel.Width}.");
        await visit.Page.ClickAsync(".bell-head button");

        await Expect(visit.Page.Locator(".bell-count")).ToHaveCountAsync(0);
        await Expect(other.Page.Locator(".bell-count")).ToHaveCountAsync(0);
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.Locator(".bell-panel")).ToBeHiddenAsync();
        visit.SawNoErrors();
        other.SawNoErrors();
    }

    /// <summary>Somebody whom nobody has told anything yet.</summary>
    private static async Task<(string Id, string Email)> Newcomer(Visit owner)
    {
        var email = $"{Guid.NewGuid():n}@agency.example";
        var member = await owner.Post("/api/v1/members", new { name = "Mia Brandt", email, role = "case-worker", timeZone = "Europe/Berlin", password = PublishedServer.Password });
        return (member.GetProperty("id").GetString()!, email);
    }

    private static async Task<(string Id, string Number)> PassAStep(Visit owner, string addressee)
    {
        var account = (await owner.Get("/api/v1/seller-accounts?limit=1")).GetProperty("items")[0].GetProperty("id").GetString();
        var opened = await owner.Post("/api/v1/cases", new { sellerAccountId = account, categoryId = "PQ-INAUTHENTIC", noticeText = Notices.Inauthentic });
        var id = opened.GetProperty("id").GetString()!;
        await owner.Post($"/api/v1/cases/{id}/next-action", new { kind = "ask-colleague", question = "Whose invoice is it?", addressee, dueAt = DateTimeOffset.UtcNow.AddSeconds(2) });
        return (id, opened.GetProperty("number").GetString()!);
    }
}
