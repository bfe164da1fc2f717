using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Data.Due;
using AgencyPlatform.Grains.Effects;
using AgencyPlatform.Server.Hosting.Clocks;

namespace AgencyPlatform.ServerTests.Clocks;

public sealed class Cases_that_are_due : IAsyncLifetime
{
    /// <summary>Longer than the poller's pause between two looks, much shorter than that between two looks nobody rang for.</summary>
    private static readonly TimeSpan AMoment = TimeSpan.FromMilliseconds(25);

    private readonly RunningPoller poller = RunningPoller.Create();

    private DueIndex Index => poller.Index;

    private FakeWaker Waker => poller.Waker;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await poller.DisposeAsync();

    [Fact]
    public async Task are_woken_at_their_instant_and_never_before()
    {
        var start = poller.Now;
        await Index.Arm("a", start.AddSeconds(3));
        await Index.Arm("b", start.AddSeconds(3).AddMilliseconds(1));
        await Index.Arm("c", start.AddSeconds(20));
        await poller.Start();
        await poller.Until(() => poller.Claimed.Count == 2);

        Index.Time.Advance(TimeSpan.FromMilliseconds(3000));
        Assert.Equal(("a", start.AddSeconds(3)), await Waker.Next());
        Assert.Equal(0, Waker.Unread);

        Index.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(("b", start.AddMilliseconds(3001)), await Waker.Next());

        await poller.Pass(TimeSpan.FromMilliseconds(250), () => Waker.Unread > 0);
        var last = await Waker.Next();
        Assert.Equal("c", last.CaseId);
        Assert.True(last.Now >= start.AddSeconds(20));
    }

    [Fact]
    public async Task are_read_ahead_and_have_their_grains_ready()
    {
        await Index.Arm("a", poller.Now.AddSeconds(3));
        await poller.Start();

        await poller.Until(() => !Waker.Warmed.IsEmpty);

        Assert.Equal(0, Waker.Unread);
        Assert.Equal(["a"], Waker.Warmed);
    }

    [Fact]
    public async Task are_noticed_when_they_are_armed_while_the_poller_sleeps()
    {
        await Index.Arm("tomorrow", poller.Now.AddDays(1));
        await poller.StartAndSettle();

        await Index.Arm("soon", poller.Now.AddSeconds(1));
        Index.Time.Advance(AMoment);
        await poller.Until(() => poller.Claimed.Count == 1);
        Index.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("soon", (await Waker.Next()).CaseId);
    }

    [Fact]
    public async Task are_left_alone_when_they_were_moved_after_they_were_read_ahead()
    {
        var start = poller.Now;
        await Index.Arm("moved", start.AddSeconds(2));
        await Index.Arm("stopped", start.AddSeconds(2));
        await poller.Start();
        await poller.Until(() => poller.Claimed.Count == 2);

        await Index.Arm("moved", start.AddSeconds(4));
        await Index.Disarm("stopped");
        await Index.Arm("other", start.AddSeconds(2));
        Index.Time.Advance(AMoment);
        await poller.Until(() => poller.Claimed.Count == 2);
        Index.Time.Advance(TimeSpan.FromSeconds(2) - AMoment);
        Assert.Equal("other", (await Waker.Next()).CaseId);
        await poller.Until(() => Index.Scalar<int>("SELECT count(*) FROM due") == 1);
        Assert.Equal(0, Waker.Unread);

        Index.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(("moved", start.AddSeconds(4)), await Waker.Next());
    }

    [Fact]
    public async Task go_on_while_one_of_them_hangs_and_that_one_is_tried_again()
    {
        Waker.Answers["hangs"] = FakeWaker.Hangs;
        await Index.Arm("hangs", poller.Now);
        await Index.Arm("other", poller.Now.AddSeconds(1));
        await poller.Start();
        Assert.Equal("hangs", (await Waker.Next()).CaseId);
        await poller.Until(() => poller.Claimed.Count == 1);

        Index.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("other", (await Waker.Next()).CaseId);

        await poller.Pass(TimeSpan.FromMilliseconds(100), () => Waker.Unread > 0);
        Assert.Equal("hangs", (await Waker.Next()).CaseId);
        Assert.Equal(2, Index.Scalar<int>("SELECT attempts FROM due WHERE case_id='hangs'"));
    }

    [Fact]
    public async Task go_on_however_many_others_hang_again_and_again()
    {
        var hanging = Enumerable.Range(0, CaseWakes.Width + 10).Select(i => $"hangs {i:d3}").ToArray();
        foreach (var id in hanging) { Waker.Answers[id] = FakeWaker.Hangs; }
        await Index.Fill(hanging.Select(id => (DueIndex.Tenant, id, poller.Now.AddMinutes(-5))), attempts: 3);
        await Index.Arm("other", poller.Now);
        await poller.Start();

        List<string> woken;
        do { woken = await Waker.Next(1); } while (woken[0] != "other");
    }

