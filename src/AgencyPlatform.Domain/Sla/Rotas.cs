using NodaTime;

namespace AgencyPlatform.Domain.Sla;

/// <summary>Part of a rota under one person, <c>[From, To)</c>.</summary>
/// <param name="Member">Null where nobody is on duty.</param>
/// <param name="IsOverride">True where somebody stands in.</param>
public sealed record RotaShift(DateTimeOffset From, DateTimeOffset To, string? Member, bool IsOverride);

/// <summary>
/// Who is on duty: a pure function of time. A shift begins at the rota's local hand-over time whatever the clock did in
/// between, so a change to summer time never moves it by an hour.
/// </summary>
public static class Rotas
{
    /// <summary>Longest stretch that <see cref="Shifts"/> draws.</summary>
    public static TimeSpan LongestView { get; } = TimeSpan.FromDays(400);

    /// <summary>
    /// Null before the rota begins, where an override leaves nobody on duty, and for a rota that no plan check lets pass.
    /// Whether the member still works for the agency is for the caller to know.
    /// </summary>
    public static string? OnDuty(Rota rota, DateTimeOffset at)
    {
        if (Standing(rota, at) is { } index) { return rota.Overrides[index].Member; }
        return Frame.Of(rota) is { } frame && frame.ShiftAt(at) is { } shift ? frame.MemberOf(shift) : null;
    }

    /// <summary>The shifts of <c>[from, to)</c> in order and without holes; no more than <see cref="LongestView"/> is drawn.</summary>
    public static IReadOnlyList<RotaShift> Shifts(Rota rota, DateTimeOffset from, DateTimeOffset to)
    {
        if (to - from > LongestView) { to = from + LongestView; }
        if (Frame.Of(rota) is not { } frame || from >= to) { return []; }

        var cuts = new SortedSet<DateTimeOffset> { from, to };
        cuts.UnionWith(rota.Overrides.SelectMany(o => new[] { o.From, o.To }).Where(Within));
        for (var shift = Math.Max(0, frame.ShiftAt(from) ?? 0); frame.StartOf(shift) < to; shift++)
        {
            if (Within(frame.StartOf(shift))) { cuts.Add(frame.StartOf(shift)); }
        }

        var shifts = new List<RotaShift>();
        (int? Override, int? Shift)? last = null;
        foreach (var (start, end) in cuts.Zip(cuts.Skip(1)))
        {
            var standing = Standing(rota, start);
            var source = (standing, standing is null ? frame.ShiftAt(start) : null);
            // An override hidden behind a later one cuts nothing that anybody sees.
            if (last == source) { shifts[^1] = shifts[^1] with { To = end }; }
            else { shifts.Add(new RotaShift(start, end, OnDuty(rota, start), standing is not null)); }
            last = source;
        }

        return shifts;

        bool Within(DateTimeOffset at) => at > from && at < to;
    }

    private static int? Standing(Rota rota, DateTimeOffset at)
    {
        for (var i = rota.Overrides.Count - 1; i >= 0; i--)
        {
            if (rota.Overrides[i].From <= at && at < rota.Overrides[i].To) { return i; }
        }

        return null;
    }

    /// <summary>The regular order of a rota, without overrides.</summary>
    private sealed record Frame(Rota Rota, DateTimeZone Zone, LocalDate First)
    {
        public static Frame? Of(Rota rota) =>
            rota.Members.Count > 0 && rota.ShiftDays > 0 && LocalClock.Zone(rota.TimeZone) is { } zone
                ? new Frame(rota, zone, LocalDate.FromDateOnly(rota.From))
                : null;

        public string MemberOf(int shift) => Rota.Members[shift % Rota.Members.Count];

        public DateTimeOffset StartOf(int shift) => LocalClock.Start(Zone, First.PlusDays(shift * Rota.ShiftDays), Rota.HandOver);

        public int? ShiftAt(DateTimeOffset at)
        {
            var days = Period.DaysBetween(First, LocalClock.DateAt(Zone, at));
            if (days < 0) { return null; }
            var shift = days / Rota.ShiftDays;
            // On the date of a hand-over the shift before lasts until its hour.
            if (at < StartOf(shift)) { shift--; }
            // Where clocks are set back over midnight, yesterday's date comes again after today's hand-over.
            else if (StartOf(shift + 1) <= at) { shift++; }
            return shift < 0 ? null : shift;
        }
    }
}
