using AgencyPlatform.Contracts;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.Server.Sla;

/// <summary>Brings holidays from a feed into a set of the plan: first shown as a difference, then saved as a version of the plan.</summary>
public sealed class HolidayDesk(PlanDesk plans, TimeProvider time)
{
    /// <summary>Shows what an import would change, and saves it where the body says so.</summary>
    internal async Task<(HolidayImportModel? Model, RefusalView? Refusal, bool Replayed)> Import(string setId, HolidayImportBody body, CancellationToken cancellationToken)
    {
        var thisYear = time.GetUtcNow().Year;
        var years = body.Years is { Count: > 0 } asked ? asked : [thisYear, thisYear + 1];
        var read = HolidayImport.Read(body.Ics!, years.Min(), years.Max(), body.WithRegional);
        if (read.Fault is { } fault) { return (null, View(fault), false); }

        var current = await plans.Current(cancellationToken);
        var before = current.Plan.HolidaySets.FirstOrDefault(s => s.Id == setId);
        var days = read.Days.Where(d => years.Contains(d.Date.Year)).ToArray();
        var diff = HolidayDiff.Between(before, days);
        var ignored = read.Ignored.Select(i => new IgnoredEventModel(i.Line, i.Summary, i.Reason)).ToArray();
        if (!body.Apply || diff.IsEmpty) { return (new HolidayImportModel(diff.Added, diff.Removed, diff.Changed, ignored, current.Reference.Version, false), null, false); }

        var name = new LocalText(body.NameEn ?? setId, body.NameZh ?? body.NameEn ?? setId);
        var merged = HolidayDiff.Merge(before ?? new HolidaySet { Id = setId, Name = name, Source = "iCalendar" }, days);
        var edited = current.Plan with { HolidaySets = [.. current.Plan.HolidaySets.Where(s => s.Id != setId), merged] };
        var reply = await plans.Save(edited, body.Choice!, current.Reference.Version, cancellationToken);
        return reply.Refusal is { } no
            ? (null, no, false)
            : (new HolidayImportModel(diff.Added, diff.Removed, diff.Changed, ignored, reply.Agency!.PlanVersion, true), null, reply.Replayed);
    }

    private static RefusalView View(Refusal refusal) => new() { Code = refusal.Code, Facts = refusal.Facts };
}