    [Fact]
    public async Task that_fail_are_put_off_and_stand_in_nobodys_way()
    {
        Waker.Answers["fails"] = _ => throw new InvalidOperationException("planted");
        await Index.Arm("fails", poller.Now.AddMinutes(-1));
        await Index.Arm("other", poller.Now);
        await poller.Start();

        Assert.Equal(["fails", "other"], (await Waker.Next(2)).Order());
        await poller.Until(() => Index.Scalar<int>("SELECT count(*) FROM due WHERE case_id='fails' AND claimed_by IS NULL AND claimed_until IS NOT NULL") == 1);
        Assert.Equal(poller.Now.AddSeconds(1), Index.Rows.Next());
    }

    [Fact]
    public async Task that_answer_and_leave_their_row_are_not_woken_without_end()
    {
        Waker.Answers["stays"] = _ => Task.FromResult(new WakeReply());
        await Index.Arm("stays", poller.Now);
        await poller.Start();
        await poller.Pass(TimeSpan.FromMilliseconds(250), () => Waker.Unread >= 2);

        // The second time it is put off, as if it had failed.
        await poller.Until(() => Index.Scalar<int>("SELECT count(*) FROM due WHERE attempts = 2 AND claimed_by IS NULL AND claimed_until IS NOT NULL") == 1);
    }

    [Fact]
    public async Task in_a_backlog_are_woken_oldest_first_and_all_of_them()
    {
        const int Backlog = 700;
        var gate = new TaskCompletionSource();
        Waker.Otherwise = async (tenant, caseId) =>
        {
            await gate.Task;
            await Index.Disarm(caseId, tenant);
            return new WakeReply();
        };
        await Index.Fill(Enumerable.Range(0, Backlog).Select(i => (DueIndex.Tenant, $"c{i * 37 % Backlog:d3}", poller.Now.AddSeconds(-Backlog + (i * 37 % Backlog)))));
        await poller.Start();

        var first = await Waker.Next(CaseWakes.Width);
        Assert.Equal(Enumerable.Range(0, CaseWakes.Width).Select(i => $"c{i:d3}"), first.Order());

        gate.SetResult();
        var all = first.Concat(await Waker.Next(Backlog - CaseWakes.Width)).ToList();
        Assert.Equal(Backlog, all.Distinct().Count());
        await poller.Until(() => Index.Scalar<int>("SELECT count(*) FROM due") == 0);
        Assert.Equal(0, Waker.Unread);
    }

    [Fact]
    public async Task are_given_back_when_the_server_stops()
    {
        await Index.Arm("a", poller.Now.AddSeconds(3));
        await poller.Start();
        await poller.Until(() => poller.Claimed.Count == 1);

        await poller.Stop();

        Assert.Equal(0, Index.Scalar<int>("SELECT count(*) FROM due WHERE claimed_by IS NOT NULL OR attempts > 0"));
        Assert.Equal(0, Waker.Unread);
    }

    [Fact]
    public async Task are_found_by_the_sweep_when_no_row_speaks_for_them()
    {
        await Index.Write(DueIndex.Tenant, Case("silent", isOpen: true));
        await Index.Write(DueIndex.Tenant, Case("closed", isOpen: false));
        await Index.Write(DueIndex.Tenant, Case("armed", isOpen: true), new Effect.ArmClock("armed", "next", poller.Now.AddDays(1)));
        Waker.Otherwise = (_, _) => Task.FromResult(new WakeReply());
        await poller.Start();
        Assert.Equal("silent", (await Waker.Next()).CaseId);

        // One that falls silent while the server runs is found by a later sweep.
        await Index.Disarm("armed");
        await poller.Pass(TimeSpan.FromSeconds(5), () => Waker.Unread >= 2);
        Assert.Equal(["armed", "silent"], (await Waker.Next(2)).Order());
    }

    private static Effect.CaseRow Case(string id, bool isOpen) => new(new CaseRowData
    {
        CaseId = id, Number = id, ClientId = "c", AccountId = "a", EnforcementId = "e", CategoryId = "PQ-INAUTHENTIC", Kind = "k", Desk = "d", Stage = "drafting", IsOpen = isOpen,
        DueAt = null, NextAction = null, Outcome = null, Attempts = 0, AmazonReference = null, Terms = "", OpenedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch,
    });
}
