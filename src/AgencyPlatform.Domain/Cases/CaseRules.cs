using System.Diagnostics.CodeAnalysis;
using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.Domain.Cases;

/// <summary>What may happen to a case. Pure: the playbook, the actor and the instant are in the context.</summary>
public static partial class CaseRules
{
    /// <summary>R38: a promise to act is at most a day away unless somebody says otherwise.</summary>
    private static readonly TimeSpan NextStep = TimeSpan.FromDays(1);

    private static bool IsMissing([NotNullWhen(false)] SellerCase? current, Actor actor, [NotNullWhen(true)] out Refusal? why)
    {
        why = current is null ? Refusal.Of(RefusalCodes.Cases.Unknown) : CheckActor(actor);
        return why is not null;
    }

    /// <summary>The gate of every command that moves a case on.</summary>
    private static bool IsShut([NotNullWhen(false)] SellerCase? current, Actor actor, [NotNullWhen(true)] out Refusal? why)
    {
        if (IsMissing(current, actor, out why)) { return true; }
        why = current.IsOpen ? null : Refusal.Of(RefusalCodes.Cases.Resolved);
        return why is not null;
    }

    private static Refusal? CheckActor(Actor actor) =>
        actor.Kind == ActorKind.System || actor is { Kind: not ActorKind.Client, Role: MemberRole.Owner or MemberRole.Manager or MemberRole.CaseWorker or MemberRole.Reviewer }
            ? null
            : Refusal.Of(RefusalCodes.Cases.NotPermitted, ("role", actor.Role.ToString()));

    /// <summary>A lead in person: the platform itself stands in for nobody's judgement.</summary>
    private static bool IsLeadInPerson(Actor actor) => actor is { IsLead: true, Kind: not ActorKind.System };

    private static Decision<CaseEvent> No(Refusal why) => Decision<CaseEvent>.No(why);

    private static Decision<CaseEvent> No(string code, params (string Name, string Value)[] facts) => Decision<CaseEvent>.No(code, facts);

    private static Decision<CaseEvent> Nothing => Decision<CaseEvent>.Of();

    private static Decision<CaseEvent> Yes(IEnumerable<CaseEvent> events) => Decision<CaseEvent>.Of([.. events]);

    private static Category? CategoryOf(SellerCase current, Playbook playbook) => playbook.Categories.GetValueOrDefault(current.CategoryId);

    private static bool IsIp(Category? category) => category?.Group == CategoryGroups.Ip;

    private static NextActionPlanned Plan(string kind, SellerCase current, CaseContext context, string? question = null) =>
        new(new NextAction(kind, question, null, Soon(current.Clocks, context.Now)));

    /// <summary>One step ahead, but never past a deadline that still lies ahead.</summary>
    private static DateTimeOffset Soon(IReadOnlyList<CaseClock> clocks, DateTimeOffset now) =>
        clocks.Where(c => c.Purpose == ClockPurposes.SellerDeadline && c.DueAt > now).Select(c => c.DueAt).Append(now + NextStep).Min();

    /// <summary>After an interruption: wait on for what is still with Amazon, otherwise write.</summary>
    private static IEnumerable<CaseEvent> Resume(SellerCase current, CaseContext context)
    {
        if (current.Attempts.LastOrDefault(a => a.State == AttemptState.Sent) is { SentAt: { } sentAt } waiting
            && context.Playbook.Desks.TryGetValue(waiting.Desk, out var desk))
        {
            var due = ReplyTimes.ReplyDue(desk, sentAt);
            yield return new NextActionPlanned(new NextAction(
                NextActionKinds.WaitForReply, null, null, due > context.Now ? due : context.Now + NextStep));
        }
        else
        {
            yield return Plan(NextActionKinds.Draft, current, context);
        }
    }

    private static IEnumerable<CaseEvent> To(CaseStage stage, SellerCase current) => current.Stage == stage ? [] : [new StageChanged(stage)];
}

/// <summary>Groups of categories that rules name.</summary>
public static class CategoryGroups
{
    public const string Ip = "ip";
}

/// <summary>Purposes of clocks that rules name.</summary>
public static class ClockPurposes
{
    public const string SellerDeadline = "seller-deadline";
    public const string AmazonReply = "amazon-reply";
}
