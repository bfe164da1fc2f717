using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Cases;
using static AgencyPlatform.ClusterTests.AgencyCluster;

namespace AgencyPlatform.ClusterTests;

/// <summary>One case led through its grain as people lead it. A refusal is an answer; what must succeed says so.</summary>
internal sealed class Walk
{
    private static int complaints;

    private readonly AgencyCluster cluster;

    private Walk(AgencyCluster cluster, string account, string id) => (this.cluster, Account, Id) = (cluster, account, id);

    public string Account { get; }

    public string Id { get; }

    public ICaseGrain Grain => cluster.Case(Id);

    public static string NewComplaint() => $"172933{Interlocked.Increment(ref complaints):D5}";

    public static string NewAsin() => $"B0{Interlocked.Increment(ref complaints):D8}";

    public static string TrademarkNotice(string complaint, string? asin = null) => $"""
        Dear Seller,
        We removed the listing below because we received a report from a rights owner that it infringes a trademark.
        ASIN: {asin ?? NewAsin()}
        Infringement type: Trademark
        Rights owner: Brandhaus legal, legal@brandhaus.example
        Complaint ID: {complaint}
        You can contact the rights owner and ask for a retraction. Amazon Seller Performance, Seller Central
        """;

    public static async Task<Walk> Open(
        AgencyCluster cluster, string? category, string? account = null, string? notice = null, string? reference = null, string? enforcement = null)
    {
        var walk = new Walk(cluster, account ?? await cluster.OpenAccount(), NewId());
        Assert.Null((await walk.Grain.Open(walk.Opening(category, notice, reference, enforcement))).Refusal);
        return walk;
    }

    /// <summary>A case that does not exist yet.</summary>
    public static async Task<Walk> Before(AgencyCluster cluster, string? account = null) => new(cluster, account ?? await cluster.OpenAccount(), NewId());

    /// <summary>A case whose plan went to its desk and was denied a day later, three days ago.</summary>
    public static async Task<Walk> Denied(AgencyCluster cluster, string category, string desk, string? notice = null)
    {
        var walk = await Open(cluster, category, notice: notice);
        await walk.DenyFirst(desk);
        return walk;
    }

    public async Task DenyFirst(string desk)
    {
        var plan = await Sent(desk);
        cluster.Time.Advance(TimeSpan.FromDays(1));
        await Replied("final-denial", desk, plan);
        cluster.Time.Advance(TimeSpan.FromDays(3));
        await cluster.CarryOutbox(Account);
    }

    public OpenCase Opening(string? category, string? notice = null, string? reference = null, string? enforcement = null) => new()
    {
        CommandId = NewId(), Actor = Author, SellerAccountId = Account, CategoryId = category, NoticeText = notice, AmazonReference = reference, EnforcementId = enforcement,
    };

    public async Task<CaseView> Now() => (await Grain.Describe())!;

    public DraftAttempt Letter(string desk) => new()
    {
        CommandId = NewId(),
        Actor = Author,
        AttemptId = NewId(),
        Desk = desk,
        Channel = ShippedPlaybook.Version.Playbook.Desks[desk].Channels[0],
        Letter = $"We found the cause of {Id} and repaired it. Please ask a senior investigator to look.",
    };

    public Task<CaseReply> Draft(string desk, Func<DraftAttempt, DraftAttempt>? change = null)
    {
        var letter = Letter(desk);
        return Grain.DraftAttempt(change is null ? letter : change(letter));
    }

    public Task<CaseReply> Approve(int number, ActorInfo? by = null) =>
        Grain.ApproveAttempt(new ApproveAttempt { CommandId = NewId(), Actor = by ?? Lead, Number = number });

    public SendAttempt Sending(int number, ActorInfo? by = null) => new() { CommandId = NewId(), Actor = by ?? Author, Number = number, AmazonReference = "ref", Proof = "shot" };

    public Task<CaseReply> Send(int number, ActorInfo? by = null) => Grain.SendAttempt(Sending(number, by));

    public async Task<int> Approved(string desk, Func<DraftAttempt, DraftAttempt>? change = null, ActorInfo? approver = null)
    {
        var drafted = Accepted(await Draft(desk, change));
        Accepted(await Approve(drafted.AttemptNumber!.Value, approver));
        return drafted.AttemptNumber.Value;
    }

    public async Task<int> Sent(string desk, Func<DraftAttempt, DraftAttempt>? change = null)
    {
        var number = await Approved(desk, change);
        Accepted(await Send(number));
        return number;
    }

    public Task<CaseReply> Reply(string? kind, string from, int? attempt = null, string text = "Message.", string? id = null) => Grain.RecordReply(new RecordReply
    {
        CommandId = NewId(), Actor = Platform, ReplyId = id ?? NewId(), Kind = kind, From = from, Text = text, AttemptNumber = attempt, ReceivedAt = cluster.Time.GetUtcNow(),
    });

    public async Task<CaseView> Replied(string? kind, string from, int? attempt = null, string text = "Message.", string? id = null) =>
        Accepted(await Reply(kind, from, attempt, text, id)).Case!;

    public Task<CaseReply> Resolve(string outcome, string? proof = null, string? reference = "ref", ActorInfo? by = null) => Grain.Resolve(new ResolveCase
    {
        CommandId = NewId(), Actor = by ?? Author, Outcome = outcome, ProofKind = proof, ProofReference = proof is null ? null : reference,
    });

    public Task<CaseReply> Retraction(string status, string reference = "mail-1") =>
        Grain.RecordRetraction(new RecordRetraction { CommandId = NewId(), Actor = Author, Status = status, Reference = reference });

    public Task<CaseReply> Plan(string kind, TimeSpan ahead, string? question = null, string? addressee = null) => Grain.PlanNextAction(new PlanNextAction
    {
        CommandId = NewId(), Actor = Author, Kind = kind, Question = question, Addressee = addressee, DueAt = cluster.Time.GetUtcNow() + ahead,
    });

    /// <summary>The command is refused with this code, and not a row was written for it anywhere.</summary>
    public async Task<RefusalView> Refused(string code, Func<Walk, Task<CaseReply>> command)
    {
        var before = cluster.Written();
        var reply = await command(this);
        Assert.Equal(code, reply.Refusal?.Code);
        Assert.Equal(before, cluster.Written());
        return reply.Refusal!;
    }

    /// <summary>The command is accepted and left its event.</summary>
    public async Task<CaseView> Allowed(Func<Walk, Task<CaseReply>> command)
    {
        var before = cluster.Written();
        var reply = Accepted(await command(this));
        Assert.True(cluster.Written() > before, "Nothing was written.");
        return reply.Case!;
    }

    public static CaseReply Accepted(CaseReply reply)
    {
        Assert.Null(reply.Refusal);
        return reply;
    }
}
