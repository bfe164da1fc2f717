using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Triage;
using AgencyPlatform.Domain.Letters;
using static AgencyPlatform.Specs.SamplePlaybook;

namespace AgencyPlatform.Specs.Cases;

public sealed class R1_a_general_question_goes_to_Seller_Support_first
{
    [Fact] public void and_the_case_says_so() => Assert.Equal(DeskIds.SellerSupport, Story.Of(HowTo).Case.Desk);
    [Fact] public void and_may_be_written_there() => Story.Of(HowTo).TryDraft(DeskIds.SellerSupport).Accepted();
}

public sealed class R3_Seller_Support_is_asked_what_is_missing_only_after_a_denial
{
    [Fact]
    public void so_before_any_answer_it_is_refused() =>
        Story.Of(Related).TryDraft(DeskIds.SellerSupport).Refused(RefusalCodes.Attempts.DeskNotCompetent);

    [Fact]
    public void so_after_a_denial_it_is_allowed_as_a_question() =>
        Assert.Equal(LetterKinds.InformationRequest, Assert.IsType<AttemptDrafted>(
            Story.Denied(Related, DeskIds.SellerPerformance).TryDraft(DeskIds.SellerSupport).Accepted()[0]).Attempt.LetterKind);

    [Fact]
    public void but_never_as_the_main_submission() =>
        Story.Denied(Related, DeskIds.SellerPerformance)
            .TryDraft(DeskIds.SellerSupport, l => l with { LetterKind = LetterKinds.PlanOfAction }).Refused(RefusalCodes.Attempts.DeskNotCompetent);

    [Fact]
    public void and_not_where_the_answer_said_what_is_missing()
    {
        var story = Story.Of(Related);
        var plan = story.Sent(DeskIds.SellerPerformance);
        story.Wait(1).Reply(NoticeKinds.MoreInfoNeeded, DeskIds.SellerPerformance, plan);
        story.TryDraft(DeskIds.SellerSupport).Refused(RefusalCodes.Attempts.DeskNotCompetent);
    }

    [Fact]
    public void and_the_question_leaves_the_ladder_alone()
    {
        var story = Story.Denied(Related, DeskIds.SellerPerformance);
        var before = story.Case.LadderPosition;
        story.Sent(DeskIds.SellerSupport);
        Assert.Equal(before, story.Case.LadderPosition);
    }
}

public sealed class R4_Seller_Support_is_never_first_for_an_enforcement
{
    [Fact]
    public void not_even_where_the_data_put_it_first() => Assert.Equal(DeskIds.SellerPerformance, Story.Of(SupportFirst).Case.Desk);

    [Fact]
    public void and_a_letter_there_is_refused_with_the_competent_desks() =>
        Assert.Equal("SELLER_PERFORMANCE,EXECUTIVE_SELLER_RELATIONS,JEFF_BEZOS",
            Story.Of(Related).TryDraft(DeskIds.SellerSupport).Refused(RefusalCodes.Attempts.DeskNotCompetent).Fact("competent"));

    [Fact]
    public void but_a_later_rung_may_ask_it_once_the_competent_desk_was_written_to()
    {
        var story = Story.Of(SupportFirst);
        story.TryDraft(DeskIds.SellerSupport).Refused(RefusalCodes.Attempts.DeskNotCompetent);
        story.Sent(DeskIds.SellerPerformance);
        story.TryDraft(DeskIds.SellerSupport).Accepted();
    }

    [Fact]
    public void and_an_enforcement_that_knows_nobody_else_is_not_opened()
    {
        var category = SamplePlaybook.Playbook.Categories[SupportFirst];
        var playbook = SamplePlaybook.Playbook with
        {
            Categories = new Dictionary<string, Category> { [SupportFirst] = category with { Ladder = [category.Ladder[0]] } },
        };
        new Story { Playbook = playbook }.Open(SupportFirst).Refused(RefusalCodes.Cases.NoCompetentDesk);
    }
}

public sealed class R5_an_escalation_is_never_written_to_Seller_Support
{
    [Fact]
    public void not_even_on_its_own_cases() => Story.Of(HowTo)
        .TryDraft(DeskIds.SellerSupport, l => l with { LetterKind = LetterKinds.Escalation }).Refused(RefusalCodes.Escalations.DeskDoesNotHear);

    [Fact]
    public void nor_to_any_desk_that_does_not_hear_them() => Story.Of(Trademark)
        .TryDraft(DeskIds.Notice, l => l with { LetterKind = LetterKinds.Escalation }).Refused(RefusalCodes.Escalations.DeskDoesNotHear);

    [Fact]
    public void but_a_desk_that_hears_them_takes_it() => Story.Of(Related)
        .TryDraft(DeskIds.SellerPerformance, l => l with { LetterKind = LetterKinds.Escalation }).Accepted();
}

public sealed class R10_a_feed_error_goes_to_Catalog_first
{
    [Fact] public void and_as_a_ticket() => Assert.Equal(LetterKinds.CatalogTicket, Story.Of(CatalogMatch).Must(Story.Of(CatalogMatch).TryDraft(DeskIds.Catalog)).OfType<AttemptDrafted>().Single().Attempt.LetterKind);
    [Fact] public void never_to_Product_Quality() => Story.Of(CatalogMatch).TryDraft(DeskIds.ProductQuality).Refused(RefusalCodes.Attempts.DeskNotCompetent);
}

public sealed class R13_a_case_on_an_item_asks_for_an_audit_of_every_detail_page
{
    [Fact]
    public void when_the_notice_names_an_item() => Assert.Contains(
        Story.Of(Inauthentic, r => r with { Entities = new NoticeEntities { Asins = ["B012345678"] } }).Case.Checklist, l => l.Id == CaseRules.AuditDetailPages);

