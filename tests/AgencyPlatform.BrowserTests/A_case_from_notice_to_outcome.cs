using System.Text.RegularExpressions;
using AgencyPlatform.BrowserTests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AgencyPlatform.BrowserTests;

[Collection(nameof(Browsing))]
public sealed partial class A_case_from_notice_to_outcome(Browsing browsing)
{
    /// <summary>A second is promised; a busy machine may take a little longer, but far less than the safety reading of half a minute.</summary>
    private const float Soon = 5_000;

    [Fact]
    public async Task is_worked_by_two_people_in_the_browser()
    {
        await using var author = await browsing.LoggedIn();
        await OpenFromNotice(author, "1020");
        var path = new Uri(author.Page.Url).AbsolutePath;
        var attempt = author.Page.Locator("[data-attempt]");

        await Write(author, "draft-PRODUCT_QUALITY", Notices.PlanOfAction);
        await Expect(attempt).ToHaveAttributeAsync("data-state", "draft");

        // Four eyes: the author sees why their own approval does not count.
        await author.Page.ClickAsync("[data-move=approve]", Refused);
        await Expect(author.Page.Locator("[data-refusal='attempt.four-eyes']")).ToBeVisibleAsync();

        await using var second = await browsing.LoggedIn(email: Browsing.ReviewerEmail);
        await second.Open(path);
        await second.Page.ClickAsync("[data-move=approve]");
        await Expect(second.Page.Locator("[data-attempt]")).ToHaveAttributeAsync("data-state", "approved");

        // The author's page learns of it by itself.
        await Expect(attempt).ToHaveAttributeAsync("data-state", "approved");
        await author.Page.ClickAsync("[data-move=send]");
        await Expect(author.Page.Locator("[data-person-sends]")).ToContainTextAsync("The platform does not send it");
        await author.Page.GetByLabel("Amazon reference").FillAsync("1234567890");
        await author.Page.ClickAsync("[data-submit=send]");
        await Expect(attempt).ToHaveAttributeAsync("data-state", "sent");
        await Expect(attempt).ToContainTextAsync("The platform did not send it.");

        await author.Page.ClickAsync("[data-move=reply]");
        await Expect(author.Page.GetByLabel("Sender")).ToHaveValueAsync("pq-review@amazon.com");
        await author.Page.GetByLabel("Text of the message").FillAsync(Notices.Reinstated);
        await author.Page.GetByLabel("Kind").SelectOptionAsync("reinstated");
        await author.Page.ClickAsync("[data-submit=reply]");
        await Expect(attempt).ToHaveAttributeAsync("data-state", "answered");

        await author.Page.ClickAsync("[data-move=resolve]");
        await author.Page.Locator("[data-outcome=reinstated] input").CheckAsync();
        await author.Page.GetByLabel("What proves it").SelectOptionAsync("amazon-mail");
        await author.Page.GetByLabel("Where the proof is").FillAsync("mail-1");
        await author.Page.ClickAsync("[data-submit=resolve]");
        await Expect(author.Page.Locator(".case-title .stage-resolved")).ToBeVisibleAsync();
        await Expect(author.Page.Locator("[data-event='case.resolved.v1']")).ToBeVisibleAsync();
        author.SawNoErrors();
        second.SawNoErrors();
    }

    [Fact]
    public async Task says_why_a_letter_may_not_be_written_in_the_readers_language()
    {
        await using var visit = await browsing.LoggedIn();
        await OpenFromNotice(visit, "1019");
        var refused = visit.Page.Locator("[data-move=draft-EXECUTIVE_SELLER_RELATIONS]");
        await Expect(refused).ToHaveAttributeAsync("aria-disabled", "true");

        await refused.ClickAsync(new() { Force = true });
        var alert = visit.Page.Locator("[data-refusal='escalation.too-early'] p");
        await Expect(alert).ToContainTextAsync("Executive Seller Relations");
        var english = await alert.InnerTextAsync();
        Assert.DoesNotMatch(Chinese(), english);

        await visit.Page.ClickAsync(".languages a[lang=zh-Hans]");
        await visit.Ready();
        await refused.ClickAsync(new() { Force = true });
        await Expect(alert).ToHaveTextAsync(Chinese());
        visit.SawNoErrors();
    }

    [Fact]
    public async Task changes_before_the_eyes_of_others_without_a_reload()
    {
        await using var visit = await browsing.LoggedIn();
        await OpenFromNotice(visit, "1018");
        var id = visit.Page.Url.Split('/')[^1];
        await using var queue = await visit.Tab();
        await queue.Open("/cases?q=1018");
        await visit.Page.EvaluateAsync("window.notReloaded = true");
        await queue.Page.EvaluateAsync("window.notReloaded = true");

        await visit.Post($"/api/v1/cases/{id}/notes", new { text = "Heard from the supplier." });
        await Expect(visit.Page.Locator("[data-event='case.note-added.v1']")).ToContainTextAsync("Heard from the supplier.", new() { Timeout = Soon });

        await visit.Post($"/api/v1/cases/{id}/resolve", new { outcome = "withdrawn", proof = new { kind = "other", reference = "call" } });
        await Expect(visit.Page.Locator(".case-title .stage-resolved")).ToBeVisibleAsync(new() { Timeout = Soon });
        await Expect(queue.Page.Locator($"tr[data-case='{id}'] .stage-resolved")).ToBeVisibleAsync(new() { Timeout = Soon });
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.notReloaded"));
        Assert.True(await queue.Page.EvaluateAsync<bool>("window.notReloaded"));
        visit.SawNoErrors();
    }

    /// <summary>A refused button says that it is disabled, but still answers a click with its reason.</summary>
    private static PageClickOptions Refused => new() { Force = true };

    private static async Task OpenFromNotice(Visit visit, string number)
    {
        var accounts = await visit.Get("/api/v1/seller-accounts?limit=200");
        var name = accounts.GetProperty("items").EnumerateArray().First(a => a.GetProperty("number").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture) == number).GetProperty("name").GetString()!;
        await visit.Open("/triage");
        await visit.Page.FillAsync("#notice-text", Notices.Inauthentic);
        await visit.Page.ClickAsync("[data-move=triage]");
        await Expect(visit.Page.Locator(".triage-result")).ToHaveAttributeAsync("data-kind", "deactivation");
        await Expect(visit.Page.Locator(".triage-input mark").First).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".findings a").First).ToHaveAttributeAsync("href", "/playbook/PQ-INAUTHENTIC");

        await visit.Page.GetByLabel("Seller account").FillAsync(name);
        await visit.Page.Locator(".mud-popover-open .mud-list-item", new() { HasText = name }).First.ClickAsync();
        await Expect(visit.Page.Locator("[data-move=open-case]")).ToBeEnabledAsync();
        await visit.Page.ClickAsync("[data-move=open-case]");
        await visit.Page.WaitForURLAsync("**/cases/*");
        await visit.Ready();
        await Expect(visit.Page.Locator(".case-number")).ToContainTextAsync($"{number}-");
    }

    private static async Task Write(Visit visit, string move, string letter)
    {
        await visit.Page.Locator($"[data-move={move}]").First.ClickAsync();
        await visit.Page.Locator(".letter-input textarea").FillAsync(letter);
        await visit.Page.ClickAsync("[data-submit=draft]");
        await Expect(visit.Page.Locator(".mud-dialog")).ToHaveCountAsync(0);
    }

    [GeneratedRegex(@"[\u4e00-\u9fff]")]
    private static partial Regex Chinese();
}
