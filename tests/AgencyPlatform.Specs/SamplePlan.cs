using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.Specs;

/// <summary>A small plan whose due instants can be worked out by hand: Berlin, nine to five.</summary>
internal static class SamplePlan
{
    public static readonly PlanReference Reference = new(1, "sample");
    public static readonly PlanReference Edited = new(2, "edited");

    private static readonly Window[] Office = [new(9 * 3_600, 17 * 3_600)];

    public static IReadOnlyList<CallableMember> Members { get; } =
    [
        new("ann", "case-worker", "Europe/Berlin", true),
        new("lea", "manager", "Europe/Berlin", true),
        new("otto", "owner", "Europe/Berlin", true),
    ];

    public static SlaPlan Plan { get; } = new()
    {
        DefaultCalendar = "de",
        Calendars = [new BusinessCalendar { Id = "de", Name = "Berlin", TimeZone = "Europe/Berlin", Week = Weekdays(Office) }],
        Rules =
        [
            Rule("first", Metrics.FirstResponse, 4),
            Rule("next", Metrics.NextReply, 2),
            Rule("news", Metrics.PeriodicUpdate, 7 * 24, ClockUnit.Elapsed),
            Rule("urgent", Metrics.Resolution, 16) with { Priorities = [CasePriority.Urgent] },
            Rule("resolve", Metrics.Resolution, 40) with { Thresholds = [new Threshold("75%", 75)], BreachLadder = "duty" },
            Rule("draft", Metrics.StageDraft, 8),
            Rule("review", Metrics.StageReview, 4),
            Rule("send", Metrics.StageSend, 4),
            Rule("amazon", Metrics.AmazonReply, 0, ClockUnit.Fixed),
            Rule("deadline", Metrics.HardDeadline, 0, ClockUnit.Fixed) with
            {
                Thresholds = [new Threshold("24h", LeadSeconds: 86_400, LeadUnit: ClockUnit.Elapsed)], BreachLadder = "duty",
            },
        ],
        Pauses =
        [
            new PauseRule([Metrics.Resolution, Metrics.AllStages], "awaiting-client", "client"),
            new PauseRule([Metrics.Resolution], "awaiting-amazon", "amazon", ByContract: true),
        ],
        Ladders =
        [
            new Ladder
            {
                Id = "duty",
                Name = "Duty",
                IsCritical = true,
                Steps = [new LadderStep(0, ClockUnit.Elapsed, new EscalationTarget("role", "case-worker")), new LadderStep(3_600, ClockUnit.Elapsed, new EscalationTarget("role", "manager"))],
            },
        ],
    };

    public static Func<PlanReference, SlaPlan> PlanOf(SlaPlan first, SlaPlan current) => r => r == Reference ? first : current;

    public static CalendarOf Calendars(SlaPlan first, SlaPlan current)
    {
        var compiled = new Dictionary<(string, string), WorkingTime>();
        return (reference, id) =>
        {
            if (!compiled.TryGetValue((reference.Hash, id), out var time))
            {
                compiled[(reference.Hash, id)] = time = WorkingTime.Of(PlanOf(first, current)(reference).Calendars.First(c => c.Id == id), []);
            }

            return time;
        };
    }

    private static PolicyRule Rule(string id, string metric, int hours, ClockUnit unit = ClockUnit.Business) =>
        new() { Id = id, Metric = metric, Unit = unit, Seconds = hours * 3_600L };

    private static WeekPlan Weekdays(Window[] windows) => new() { Monday = windows, Tuesday = windows, Wednesday = windows, Thursday = windows, Friday = windows };
}