    [Fact]
    public void not_when_none_is_named() => Assert.DoesNotContain(Story.Of(Related).Case.Checklist, l => l.Id == CaseRules.AuditDetailPages);
}

public sealed class R15_an_image_complaint_stays_an_IP_case_although_somebody_else_made_the_page
{
    [Fact]
    public void so_a_case_worker_cannot_move_it_elsewhere()
    {
        var story = Story.Of(Copyright);
        CaseRules.ChangeCategory(story.Case, Inauthentic, "the image is not ours", story.By(Story.Ann)).Refused(RefusalCodes.Cases.IpStaysIp);
    }

    [Fact]
    public void only_a_lead_may_say_that_triage_erred()
    {
        var story = Story.Of(Copyright);
        story.Must(CaseRules.ChangeCategory(story.Case, Inauthentic, "no rights owner is named", story.By(Story.Lea)));
        Assert.Equal((Inauthentic, DeskIds.ProductQuality), (story.Case.CategoryId, story.Case.Desk));
    }

    [Fact]
    public void another_IP_right_is_anybodys_correction()
    {
        var story = Story.Of(Copyright);
        CaseRules.ChangeCategory(story.Case, Trademark, "it is the logo", story.By(Story.Ann)).Accepted();
    }
}

public sealed class R16_R18_R19_R20_the_desk_follows_the_category
{
    [Theory]
    [InlineData(Related, DeskIds.SellerPerformance, DeskIds.ProductQuality)]
    [InlineData(Inauthentic, DeskIds.ProductQuality, DeskIds.SellerPerformance)]
    [InlineData(Variation, DeskIds.ProductQuality, DeskIds.SellerPerformance)]
    [InlineData(Trademark, DeskIds.Notice, DeskIds.ProductQuality)]
    [InlineData(CatalogMatch, DeskIds.Catalog, DeskIds.Notice)]
    public void and_another_is_refused(string category, string first, string other)
    {
        var story = Story.Of(category);
        Assert.Equal(first, story.Case.Desk);
        story.TryDraft(first).Accepted();
        story.TryDraft(other).Refused(RefusalCodes.Attempts.DeskNotCompetent);
    }

    [Fact]
    public void a_second_category_of_the_notice_brings_its_desks() =>
        Story.Of(Related, r => r with { OtherCategoryIds = [Inauthentic] }).TryDraft(DeskIds.ProductQuality).Accepted();

    [Fact]
    public void a_desk_nobody_knows_is_refused() => Story.Of(Related).TryDraft("NOBODY").Refused(RefusalCodes.Attempts.DeskNotCompetent);

    [Fact]
    public void a_desk_that_only_advises_gets_no_plan_to_decide() => Story.Of(Variation)
        .TryDraft(DeskIds.Catalog, l => l with { LetterKind = LetterKinds.PlanOfAction }).Refused(RefusalCodes.Attempts.DeskCannotDecide);

    [Fact]
    public void Account_Health_Support_may_be_called_beside_the_ladder() => Story.Of(Related).TryDraft(DeskIds.AccountHealthSupport).Accepted();
}

public sealed class R17_Seller_Performance_is_reached_in_writing_only
{
    [Fact]
    public void so_a_call_is_refused_although_the_data_list_a_phone() => Story.Of(Related)
        .TryDraft(DeskIds.SellerPerformance, l => l with { Channel = Channels.Phone }).Refused(RefusalCodes.Attempts.ChannelNotAllowed);

    [Theory, InlineData(Channels.Email), InlineData(Channels.Portal)]
    public void and_a_letter_is_accepted(string channel) => Story.Of(Related).TryDraft(DeskIds.SellerPerformance, l => l with { Channel = channel }).Accepted();

    [Fact]
    public void their_call_to_us_needs_a_submission() => Story.Of(Related)
        .TryReply(NoticeKinds.MoreInfoNeeded, DeskIds.SellerPerformance, channel: Channels.Phone).Refused(RefusalCodes.Replies.NoSubmission);

    [Fact]
    public void and_is_recorded_where_one_exists()
    {
        var story = Story.Of(Related);
        story.Sent(DeskIds.SellerPerformance);
        story.TryReply(NoticeKinds.MoreInfoNeeded, DeskIds.SellerPerformance, channel: Channels.Phone).Accepted();
    }

    [Fact]
    public void a_channel_a_desk_does_not_have_is_refused_everywhere() => Story.Of(Inauthentic)
        .TryDraft(DeskIds.ProductQuality, l => l with { Channel = Channels.Phone }).Refused(RefusalCodes.Attempts.ChannelNotAllowed);
}

public sealed class R32_an_IP_notice_first_asks_the_rights_owner
{
    [Theory, InlineData(Trademark), InlineData(Copyright)]
    public void with_the_Notice_team_as_desk(string category)
    {
        var opened = Story.Of(category).Case;
        Assert.Equal((DeskIds.Notice, NextActionKinds.ContactRightsOwner), (opened.Desk, opened.NextAction!.Kind));
    }

    [Fact]
    public void and_the_letter_to_the_owner_waits_for_the_owner()
    {
        var story = Story.Of(Trademark, r => r with { Entities = new NoticeEntities { RightsOwnerEmails = ["owner@brand.example"] } });
        story.Sent(DeskIds.RightsOwner);
        Assert.Equal((CaseStage.AwaitingRightsOwner, RetractionStatus.Requested), (story.Case.Stage, story.Case.Retraction));
        Assert.Equal("owner@brand.example", story.Case.Attempts[0].Address);
    }

    [Fact]
    public void while_other_cases_have_no_rights_owner() => Story.Of(Related).TryDraft(DeskIds.RightsOwner).Refused(RefusalCodes.Attempts.DeskNotCompetent);
}
