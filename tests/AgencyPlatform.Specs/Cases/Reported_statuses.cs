using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Triage;
using AgencyPlatform.Domain.Webhooks;

namespace AgencyPlatform.Specs.Cases;

/// <summary>What webhooks say about a case, in any order.</summary>
public sealed class Reported_statuses
{
    private const string Deactivated = SamplePlaybook.Related;
    private const string Desk = DeskIds.SellerPerformance;

    private int _reports;

    [Fact]
    public void of_progress_bring_a_case_to_where_it_waits_for_Amazon()
    {
        var story = Story.Of(Deactivated);
        Assert.Equal([nameof(StatusReported)], Names(Hear(story, ReportedStatus.Received)));
        story.Sent(Desk);
        story.Must(Decision<CaseEvent>.Of(new StageChanged(CaseStage.Drafting)));

        Hear(story, ReportedStatus.InReview);

        Assert.Equal(CaseStage.AwaitingAmazon, story.Case.Stage);
        Assert.Equal(NextActionKinds.WaitForReply, story.Case.NextAction?.Kind);
        Assert.Equal(AttemptState.Sent, story.Case.Attempts[0].State);
        Assert.Equal([nameof(StatusReported)], Names(Hear(story, ReportedStatus.Received)));
    }

    [Theory]
    [InlineData(ReportedStatus.Denied, NoticeKinds.FinalDenial)]
    [InlineData(ReportedStatus.MoreInfoNeeded, NoticeKinds.MoreInfoNeeded)]
    [InlineData(ReportedStatus.Approved, NoticeKinds.Reinstated)]
    [InlineData(ReportedStatus.Reinstated, NoticeKinds.Reinstated)]
    public void of_a_decision_do_what_the_desks_own_mail_does(ReportedStatus status, string kind)
    {
        var (reported, mailed) = (Sent(out var number), Sent(out _));

        Hear(reported, status);
        mailed.Reply(kind, Desk, number);

        Assert.Equal((mailed.Case.Stage, mailed.Case.Desk, mailed.Case.LadderPosition), (reported.Case.Stage, reported.Case.Desk, reported.Case.LadderPosition));
        Assert.Equal(mailed.Case.NextAction, reported.Case.NextAction);
        Assert.Equal((mailed.Case.Attempts[0].State, mailed.Case.Attempts[0].Answer), (reported.Case.Attempts[0].State, reported.Case.Attempts[0].Answer));
        Assert.Equal(mailed.Case.Replies[0].Decision, reported.Case.Replies[0].Decision);
    }

    [Fact]
    public void of_a_closed_ticket_answer_the_submission_without_a_decision()
    {
        var story = Sent(out _);

        Hear(story, ReportedStatus.Closed);

        var attempt = story.Case.Attempts[0];
        Assert.Equal((AttemptState.Answered, ReplyDecisions.None), (attempt.State, attempt.Answer));
        Assert.Equal((CaseStage.Drafting, NextActionKinds.Draft), (story.Case.Stage, story.Case.NextAction!.Kind));
        Assert.Equal([nameof(StatusReported)], Names(Hear(story, ReportedStatus.Closed)));
    }

    [Fact]
    public void older_than_what_was_heard_are_kept_and_move_nothing()
    {
        var story = Sent(out _).Wait(1);
        Hear(story, ReportedStatus.Approved);

        var late = Hear(story, ReportedStatus.Denied, at: story.Now.AddMinutes(-1));

        Assert.True(Assert.IsType<StatusReported>(Assert.Single(late)).IsLate);
        Assert.Equal(ReplyDecisions.Granted, story.Case.Attempts[0].Answer);
        Assert.Equal(ReportedStatus.Approved, story.Case.Heard!.Status);
        Assert.True(Assert.IsType<StatusReported>(Assert.Single(Hear(story, ReportedStatus.InReview, at: story.Now.AddHours(-1)))).IsLate);
    }

    [Fact]
    public void of_older_progress_do_not_bring_back_a_stage_that_was_left()
    {
        var story = Sent(out _).Wait(1);
        Hear(story, ReportedStatus.InReview);
        story.Must(Decision<CaseEvent>.Of(new StageChanged(CaseStage.AwaitingClient)));

        Hear(story, ReportedStatus.Received, at: story.Now.AddMinutes(-1));

        Assert.Equal(CaseStage.AwaitingClient, story.Case.Stage);
    }

    [Fact]
    public void of_progress_do_not_hide_a_decision_that_arrives_after_them()
    {
        var story = Sent(out _).Wait(1);
        Hear(story, ReportedStatus.InReview);

        Hear(story, ReportedStatus.Denied, at: story.Now.AddMinutes(-1));

        Assert.Equal(ReplyDecisions.Denied, story.Case.Attempts[0].Answer);
        Assert.Equal((ReportedStatus.InReview, ReportedStatus.Denied), (story.Case.Heard!.Status, story.Case.Heard.Decided));
    }

    [Fact]
    public void from_before_a_submission_do_not_answer_it_unless_they_name_it()
    {
        var story = Sent(out _);

        Assert.True(Assert.IsType<StatusReported>(Assert.Single(Hear(story, ReportedStatus.Denied, at: story.Now.AddHours(-1)))).IsLate);
        Assert.Equal(AttemptState.Sent, story.Case.Attempts[0].State);

        Hear(story, ReportedStatus.Denied, at: story.Now.AddHours(-1), reference: "REF");
        Assert.Equal(ReplyDecisions.Denied, story.Case.Attempts[0].Answer);
    }

