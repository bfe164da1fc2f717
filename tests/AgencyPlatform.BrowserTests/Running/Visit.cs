using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace AgencyPlatform.BrowserTests.Running;

/// <summary>One person's browser window. Errors on its console fail the test at the end.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly Browsing browsing;
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> errors = new();

    private Visit(Browsing browsing, IBrowserContext context, IPage page)
    {
        (this.browsing, this.context, Page) = (browsing, context, page);
        page.Console += (_, message) => { if (message.Type == "error") { errors.Enqueue(message.Text); } };
        page.PageError += (_, error) => errors.Enqueue(error);
    }

    public IPage Page { get; }

    public static async Task<Visit> Begin(Browsing browsing, IBrowser browser, BrowserNewContextOptions options)
    {
        options.BaseURL = browsing.Address.ToString();
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(30_000);
        return new Visit(browsing, context, await context.NewPageAsync());
    }

    /// <summary>A second tab of the same person.</summary>
    public async Task<Visit> Tab() => new(browsing, context, await context.NewPageAsync());

    public async Task LogIn(string? email = null)
    {
        await Page.GotoAsync("/login");
        await Page.FillAsync("#email", email ?? PublishedServer.Email);
        await Page.FillAsync("#password", PublishedServer.Password);
        await Page.ClickAsync("button[type=submit]");
        await Ready();
    }

    public async Task Open(string path)
    {
        await Page.GotoAsync(path);
        await Ready();
    }

    /// <summary>Buttons are alive only once the circuit is.</summary>
    public async Task Ready()
    {
        await Page.Locator("[data-ready=true]").WaitForAsync();
        await Assertions.Expect(Page.Locator(".loading")).ToHaveCountAsync(0);
    }

    /// <summary>Calls the API with this person's session.</summary>
    public async Task<JsonElement> Post(string path, object body)
    {
        var answer = await context.APIRequest.PostAsync(path, new() { DataObject = body });
        Assert.True(answer.Ok, $"{path}: {answer.Status} {await answer.TextAsync()}");
        return JsonDocument.Parse(await answer.TextAsync() is { Length: > 0 } text ? text : "{}").RootElement;
    }

    public async Task<JsonElement> Get(string path)
    {
        var answer = await context.APIRequest.GetAsync(path);
        Assert.True(answer.Ok, $"{path}: {answer.Status} {await answer.TextAsync()}");
        return (await answer.JsonAsync())!.Value;
    }

    public void SawNoErrors() => Assert.Empty(errors);

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
