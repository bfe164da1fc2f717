using System.Globalization;
using System.Resources;
using AgencyPlatform.Contracts.Agencies;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Grains.Effects;
using AgencyPlatform.Server.Cases;
using AgencyPlatform.Server.Hosting.Demo;
using AgencyPlatform.Server.Playbooks;
using AgencyPlatform.ServerTests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyPlatform.ServerTests;

[Collection(nameof(OneServer))]
public sealed class Sentences_about_cases(SharedServer shared)
{
    private static readonly EventNames<CaseEvent> Names = new("case");
    private static readonly DateTimeOffset Nine = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly CaseAttention Attention = new(null, null, false, null, null);

    private static readonly MemberInfo[] Members =
        [new() { Id = "m1", Name = "Anna Berg", Email = "a@x.example", Role = "manager", TimeZone = "UTC" }, new() { Id = "m2", Name = "Chen Yun", Email = "c@x.example", Role = "reviewer", TimeZone = "UTC" }];

    [Fact]
    public void are_there_for_every_event()
    {
        var texts = new ResourceManager("AgencyPlatform.Server.Resources.Timeline", typeof(TimelineSentences).Assembly).GetResourceSet(CultureInfo.InvariantCulture, true, true)!;
        var keys = texts.Cast<System.Collections.DictionaryEntry>().Select(e => ((string)e.Key).Split(':')[0]).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Names.All.Except(keys));
    }

    [Fact]
    public async Task tell_clocks_that_moved_together_in_one_sentence()
    {
        var moved = Moved(
            Move("first-response", ClockEventKind.Started), Move("hard-deadline:reply", ClockEventKind.Started, target: new ClockTarget { Unit = ClockUnit.Fixed, DueAt = Nine.AddDays(3) }),
            Move("resolution", ClockEventKind.Paused, "awaiting-client"), Move("stage-draft", ClockEventKind.Paused, "awaiting-client"),
            Move("next-reply", ClockEventKind.Fulfilled), Move("periodic-update", ClockEventKind.Cancelled, "not-required"), Move("resolution", ClockEventKind.Retargeted, "priority"));

        Assert.Equal(
            "First response: started; Deadline for the seller: started, due 2026-11-05 09:00 UTC; Resolution, Drafting: paused, waiting for the client; "
            + "Next reply: done; Progress update: dropped, no longer needed; Resolution: new target, other priority",
            await Say(moved));
        Assert.Equal("首次回复：开始计时；卖家截止期限：开始计时，期限2026-11-05 09:00 UTC；结案、起草：暂停，等待客户；下次回复：已完成；进展通报：已取消，不再需要；结案：目标已调整，优先级变更", await Say(moved, "zh-Hans"));
    }

    [Fact]
    public async Task tell_apart_clocks_that_paused_for_different_reasons() => Assert.Equal(
        "Resolution: paused, waiting for the client; Drafting: paused, waiting for Amazon; Resolution, Drafting: running again",
        await Say(Moved(Move("resolution", ClockEventKind.Paused, "awaiting-client"), Move("stage-draft", ClockEventKind.Paused, "awaiting-amazon"), Move("resolution", ClockEventKind.Resumed), Move("stage-draft", ClockEventKind.Resumed))));

    [Fact]
    public async Task are_left_out_where_no_clock_moved() => Assert.Null(await Say(Moved()));

    [Fact]
    public async Task tell_warnings_and_breach_of_one_clock_together()
    {
        Firing Warned(string step, bool isLate = false) => new("warning", step, Nine, Nine, isLate);
        var broken = new Firing("breach", "", Nine, Nine, true);

        Assert.Equal("First response: warning 75%", await Say(new ClockFired("first-response", 1, [Warned("75%")])));
        Assert.Equal("Amazon’s reply: overdue since 2026-11-02 09:00 UTC (late: the platform was away)", await Say(new ClockFired("amazon-reply:3", 1, [broken])));
        Assert.Equal(
            "Resolution: warning 75%, 90%, and overdue since 2026-11-02 09:00 UTC (late: the platform was away)",
            await Say(new ClockFired("resolution", 1, [Warned("75%", true), Warned("90%", true), broken])));
    }

    [Fact]
    public async Task tell_whom_a_ladder_called()
    {
        var ladder = new Escalation { Id = "e", Clock = "resolution", Cycle = 1, Ladder = "breach", Plan = new(1, "h"), StartedAt = Nine };
        EscalationCall Call(string step, params string[] members) => new(step, Nine, "in-app", [.. members.Select(m => new MemberCall(m, Nine))]);
        EscalationGap Gap(string step) => new(step, Nine, new EscalationTarget("rota", "night"), []);

        Assert.Equal("Resolution: escalation begun", await Say(new EscalationChanged(ladder, "started", [], [])));
        Assert.Equal("Resolution: Anna Berg, Chen Yun called", await Say(new EscalationChanged(ladder, "called", [Call("1.1", "m1"), Call("1.2", "m1", "m2")], [])));
        Assert.Equal("Resolution: Anna Berg called; nobody on duty at step 1.2", await Say(new EscalationChanged(ladder, "called", [Call("1.1", "m1"), Call("1.2")], [Gap("1.2")])));
        Assert.Equal(
            "Resolution: nobody could be called at step 1.2; escalation over, all steps gone",
            await Say(new EscalationChanged(ladder with { EndReason = "exhausted", EndedAt = Nine }, "called", [Call("1.2")], [Gap("1.2")])));
        Assert.Equal(
            "Resolution: Chen Yun takes care of it until 2026-11-02 10:00 UTC",
            await Say(new EscalationChanged(ladder with { AcknowledgedBy = "m2", HeldUntil = Nine.AddHours(1) }, "acknowledged", [], [])));
        Assert.Equal("Resolution: escalation put off until 2026-11-02 10:00 UTC", await Say(new EscalationChanged(ladder with { HeldUntil = Nine.AddHours(1) }, "snoozed", [], [])));
        Assert.Equal("Resolution: escalation over, done", await Say(new EscalationChanged(ladder with { EndReason = "fulfilled", EndedAt = Nine }, "ended", [], [])));
    }

    [Fact]
    public async Task tell_who_spoke_with_whom()
    {
        CaseMessage Message(MessageDirection direction, MessageKind kind) => new() { Id = "x", Direction = direction, Kind = kind, At = Nine };

        Assert.Equal("Message from the client", await Say(new MessageRecorded(Message(MessageDirection.FromClient, MessageKind.Human))));
        Assert.Equal(
            "Message from the client; needs no reply: thanks only",
            await Say(new MessageRecorded(Message(MessageDirection.FromClient, MessageKind.Human) with { NeedsReply = false, NoReplyReason = "thanks only" })));
        Assert.Equal("Call to the client", await Say(new MessageRecorded(Message(MessageDirection.ToClient, MessageKind.Call))));
        Assert.Equal("Prepared text to the client; it does not count as an answer", await Say(new MessageRecorded(Message(MessageDirection.ToClient, MessageKind.Macro))));
    }

    [Fact]
    public async Task fall_back_on_nothing_where_a_part_is_missing()
    {
        Assert.Equal("Priority: urgent (funds on hold)", await Say(new PrioritySet(CasePriority.Urgent, "funds on hold")));
        Assert.Equal("Priority: urgent", await Say(new PrioritySet(CasePriority.Urgent, null)));
        Assert.Equal("Version 4 of the agency’s promises applied: from now on", await Say(new PlanApplied(new(4, "h"), PlanChoice.FromNow)));
        Assert.Equal("Next step has passed: draft the letter, due 2026-11-02 09:00 UTC, Chen Yun", await Say(new NextActionPassed(Nine, "draft", "m2")));
        Assert.Equal("Next step has passed: draft the letter, due 2026-11-02 09:00 UTC", await Say(new NextActionPassed(Nine, "draft", null)));
        Assert.Equal("Resolution: why it was missed: the client was silent, on holiday", await Say(new BreachExplained("resolution", 1, new("client-silent", "on holiday", "m1", Nine))));
        Assert.Equal("Due times computed again", await Say(new ClocksRecounted(Nine, "2026b", Attention)));
    }

    private static ClocksMoved Moved(params ClockMove[] moves) => new(moves, "2026b", Attention);

    private static ClockMove Move(string clock, ClockEventKind kind, string? reason = null, ClockTarget? target = null) => new()
    {
        ClockId = clock,
        Metric = clock.Split(':')[0],
        Cycle = 1,
        Event = new ClockEvent { Sequence = 1, Kind = kind, At = Nine, Reason = reason, Target = target },
    };

    /// <summary>The event's sentence after it was stored the way grains store it.</summary>
    private async Task<string?> Say(CaseEvent happened, string language = "en")
    {
        Playbook playbook = await shared.Server.Services.GetRequiredService<IPlaybooks>().Current(DemoSeed.Tenant, CancellationToken.None);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var line = new TimelineLine(1, 0, Names.Of(happened), Nine, Nine, "system", "clock", null, Names.Write(happened));
        return new TimelineSentences().Item(line, playbook, Members)?.Text;
    }
}
