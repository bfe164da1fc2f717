using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Agencies;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.ClusterTests.Cases;

/// <summary>Clocks through the grain: what the due index holds, what fires, and that it fires once.</summary>
[Collection(nameof(AgencyCluster))]
public sealed class A_case_with_clocks(AgencyCluster cluster)
{
    private static readonly ActorInfo Clock = new() { Kind = "system", Id = "clock", Role = "none" };

    private DateTimeOffset? Armed(string caseId)
    {
        var ms = cluster.Scalar<long>("SELECT coalesce(max(due_at), 0) FROM due WHERE case_id=$c", ("$c", caseId));
        return ms == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(ms);
    }

    private long Fired(string caseId) => cluster.Scalar<long>("SELECT count(*) FROM firing WHERE case_id=$c", ("$c", caseId));

    private Task<WakeReply> Wake(string caseId, DateTimeOffset now) =>
        cluster.Case(caseId).Wake(new WakeCase { CommandId = AgencyCluster.NewId(), Actor = Clock, OccurredAt = now, ArmedAt = Armed(caseId) });

    private async Task<CaseView> Open() => await cluster.OpenCase(await cluster.OpenAccount(), "ACC-RELATED");

    [Fact]
    public async Task is_armed_for_its_first_instant()
    {
        var opened = await Open();
        Assert.Contains(opened.Promises, p => p is { Metric: Metrics.FirstResponse, Phase: "running" });
        Assert.NotNull(Armed(opened.Id));
    }

