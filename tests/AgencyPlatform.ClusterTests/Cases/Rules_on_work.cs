using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.ClusterTests.Cases;

[Collection(nameof(AgencyCluster))]
public sealed class R13_a_case_on_an_item(AgencyCluster cluster)
{
    [Fact]
    public async Task asks_for_an_audit_of_every_detail_page()
    {
        var walk = await Walk.Open(cluster, null, notice: Walk.TrademarkNotice(Walk.NewComplaint()));
        Assert.Contains((await walk.Now()).Checklist, l => l is { Id: "audit-detail-pages", State: "missing" });

        await walk.Refused(RefusalCodes.Evidence.FileMissing, w => w.Grain.MarkEvidence(Audit("accepted")));
        await walk.Refused(RefusalCodes.Evidence.LineUnknown, w => w.Grain.MarkEvidence(Audit("accepted") with { LineId = "tea-leaves" }));
        await walk.Allowed(w => w.Grain.MarkEvidence(Audit("accepted") with { Reason = "All 14 pages read on 2 November." }));
    }

    [Fact]
    public async Task is_one_whose_notice_names_the_item()
    {
        var walk = await Walk.Open(cluster, "ACC-RELATED");
        Assert.DoesNotContain((await walk.Now()).Checklist, l => l.Id == "audit-detail-pages");
    }

    private static MarkEvidence Audit(string state) => new() { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Author, LineId = "audit-detail-pages", State = state };
}

[Collection(nameof(AgencyCluster))]
public sealed class R38_when_in_doubt(AgencyCluster cluster)
{
    [Fact]
    public async Task an_expert_is_asked_by_name_and_with_a_question()
    {
        var walk = await Walk.Open(cluster, "ACC-RELATED");
        await walk.Refused(RefusalCodes.NextActions.QuestionMissing, w => w.Plan("ask-lead", TimeSpan.FromDays(1), null, "m-lead"));
        await walk.Refused(RefusalCodes.NextActions.AddresseeMissing, w => w.Plan("ask-lead", TimeSpan.FromDays(1), "Is this the same owner?"));
        await walk.Refused(RefusalCodes.NextActions.KindUnknown, w => w.Plan("hope", TimeSpan.FromDays(1)));
        await walk.Refused(RefusalCodes.NextActions.DatePast, w => w.Plan("draft", TimeSpan.Zero));
        var asked = await walk.Allowed(w => w.Plan("ask-lead", TimeSpan.FromDays(1), "Is this the same owner?", "m-lead"));
        Assert.Equal(("ask-lead", "m-lead"), (asked.NextAction!.Kind, asked.NextAction.Addressee));
    }

    [Fact]
    public async Task no_open_case_is_ever_without_a_next_action_and_its_day_stands_in_the_list()
    {
        var walk = await Walk.Open(cluster, "ACC-RELATED");
        var opened = await walk.Now();
        Assert.True(opened.NextAction!.DueAt <= cluster.Time.GetUtcNow().AddDays(1));

        var plan = await walk.Sent(DeskIds.SellerPerformance);
        CaseView[] seen =
        [
            opened,
            await walk.Now(),
            await walk.Replied("final-denial", DeskIds.SellerPerformance, plan),
            await walk.Replied("support-reply", DeskIds.SellerSupport, text: "This is permanent."),
        ];
        Assert.All(seen, c => Assert.NotNull(c.NextAction));
        Assert.InRange(cluster.Scalar<long>("SELECT due_at FROM case_row WHERE case_id=$c", ("$c", walk.Id)), 1, seen[^1].NextAction!.DueAt.ToUnixTimeMilliseconds());
    }
}

[Collection(nameof(AgencyCluster))]
public sealed class A_letter(AgencyCluster cluster)
{
    [Fact]
    public async Task needs_four_eyes()
    {
        var walk = await Walk.Open(cluster, "PQ-USEDNEW");
        var number = Walk.Accepted(await walk.Draft(DeskIds.ProductQuality)).AttemptNumber!.Value;
        await walk.Refused(RefusalCodes.Attempts.NotApproved, w => w.Send(number));
        await walk.Refused(RefusalCodes.Attempts.FourEyes, w => w.Approve(number, AgencyCluster.Author));
        await walk.Refused(RefusalCodes.Attempts.FourEyes, w => w.Approve(number, new() { Kind = "api-key", Id = "key-1", Role = "owner", OnBehalfOf = AgencyCluster.Author.Id }));
        await walk.Refused(RefusalCodes.Attempts.PersonNeeded, w => w.Approve(number, AgencyCluster.Platform));
        await walk.Allowed(w => w.Approve(number));
        await walk.Refused(RefusalCodes.Attempts.PersonNeeded, w => w.Send(number, AgencyCluster.Platform));
        await walk.Allowed(w => w.Send(number));
    }

