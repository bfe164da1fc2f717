using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Server.Components.Layout;
using AgencyPlatform.Server.Hosting.Clocks;
using AgencyPlatform.Server.Live;
using AgencyPlatform.Server.Localization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.Web.HtmlRendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AgencyPlatform.ServerTests.Clocks;

public sealed class Clocks_that_are_late
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly ClockHealth health;

    public Clocks_that_are_late() => health = new ClockHealth(time);

    [Theory]
    [InlineData(0, 0, 0, false)]
    [InlineData(30, 900, 9, false)]
    [InlineData(31, 1, 0, true)]
    [InlineData(0, 0, 10, true)]
    public void are_behind_by_their_oldest_row_or_by_many_in_trouble(int overdue, int backlog, int stuck, bool isLagging)
    {
        health.Passed(TimeSpan.FromSeconds(overdue), backlog, stuck);

        var now = health.Now;

        Assert.Equal((isLagging, TimeSpan.FromSeconds(overdue), backlog, stuck, false), (now.IsLagging, now.Behind, now.Backlog, now.Stuck, now.IsDead));
        Assert.Equal(overdue > 30 ? time.GetUtcNow().AddSeconds(-overdue) : null, now.Since);
    }

    [Fact]
    public void are_noticed_by_the_pollers_silence_and_forgotten_when_it_is_heard_again()
    {
        var heard = time.GetUtcNow();
        health.Passed(TimeSpan.Zero, 0, 0);
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.False(health.Now.IsLagging);

        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((true, false, heard), (health.Now.IsLagging, health.Now.IsDead, health.Now.Since));

        time.Advance(TimeSpan.FromSeconds(40));
        Assert.True(health.Now.IsDead);
        Assert.Equal(TimeSpan.FromSeconds(61), health.Now.Behind);

        health.Passed(TimeSpan.Zero, 0, 0);
        Assert.Equal((false, false, null), (health.Now.IsLagging, health.Now.IsDead, health.Now.Since));
    }

    [Theory]
    [InlineData("en", "Clocks are behind by 4 min: due actions may come late.", "Some clocks stand still: due actions may come late.")]
    [InlineData("zh-Hans", "时限处理已滞后 4 分钟：到期动作可能延迟。", "部分时限停滞：到期动作可能延迟。")]
    public async Task are_said_on_the_page_as_long_as_they_are(string language, string behind, string stuck)
    {
        var services = new ServiceCollection()
            .AddLogging().AddLocalization().AddSingleton(health).AddSingleton<TimeProvider>(time).AddScoped<Wording>().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            health.Passed(TimeSpan.Zero, 0, 0);
            var page = await renderer.Dispatcher.InvokeAsync(() => renderer.RenderComponentAsync<ClockNotice>());
            Assert.DoesNotContain("<p", await Html(page), StringComparison.Ordinal);

            health.Passed(TimeSpan.FromSeconds(200), 5, 0);
            time.Advance(TimeSpan.FromSeconds(5));
            Assert.Contains(behind, await Html(page), StringComparison.Ordinal);

            health.Passed(TimeSpan.Zero, 0, 12);
            time.Advance(TimeSpan.FromSeconds(5));
            Assert.Contains(stuck, await Html(page), StringComparison.Ordinal);

            health.Passed(TimeSpan.Zero, 0, 0);
            time.Advance(TimeSpan.FromSeconds(5));
            Assert.DoesNotContain("<p", await Html(page), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }

        Task<string> Html(HtmlRootComponent page) => renderer.Dispatcher.InvokeAsync(() => WebUtility.HtmlDecode(page.ToHtmlString()));
    }

    [Fact]
    public async Task are_said_by_the_poller_while_it_works_a_backlog_off()
    {
        await using var poller = RunningPoller.Create();
        poller.Waker.Otherwise = (_, _) => new TaskCompletionSource<WakeReply>().Task;
        var many = Enumerable.Range(0, 5_000).Select(i => (DueIndex.Tenant, $"c{i:d4}", poller.Now.AddMinutes(-10)));
        await poller.Index.Fill(many);
        await poller.Start();

        await poller.Until(() => poller.Health.Now.IsLagging);

        Assert.InRange(poller.Health.Now.Behind, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11));
        Assert.InRange(poller.Health.Now.Backlog, 1, 5_000);
    }

    [Fact]
    public async Task are_measured_by_what_fired_and_what_failed()
    {
        await using var poller = RunningPoller.Create();
        var (late, failed, gate) = (new List<double>(), 0L, new Lock());
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, hears) =>
            {
                if (instrument.Meter.Name == ClockMeter.Name && ReferenceEquals(instrument.Meter.Scope, poller.Meters)) { hears.EnableMeasurementEvents(instrument); }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => { lock (gate) { late.Add(value); } });
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => { if (instrument.Name == "agency.clocks.failed") { Interlocked.Add(ref failed, value); } });
        listener.Start();

        // The case says that two things fired; one was due four seconds ago.
        poller.Waker.Answers["two"] = async _ =>
        {
            await poller.Index.Disarm("two");
            return new WakeReply { FiredDueAt = [poller.Now, poller.Now.AddSeconds(-4)] };
        };
        poller.Waker.Answers["fails"] = _ => throw new InvalidOperationException("planted");
        await poller.Index.Arm("two", poller.Now);
        await poller.Index.Arm("fails", poller.Now);
        await poller.Start();

        await poller.Until(() => { lock (gate) { return late.Count == 2 && Interlocked.Read(ref failed) == 1; } });
        Assert.Equal([0, 4_000], late.Order());
    }
}
