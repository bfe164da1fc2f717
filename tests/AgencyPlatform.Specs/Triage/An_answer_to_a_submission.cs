using AgencyPlatform.Domain.Triage;
using AgencyPlatform.Specs.Playbooks;

namespace AgencyPlatform.Specs.Triage;

public sealed class An_answer_to_a_submission
{
    [Theory]
    [InlineData("We have reviewed your appeal and reinstated your listing. Your selling privileges are active again.", NoticeKinds.Reinstated)]
    [InlineData("Good news: your account has been reactivated and your offers are live again.", NoticeKinds.Reinstated)]
    [InlineData("您的申诉已审核通过，您的销售权限已恢复。", NoticeKinds.Reinstated)]
    [InlineData("Thank you for your plan of action. It does not contain enough detail. Please send greater detail on the root causes.", NoticeKinds.MoreInfoNeeded)]
    [InlineData("感谢您提交的行动计划。我们还需要更多信息，请补充以下内容。", NoticeKinds.MoreInfoNeeded)]
    [InlineData("We reviewed your appeal and your account remains deactivated. We may not respond to further e-mails about this.", NoticeKinds.FinalDenial)]
    [InlineData("经过再次审核，我们维持原决定，您的账户不予恢复。", NoticeKinds.FinalDenial)]
    [InlineData("Thank you for contacting Selling Partner Support. We understand your concern; please follow the help page. Regards", NoticeKinds.SupportReply)]
    [InlineData("We have received your e-mail.", NoticeKinds.Other)]
    public void is_known_by_its_words_without_naming_the_problem_again(string text, string kind) =>
        Assert.Equal(kind, Shipped.Triage.KindOfAnswer(text));
}
