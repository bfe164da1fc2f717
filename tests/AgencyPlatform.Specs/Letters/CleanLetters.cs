using AgencyPlatform.Domain.Letters;

namespace AgencyPlatform.Specs.Letters;

public sealed class A_clean_letter
{
    [Fact] public void in_English_raises_nothing() => Nothing(Samples.Plan());

    [Fact] public void in_Chinese_raises_nothing() => Nothing(Samples.Plan(Samples.Chinese));

    [Fact] public void about_a_trademark_raises_nothing() => Nothing(Samples.Plan(Samples.TrademarkPlan) with { Desk = "NOTICE" }, Samples.Trademark);

    [Fact] public void that_disputes_a_complaint_raises_nothing() => Nothing(Samples.DisputeDraft, Samples.Trademark);

    [Fact] public void that_escalates_raises_nothing() => Nothing(Samples.EscalationDraft, Samples.EscalationContext);

    [Fact] public void that_is_a_counter_notice_raises_nothing() => Nothing(Samples.CounterNoticeDraft, Samples.CounterNoticeContext);

    [Fact]
    public void that_is_no_plan_is_not_asked_for_the_sections_of_one() =>
        Nothing(Samples.Plan("Which document is missing from our appeal of 8 November 2025?") with { Kind = LetterKinds.InformationRequest, Desk = "SELLER_SUPPORT", EvidenceIds = [] });

    private static void Nothing(LetterDraft draft, LetterContext? context = null) => Assert.Empty(Samples.Lint(draft, context).Select(f => $"{f.Rule} {f.Span} {string.Join(' ', f.Facts.Values)}"));
}
