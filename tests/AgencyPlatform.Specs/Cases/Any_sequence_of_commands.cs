using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Triage;
using CsCheck;
using static AgencyPlatform.Specs.SamplePlaybook;

namespace AgencyPlatform.Specs.Cases;

/// <summary>Whatever people do, in whatever order: refused or accepted, the invariants I1, I4 and I7 stand.</summary>
public sealed class Any_sequence_of_commands
{
    private static readonly string[] Desks =
        [DeskIds.SellerPerformance, DeskIds.Notice, DeskIds.RightsOwner, DeskIds.SellerSupport, DeskIds.ExecutiveSellerRelations, DeskIds.JeffBezos, DeskIds.AccountHealthSupport];
    private static readonly string[] Kinds =
        [NoticeKinds.FinalDenial, NoticeKinds.MoreInfoNeeded, NoticeKinds.Reinstated, NoticeKinds.SupportReply, NoticeKinds.Other];
    private static readonly Actor[] Actors = [Story.Ann, Story.Ben, Story.Lea, Story.Otto];

    private static readonly Gen<(int Command, int What, int Who, int Number, int Hours)[]> Commands =
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 20], Gen.Int[0, 3], Gen.Int[1, 12], Gen.Int[0, 60]).Array[0, 60];

    private static readonly Gen<string> Category = Gen.Bool.Select(isIp => isIp ? Trademark : Related);

    [Fact]
    public void keeps_a_next_action_on_an_open_case() => Check((_, after, _) =>
        Assert.Equal(after.IsOpen, after.NextAction is not null));

    [Fact]
    public void never_changes_what_was_sent() => Check((before, after, _) =>
    {
        foreach (var sent in before.Attempts.Where(a => a.SentAt is not null))
        {
            var now = after.Attempts.Single(a => a.Number == sent.Number);
            Assert.Equal(sent, now with { State = sent.State, Answer = sent.Answer, AnsweredAt = sent.AnsweredAt });
        }
    });

    [Fact]
    public void spends_one_executive_chance_and_one_open_submission_per_desk() => Check((_, after, story) =>
    {
        Assert.True(story.Account.Contacts.Count(c => c.IsExecutive) <= 1);
        Assert.True(after.Attempts.Count(a => a.SentAt is not null && story.Playbook.Desks[a.Desk].IsExecutive) <= 1);
        foreach (var desk in story.Account.Contacts.Where(c => c.IsOpen).GroupBy(c => c.Desk))
        {
            // Five business days of silence are at least five days.
            Assert.All(desk.Zip(desk.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromDays(5)));
        }
    });

    [Fact]
    public void never_exceeds_a_budget() => Check((_, _, story) =>
    {
        foreach (var budget in story.Playbook.Budgets)
        {
            var at = story.Account.Contacts.Where(c => c.Desk == budget.Desk).Select(c => c.At).Order().ToArray();
            Assert.All(at, first => Assert.True(at.Count(t => t >= first && t - first < TimeSpan.FromDays(budget.WindowDays)) <= budget.Limit));
            Assert.All(at.Zip(at.Skip(1)), pair => Assert.True((pair.Second - pair.First).TotalDays >= budget.MinimumGapDays));
        }
    });

    [Fact]
    public void sends_nothing_without_four_eyes() => Check((_, after, _) =>
        Assert.All(after.Attempts.Where(a => a.SentAt is not null), a => Assert.True(a.ApprovedBy is not null && a.ApprovedBy != a.Author && !a.Editors.Contains(a.ApprovedBy))));

    [Fact]
    public void gets_the_same_answer_from_the_moves_as_from_the_command() => Check((_, after, story) =>
    {
        foreach (var move in CaseRules.Moves(after, story.Standing, story.By(Story.Ann)).Where(m => m.Kind == CaseMoves.Send))
        {
            Assert.Equal(CaseRules.CheckSend(after, move.AttemptNumber!.Value, story.Standing, story.By(Story.Ann))?.Code, move.Refusal?.Code);
        }
    }, 200);

    private static void Check(Action<SellerCase, SellerCase, Story> holds, int iterations = 500) =>
        Gen.Select(Category, Commands).Sample((category, commands) =>
        {
            var story = Story.Of(category);
            foreach (var command in commands)
            {
                var before = story.Case;
                Do(story, command);
                holds(before, story.Case, story);
            }
        }, iter: iterations);

    private static void Do(Story story, (int Command, int What, int Who, int Number, int Hours) c)
    {
        story.Wait(c.Hours / 24.0);
        var by = story.By(Actors[c.Who]);
        var desk = Desks[c.What % Desks.Length];
        var decision = c.Command switch
        {
            0 or 1 => story.TryDraft(desk, actor: by.Actor),
            2 => CaseRules.ReviseAttempt(story.Case, story.Letter(desk) with { Number = c.Number }, story.Standing, by),
            3 or 4 => CaseRules.ApproveAttempt(story.Case, c.Number, by),
            5 => CaseRules.HandToClient(story.Case, c.Number, by),
            6 or 7 or 8 => null,
            9 => story.TryReply(Kinds[c.What % Kinds.Length], desk, text: c.What % 2 == 0 ? "permanent" : "text"),
            10 => CaseRules.ConfirmAdvice(story.Case, "looked at", by),
            11 => c.What switch
            {
                < 6 => CaseRules.RecordRetraction(story.Case, (RetractionStatus)(c.What % 5), "mail", by),
                < 12 => CaseRules.PlanNextAction(story.Case, new NextAction(NextActionKinds.All[c.What], "what", "lea", story.Now.AddDays(1)), by),
                _ => CaseRules.ChangeCategory(story.Case, c.What % 2 == 0 ? Related : Trademark, "triage erred", by),
            },
            _ => c.What < 15
                ? CaseRules.Reopen(story.Case, "new mail", by)
                : CaseRules.Resolve(story.Case, (Outcome)(c.What % 8), new OutcomeProof((ProofKind)(c.Number % 5), "ref"), by),
        };
        if (decision is null)
        {
            // Sending whatever is ready keeps the sequences from ending in drafts.
            var ready = story.Case.Attempts.FirstOrDefault(a => a.State is AttemptState.Approved or AttemptState.HandedToClient)?.Number ?? c.Number;
            story.Send(ready, by.Actor);
        }
        else if (decision is Decision<CaseEvent>.Accepted)
        {
            story.Must(decision);
        }
    }
}