    [Fact]
    public async Task is_never_changed_once_it_was_sent()
    {
        var walk = await Walk.Open(cluster, "PQ-USEDNEW");
        var number = await walk.Sent(DeskIds.ProductQuality);
        await walk.Refused(RefusalCodes.Attempts.Sent, w => w.Grain.ReviseAttempt(new ReviseAttempt { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Author, Number = number, Letter = "Other." }));
        await walk.Refused(RefusalCodes.Attempts.Sent, w => w.Approve(number));
        await walk.Refused(RefusalCodes.Attempts.Sent, w => w.Grain.HandToClient(new HandToClient { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Author, Number = number }));
    }

    [Fact]
    public async Task waits_while_the_desk_still_has_the_last_one()
    {
        var walk = await Walk.Open(cluster, "PQ-USEDNEW");
        var first = await walk.Sent(DeskIds.ProductQuality);
        await walk.Refused(RefusalCodes.Attempts.SubmissionOpen, w => w.Draft(DeskIds.ProductQuality));
        await walk.Replied("more-info-needed", DeskIds.ProductQuality, first);
        await cluster.CarryOutbox(walk.Account);
        await walk.Allowed(w => w.Draft(DeskIds.ProductQuality));
    }

    [Fact]
    public async Task may_be_written_again_after_a_question_was_answered_without_a_decision()
    {
        var walk = await Walk.Open(cluster, "LST-GATING");
        var question = await walk.Sent(DeskIds.SellerSupport);
        await walk.Refused(RefusalCodes.Attempts.SubmissionOpen, w => w.Draft(DeskIds.SellerSupport));
        await walk.Replied("support-reply", DeskIds.SellerSupport, question);
        await cluster.CarryOutbox(walk.Account);
        await walk.Allowed(w => w.Draft(DeskIds.SellerSupport));
    }

    [Fact]
    public async Task is_for_those_who_work_cases()
    {
        var walk = await Walk.Open(cluster, "PQ-USEDNEW");
        await walk.Refused(RefusalCodes.Cases.NotPermitted, w => w.Draft(DeskIds.ProductQuality, l => l with { Actor = l.Actor with { Role = "read-only" } }));
        await walk.Refused(RefusalCodes.Cases.NotPermitted, w => w.Draft(DeskIds.ProductQuality, l => l with { Actor = l.Actor with { Kind = "client" } }));
    }
}

[Collection(nameof(AgencyCluster))]
public sealed class A_case_that_is_refused(AgencyCluster cluster)
{
    [Fact]
    public async Task leaves_no_trace_on_its_account()
    {
        var walk = await Walk.Before(cluster);
        await walk.Refused(RefusalCodes.Cases.NotPermitted, w => w.Grain.Open(w.Opening("PQ-USEDNEW") with { Actor = AgencyCluster.Author with { Role = "read-only" } }));
        await walk.Refused(RefusalCodes.Cases.Phishing, w => w.Grain.Open(w.Opening("PQ-USEDNEW", Phishing)));
        await walk.Refused(RefusalCodes.Cases.CategoryUnknown, w => w.Grain.Open(w.Opening("NOTHING")));
        await walk.Refused(RefusalCodes.Enforcements.Unknown, w => w.Grain.Open(w.Opening("PQ-USEDNEW", enforcement: "nowhere")));
        Assert.Empty((await cluster.Account(walk.Account).Describe())!.Enforcements);

        Assert.EndsWith("-1", (await walk.Allowed(w => w.Grain.Open(w.Opening("PQ-USEDNEW")))).Number, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_not_opened_on_an_account_nobody_knows()
    {
        var walk = await Walk.Before(cluster, AgencyCluster.NewId());
        await walk.Refused(RefusalCodes.Accounts.Unknown, w => w.Grain.Open(w.Opening("PQ-USEDNEW")));
        await walk.Refused(RefusalCodes.Cases.Unknown, w => w.Draft(DeskIds.ProductQuality));
        await walk.Refused(RefusalCodes.Cases.Unknown, w => w.Send(1));
    }

    private const string Phishing = """
        From: Amazon Seller Support <security@amaz0n-seller-verify.top>
        Dear customer, your Amazon account will be permanently lost in 24 hours. Click the link below and enter your password,
        credit card number and one time code to verify: http://bit.ly/amzn-verify . Pay the reinstatement fee by wallet in bitcoin.
        """;
}