    [Fact]
    public async Task does_what_is_due_once_however_often_it_is_woken()
    {
        var opened = await Open();
        var due = Armed(opened.Id)!.Value;
        var woken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Wake(opened.Id, due)));
        Assert.Single(woken, w => w.FiredDueAt.Count > 0);
        var fired = Fired(opened.Id);
        Assert.True(fired > 0);
        await cluster.Deactivate(cluster.Case(opened.Id));
        await Wake(opened.Id, due);
        Assert.Equal(fired, Fired(opened.Id));
        Assert.True(Armed(opened.Id) > due);
    }

    [Fact]
    public async Task does_nothing_before_its_instant()
    {
        var opened = await Open();
        var due = Armed(opened.Id)!.Value;
        Assert.Empty((await Wake(opened.Id, due.AddMilliseconds(-1))).FiredDueAt);
        Assert.Equal((0, due), (Fired(opened.Id), Armed(opened.Id)!.Value));
    }

    [Fact]
    public async Task leaves_the_due_index_when_it_is_solved()
    {
        var opened = await Open();
        var reply = await cluster.Case(opened.Id).Resolve(new ResolveCase { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Lead, Outcome = "withdrawn" });
        Assert.Null(reply.Refusal);
        Assert.Null(Armed(opened.Id));
    }

    /// <summary>P22.</summary>
    [Fact]
    public async Task that_is_brought_in_as_history_fires_nothing_of_the_past()
    {
        var account = await cluster.OpenAccount();
        var id = AgencyCluster.NewId();
        await cluster.Case(id).Open(new OpenCase
        {
            CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Platform, OccurredAt = cluster.Time.GetUtcNow().AddDays(-90), SellerAccountId = account, CategoryId = "ACC-RELATED",
        });
        await Wake(id, cluster.Time.GetUtcNow());
        Assert.Equal(0, cluster.Scalar<long>("SELECT count(*) FROM firing WHERE case_id=$c AND kind<>'watchdog'", ("$c", id)));
    }

    /// <summary>R38.</summary>
    [Fact]
    public async Task tells_people_when_its_next_action_has_passed()
    {
        var opened = await Open();
        await Wake(opened.Id, opened.NextAction!.DueAt);
        Assert.Equal(2, cluster.Scalar<long>("SELECT count(*) FROM notification WHERE case_id=$c AND kind='next-action-passed'", ("$c", opened.Id)));
    }

    [Fact]
    public async Task explains_when_it_is_due()
    {
        var opened = await Open();
        var explained = await cluster.Case(opened.Id).ExplainClock(Metrics.FirstResponse);
        Assert.Equal(Metrics.FirstResponse, explained!.Clock.Metric);
        Assert.NotEmpty(explained.Lines);
        Assert.Null(await cluster.Case(opened.Id).ExplainClock("no-such"));
    }

    /// <summary>P18.</summary>
    [Fact]
    public async Task shows_what_an_edited_plan_would_do_and_keeps_its_due_instants_where_only_new_cases_are_meant()
    {
        var opened = await Open();
        var edited = PlanContent.Write(ShippedPlan.Version.Plan with
        {
            Rules = [.. ShippedPlan.Version.Plan.Rules.Select(r => r.Metric == Metrics.FirstResponse ? r with { Seconds = 60 } : r)],
        });
        var kept = await cluster.Case(opened.Id).PreviewPlan(new PlanPreview { Content = edited, Choice = "new-cases-only" });
        Assert.All(kept, k => Assert.Equal(k.DueBefore, k.DueAfter));
        var moved = await cluster.Case(opened.Id).PreviewPlan(new PlanPreview { Content = edited, Choice = "from-now" });
        Assert.Contains(moved, k => k.ClockId == Metrics.FirstResponse && k.DueAfter < k.DueBefore);
    }

    [Fact]
    public async Task refuses_words_it_does_not_know()
    {
        var opened = await Open();
        var priority = await cluster.Case(opened.Id).SetPriority(new SetPriority { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Author, Priority = "asap" });
        Assert.Equal("case.priority-invalid", priority.Refusal!.Code);
        var message = new RecordMessage { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Author, MessageId = "m", Direction = "sideways", Kind = "human", At = cluster.Time.GetUtcNow() };
        Assert.Equal("message.direction-invalid", (await cluster.Case(opened.Id).RecordMessage(message)).Refusal!.Code);
        Assert.Equal("message.kind-invalid", (await cluster.Case(opened.Id).RecordMessage(message with { CommandId = AgencyCluster.NewId(), Direction = "to-client", Kind = "pigeon" })).Refusal!.Code);
        var plan = await cluster.Case(opened.Id).ApplyPlan(new ApplyPlan { CommandId = AgencyCluster.NewId(), Actor = Clock, Version = 1, Hash = "h", Choice = "maybe" });
        Assert.Equal("plan.choice-invalid", plan.Refusal!.Code);
    }

    [Fact]
    public async Task of_an_agency_whose_plan_is_saved_as_a_version()
    {
        await cluster.Agency().Found(new FoundAgency
        {
            CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.Platform, Name = "Beacon", DefaultLanguage = "en",
            Owner = new MemberInfo { Id = "m-owner", Name = "Olga", Email = "olga@beacon.example", Role = "owner", TimeZone = "Europe/Berlin" },
        });
        SavePlan Save(string content, int? basedOn = null) => new() { CommandId = AgencyCluster.NewId(), Actor = AgencyCluster.SecondLead, Content = content, Choice = "from-now", BasedOn = basedOn };
        Assert.Equal("plan.unreadable", (await cluster.Agency().SavePlan(Save("{\"rules\":7}"))).Refusal!.Code);
        var saved = await cluster.Agency().SavePlan(Save(PlanContent.Write(ShippedPlan.Version.Plan with { ReopenWithinSeconds = 86_400 })));
        Assert.Null(saved.Refusal);
        Assert.Equal(1, saved.Agency!.PlanVersion);
        Assert.Equal(1, cluster.Scalar<long>("SELECT count(*) FROM sla_plan WHERE hash=$h", ("$h", saved.Agency.PlanHash!)));
        Assert.Equal(1, cluster.Scalar<long>("SELECT count(*) FROM outbox WHERE kind='agency.apply-plan'"));
        Assert.Equal("plan.moved", (await cluster.Agency().SavePlan(Save(PlanContent.Write(ShippedPlan.Version.Plan), basedOn: 0))).Refusal!.Code);
    }
}
