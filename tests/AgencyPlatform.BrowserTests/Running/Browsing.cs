using Microsoft.Playwright;

namespace AgencyPlatform.BrowserTests.Running;

/// <summary>One server and one browser for all tests of the project.</summary>
public sealed class Browsing : IAsyncLifetime
{
    /// <summary>Member who approves what the demo owner writes.</summary>
    public const string ReviewerEmail = "second.pair@agency.example";

    private PublishedServer? server;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public Uri Address => server!.Address;

    public async Task InitializeAsync()
    {
        var starting = PublishedServer.Start();
        Assertions.SetDefaultExpectTimeout(15_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--headless=new"],
        });
        server = await starting;
        await using var owner = await LoggedIn();
        await owner.Post("/api/v1/members", new { name = "Second Pair", email = ReviewerEmail, role = "reviewer", timeZone = "Europe/Berlin", password = PublishedServer.Password });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) { await browser.DisposeAsync(); }
        playwright?.Dispose();
        if (server is not null) { await server.DisposeAsync(); }
    }

    /// <summary>A visit by a person of their own: own cookies, own language, own screen.</summary>
    internal Task<Visit> Visit(string locale = "en-GB", int width = 1440, int height = 900, bool dark = false) =>
        Running.Visit.Begin(this, browser!, new() { Locale = locale, TimezoneId = "Europe/Berlin", ViewportSize = new() { Width = width, Height = height }, ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });

    internal async Task<Visit> LoggedIn(string locale = "en-GB", int width = 1440, int height = 900, string? email = null, bool dark = false)
    {
        var visit = await Visit(locale, width, height, dark);
        await visit.LogIn(email);
        return visit;
    }
}

/// <summary>The tests share server and browser.</summary>
[CollectionDefinition(nameof(Browsing))]
public sealed class SharedBrowsing : ICollectionFixture<Browsing>;