    [Fact]
    public void on_a_submission_that_has_its_answer_are_kept_only()
    {
        var story = Sent(out _);
        Hear(story, ReportedStatus.Denied, reference: "ref");
        story.Wait(1);

        Assert.Equal([nameof(StatusReported)], Names(Hear(story, ReportedStatus.Denied, reference: "ref")));
        Assert.Equal([nameof(StatusReported)], Names(Hear(story, ReportedStatus.Approved, reference: "ref")));
        Assert.Single(story.Case.Replies);
    }

    [Fact]
    public void that_repeat_a_decision_with_nothing_waiting_do_not_pile_up()
    {
        var story = Story.Of(Deactivated);
        for (var i = 0; i < 5; i++) { Hear(story.Wait(1), ReportedStatus.Denied); }
        Assert.Single(story.Case.Replies);

        Hear(story.Wait(1), ReportedStatus.Reinstated);
        Assert.Equal(2, story.Case.Replies.Count);
    }

    [Fact]
    public void of_a_sender_whose_clock_runs_ahead_do_not_make_everything_after_them_late()
    {
        var story = Sent(out _);
        Hear(story, ReportedStatus.InReview, at: story.Now.AddYears(50));
        Hear(story, ReportedStatus.MoreInfoNeeded, at: story.Now.AddYears(50));
        story.Sent(Desk);
        story.Wait(1);

        Assert.False(Hear(story, ReportedStatus.Received).OfType<StatusReported>().Single().IsLate);
        Hear(story, ReportedStatus.Denied);

        Assert.Equal(ReplyDecisions.Denied, story.Case.Attempts[^1].Answer);
    }

    [Theory]
    [InlineData(ReportedStatus.Denied)]
    [InlineData(ReportedStatus.InReview)]
    [InlineData(ReportedStatus.Closed)]
    public void on_a_resolved_case_are_kept_and_move_nothing(ReportedStatus status)
    {
        var story = Sent(out _);
        story.Must(CaseRules.Resolve(story.Current, Outcome.Withdrawn, null, story.By(Story.Lea)));

        Assert.Equal([nameof(StatusReported)], Names(Hear(story.Wait(1), status)));
        Assert.Equal(CaseStage.Resolved, story.Case.Stage);
    }

    [Fact]
    public void about_what_Seller_Support_answered_decide_nothing()
    {
        var story = Story.Denied(Deactivated, Desk);
        story.Sent(DeskIds.SellerSupport);
        var before = story.Case;

        Hear(story.Wait(1), ReportedStatus.Approved);

        Assert.NotEqual(ReplyDecisions.Granted, story.Case.Attempts[^1].Answer);
        Assert.Equal((before.Stage, before.Desk, before.LadderPosition), (story.Case.Stage, story.Case.Desk, story.Case.LadderPosition));
    }

    [Fact]
    public void of_no_case_are_refused()
    {
        CaseRules.ApplyStatus(null, Report(ReportedStatus.Denied, Story.Monday), new CaseContext(SamplePlaybook.Playbook, Story.Platform, Story.Monday)).Refused(RefusalCodes.Cases.Unknown);
        CaseRules.HearNews(null, News, new CaseContext(SamplePlaybook.Playbook, Story.Platform, Story.Monday)).Refused(RefusalCodes.Cases.Unknown);
    }

    [Fact]
    public void in_any_order_and_number_leave_the_last_decision_standing()
    {
        var random = new Random(5);
        for (var round = 0; round < 200; round++)
        {
            var story = Sent(out _).Wait(2);
            var script = Enumerable.Range(0, 8).Select(i => (Status: (ReportedStatus)random.Next(7), At: story.Now.AddMinutes(-60 + i))).ToArray();
            random.Shuffle(script);
            foreach (var (status, at) in script) { Hear(story, status, at); }

            var last = script.Where(s => s.Status > ReportedStatus.InReview).OrderBy(s => s.At).LastOrDefault();
            Assert.Equal(script.Length, story.Events.OfType<StatusReported>().Count());
            if (last != default) { Assert.Equal((last.Status, last.At), (story.Case.Heard!.Decided, story.Case.Heard.DecidedAt)); }
            Assert.NotNull(story.Case.NextAction);
        }
    }

    [Fact]
    public void and_other_news_of_Amazons_are_kept_on_the_timeline_and_move_nothing()
    {
        var story = Sent(out _);
        var before = story.Case;

        Assert.Equal([nameof(NewsHeard)], Names(story.Must(CaseRules.HearNews(story.Current, News, story.By(Story.Platform)))));

        Assert.Equal(before with { UpdatedAt = story.Now }, story.Case);
    }

    private static AmazonNews News => new("n1", "listing-lost", Story.Monday, new NewsSubject("ATVPDKIKX0DER", "B0C4R7QK2M"), new Dictionary<string, string>());

    private static Story Sent(out int number)
    {
        var story = Story.Of(Deactivated);
        number = story.Sent(Desk);
        return story;
    }

    private StatusReport Report(ReportedStatus status, DateTimeOffset at, string? reference = null) => new()
    {
        Id = $"inbox:{++_reports}", Status = status, ReportedAt = at, AmazonReference = reference, Text = "text", TextHash = "hash",
    };

    private IReadOnlyList<CaseEvent> Hear(Story story, ReportedStatus status, DateTimeOffset? at = null, string? reference = null) =>
        story.Must(CaseRules.ApplyStatus(story.Current, Report(status, at ?? story.Now, reference), story.By(Story.Platform)));

    private static IEnumerable<string> Names(IReadOnlyList<CaseEvent> events) => events.Select(e => e.GetType().Name);
}
