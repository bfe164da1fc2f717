using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Domain.Triage;

namespace AgencyPlatform.Specs;

/// <summary>One case and its account, led through commands as the platform would; a refusal is an answer, never an exception.</summary>
internal sealed class Story
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    public static readonly Actor Ann = new(ActorKind.Member, "ann", MemberRole.CaseWorker);
    public static readonly Actor Ben = new(ActorKind.Member, "ben", MemberRole.CaseWorker);
    public static readonly Actor Lea = new(ActorKind.Member, "lea", MemberRole.Manager);
    public static readonly Actor Otto = new(ActorKind.Member, "otto", MemberRole.Owner);
    public static readonly Actor Platform = new(ActorKind.System, "platform", MemberRole.None);

    private int _drafts;

    public SellerAccount Account { get; private set; } = Registered();
    public SellerCase? Current { get; private set; }
    public SellerCase Case => Current!;
    public DateTimeOffset Now { get; private set; } = Monday;
    public Playbook Playbook { get; init; } = SamplePlaybook.Playbook;
    public List<CaseEvent> Events { get; } = [];

    /// <summary>Without a plan nothing is promised and no clock runs.</summary>
    public SlaPlan? Plan
    {
        get;
        set
        {
            field = value;
            first ??= value;
        }
    }

    private SlaPlan? first;

    public PromiseContext Promising => new()
    {
        Plan = Plan!, Reference = SamplePlan.Reference, PlanOf = SamplePlan.PlanOf(first!, Plan!), Calendars = SamplePlan.Calendars(first!, Plan!), Playbook = Playbook,
        Members = SamplePlan.Members, Now = Now, Tzdb = "test",
    };

    public AccountStanding Standing => AccountRules.Standing(Account, Case.EnforcementId);

    public static SellerAccount Registered() => AccountRules.Evolve(
        null, new AccountRegistered("acc", 1001, "client", "Shop", "A1SELLER", ["US"], "America/Los_Angeles"), Monday);

    public static Story Of(string categoryId, Func<OpenRequest, OpenRequest>? change = null, Playbook? playbook = null, SlaPlan? plan = null)
    {
        var story = new Story { Playbook = playbook ?? SamplePlaybook.Playbook, Plan = plan };
        story.Must(story.Open(categoryId, change));
        return story;
    }

    public CaseContext By(Actor actor) => new(Playbook, actor, Now);

    public Story Wait(double days)
    {
        Now = Now.AddDays(days);
        return this;
    }

    public Story At(DateTimeOffset now)
    {
        Now = now;
        return this;
    }

    /// <summary>The due index wakes the case.</summary>
    public IReadOnlyList<CaseEvent> Wake() => Keep(CasePromises.Wake(Case, Case.Attention?.WakeAt, Promising));

    public Decision<CaseEvent> Open(string categoryId, Func<OpenRequest, OpenRequest>? change = null, Actor? actor = null, string enforcement = "enf")
    {
        var category = Playbook.Categories.GetValueOrDefault(categoryId);
        var join = new JoinRequest
        {
            CaseId = "case", NewEnforcementId = enforcement, CategoryId = categoryId,
            IsEnforcement = category?.IsEnforcement == true, IsAccountLevel = category?.IsAccountLevel == true,
        };
        Keep(AccountRules.Join(Account, join, Now));
        var request = new OpenRequest
        {
            CaseId = "case", Number = "1001-1", SellerAccountId = "acc", ClientId = "client", EnforcementId = enforcement, CategoryId = categoryId,
            Kind = NoticeKinds.Deactivation, Language = "en", TimeZone = Account.TimeZone,
        };
        return CaseRules.Open(Current, change is null ? request : change(request), By(actor ?? Ann));
    }

    public AttemptRequest Letter(string desk, string? channel = null) => new()
    {
        AttemptId = $"att{++_drafts}", Number = _drafts, Desk = desk, LetterHash = $"hash{_drafts}",
        LetterText = "We found the cause. Please ask a senior investigator to look.",
        Channel = channel ?? Playbook.Desks.GetValueOrDefault(desk)?.Channels[0] ?? Channels.Portal,
    };

    public Decision<CaseEvent> TryDraft(AttemptRequest request, Actor? actor = null) => CaseRules.DraftAttempt(Current, request, Standing, By(actor ?? Ann));

    public Decision<CaseEvent> TryDraft(string desk, Func<AttemptRequest, AttemptRequest>? change = null, Actor? actor = null)
    {
        var letter = Letter(desk);
        return TryDraft(change is null ? letter : change(letter), actor);
    }

    public int Draft(string desk, Func<AttemptRequest, AttemptRequest>? change = null, Actor? actor = null)
    {
        Must(TryDraft(desk, change, actor));
        return Case.Attempts[^1].Number;
    }

    public int Approved(string desk, Func<AttemptRequest, AttemptRequest>? change = null, Actor? author = null, Actor? approver = null)
    {
        var number = Draft(desk, change, author);
        Must(CaseRules.ApproveAttempt(Current, number, By(approver ?? Lea)));
        return number;
    }

    public int Sent(string desk, Func<AttemptRequest, AttemptRequest>? change = null, Actor? author = null, Actor? approver = null, Actor? sender = null)
    {
        var number = Approved(desk, change, author, approver);
        Assert.Null(Send(number, sender));
        return number;
    }

    /// <summary>Checks, reserves, writes and confirms, in the order of the platform.</summary>
    public Refusal? Send(int number, Actor? sender = null)
    {
        var by = By(sender ?? Ann);
        if (CaseRules.CheckSend(Current, number, Standing, by) is { } no) { return no; }
        var attempt = Case.Attempts.First(a => a.Number == number);
        var reserved = AccountRules.Reserve(Account, new ReserveRequest
        {
            GrantId = attempt.Id, CaseId = Case.Id, EnforcementId = Case.EnforcementId, Desk = attempt.Desk,
            LetterKind = attempt.LetterKind, Override = attempt.Override, Actor = by.Actor,
        }, Playbook, Now);
        if (reserved is Decision<AccountEvent>.Refused { Reason: var spent }) { return spent; }
        Keep(reserved);
        Must(CaseRules.SendAttempt(Current, number, new Submission(attempt.Id, "ref", null), by));
        Keep(AccountRules.Confirm(Account, attempt.Id));
        return null;
    }

    private int _replies;

    public Decision<CaseEvent> TryReply(string kind, string from, int? attempt = null, string text = "text", string? channel = null) =>
        CaseRules.RecordReply(Current, new ReplyRequest
        {
            ReplyId = $"rep{++_replies}", AttemptNumber = attempt, From = from, Text = text, TextHash = $"reply{_replies}",
            TriagedKind = kind, ReceivedAt = Now, Channel = channel,
        }, By(Platform));

    public Story Reply(string kind, string from, int? attempt = null, string text = "text")
    {
        Must(TryReply(kind, from, attempt, text));
        return this;
    }

    public IReadOnlyList<CaseEvent> Must(Decision<CaseEvent> decision)
    {
        var accepted = Assert.IsType<Decision<CaseEvent>.Accepted>(decision);
        var before = Current;
        foreach (var happened in accepted.Events)
        {
            Current = CaseRules.Evolve(Current, happened, Now);
            Events.Add(happened);
            if (happened is ReplyReceived { AnswersAttempt: true, Reply.AttemptNumber: { } number })
            {
                Keep(AccountRules.Answered(Account, Case.Attempts.First(a => a.Number == number).Id));
            }
        }
        if (Plan is not null && accepted.Events.Count > 0) { Keep(CasePromises.Follow(before, Case, accepted.Events, Promising)); }
        return accepted.Events;
    }

    private IReadOnlyList<CaseEvent> Keep(IReadOnlyList<CaseEvent> events)
    {
        foreach (var happened in events)
        {
            Current = CaseRules.Evolve(Current, happened, Now);
            Events.Add(happened);
        }

        return events;
    }

    public void Keep(Decision<AccountEvent> decision)
    {
        foreach (var happened in Assert.IsType<Decision<AccountEvent>.Accepted>(decision).Events) { Account = AccountRules.Evolve(Account, happened, Now); }
    }

    /// <summary>A case whose Plan of Action went to its desk and was denied, three days ago.</summary>
    public static Story Denied(string categoryId, string desk, Playbook? playbook = null)
    {
        var story = Of(categoryId, playbook: playbook);
        var plan = story.Sent(desk);
        return story.Wait(1).Reply(NoticeKinds.FinalDenial, desk, plan).Wait(3);
    }
}

internal static class Decisions
{
    public static Refusal Refused<T>(this Decision<T> decision, string code)
    {
        var reason = Assert.IsType<Decision<T>.Refused>(decision).Reason;
        Assert.Equal(code, reason.Code);
        return reason;
    }

    public static IReadOnlyList<T> Accepted<T>(this Decision<T> decision) => Assert.IsType<Decision<T>.Accepted>(decision).Events;
}
