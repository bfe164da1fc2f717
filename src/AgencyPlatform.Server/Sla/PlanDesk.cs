using System.Text.Json;
using AgencyPlatform.Contracts;
using AgencyPlatform.Contracts.Agencies;
using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Server.Commands;
using AgencyPlatform.Server.Identity;

namespace AgencyPlatform.Server.Sla;

/// <summary>The agency's promises as a whole: read, try out, save.</summary>
public sealed class PlanDesk(TenantGrains grains, CommandStamps stamps, ISlaPlans plans, CurrentTenant caller, TimeProvider time)
{
    /// <summary>More open cases than this are not looked at for a preview.</summary>
    private const int PreviewLimit = 5_000;

    private const int Shown = 200;
    private const int Step = 200;

    public ValueTask<PlanInForce> Current(CancellationToken cancellationToken) => plans.Current(caller.Tenant, cancellationToken);

    /// <param name="content">The plan as JSON.</param>
    public async Task<AgencyReply> Save(string content, string choice, int? basedOn, CancellationToken cancellationToken)
    {
        var stamp = stamps.Next();
        var reply = await grains.Agency().SavePlan(
            stamp.Fill(new SavePlan { CommandId = stamp.CommandId, Actor = stamp.Actor, Content = content, Choice = choice, BasedOn = basedOn }), cancellationToken);
        if (reply.Refusal is null) { plans.Forget(caller.Tenant); }
        return reply;
    }

    public Task<AgencyReply> Save(SlaPlan plan, string choice, int? basedOn, CancellationToken cancellationToken) =>
        Save(plans.Write(plan), choice, basedOn, cancellationToken);

    /// <summary>Asks every open case what the edit would do to it; nothing is changed.</summary>
    public async Task<(PlanPreviewModel? Preview, RefusalView? Refusal)> Preview(string content, string choice, CancellationToken cancellationToken)
    {
        if (Fault(content) is { } fault) { return (null, fault); }
        var (cases, clocks, colours, isComplete) = (0, 0, 0, true);
        List<PlanPreviewCase> items = [];
        string? after = null;
        while (await plans.OpenCases(caller.Tenant, after, Step, cancellationToken) is { Count: > 0 } ids)
        {
            foreach (var id in ids)
            {
                var touched = (await grains.Case(id).PreviewPlan(new PlanPreview { Content = content, Choice = choice }, cancellationToken)).Where(c => c.DueBefore != c.DueAfter || c.PhaseBefore != c.PhaseAfter).ToArray();
                cases++;
                clocks += touched.Length;
                colours += touched.Count(c => c.ChangesColour);
                if (touched.Length > 0 && items.Count < Shown) { items.Add(new PlanPreviewCase(id, touched)); }
            }

            after = ids[^1];
            if (cases >= PreviewLimit) { isComplete = false; break; }
        }

        return (new PlanPreviewModel(cases, clocks, colours, isComplete, items), null);
    }

    /// <summary>What a calendar makes of the days ahead; null where the plan has no such calendar.</summary>
    public async Task<IReadOnlyList<CalendarDayModel>?> Days(string calendarId, DateOnly? from, int days, CancellationToken cancellationToken)
    {
        var current = await Current(cancellationToken);
        return current.Plan.Calendars.FirstOrDefault(c => c.Id == calendarId) is { } calendar
            ? CalendarDays.Of(calendar, current.Plan, current.Calendar(calendarId), from ?? CalendarDays.Today(calendar, time.GetUtcNow()), days)
            : null;
    }

    /// <summary>Refused as saving would refuse it, before any case is asked.</summary>
    private static RefusalView? Fault(string content)
    {
        try
        {
            return SlaPlanCheck.Check(PlanContent.Read(content)) is [{ Reason: var no }, ..] ? new RefusalView { Code = no.Code, Facts = no.Facts } : null;
        }
        catch (JsonException unreadable)
        {
            return new RefusalView { Code = "plan.unreadable", Facts = new Dictionary<string, string> { ["path"] = unreadable.Path ?? "$" } };
        }
    }
}
