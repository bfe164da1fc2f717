using System.Globalization;
using AgencyPlatform.Contracts;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Server.Problems;
using AgencyPlatform.Server.Resources;
using Microsoft.Extensions.Localization;

namespace AgencyPlatform.Server.Localization;

/// <summary>Ids and codes in the reader's language. An id without a word is shown as it is.</summary>
internal sealed class Wording(
    IStringLocalizer<Words> words, IStringLocalizer<RuleTexts> rules, IStringLocalizer<PageTexts> texts, TimeProvider time)
{
    private Playbook? playbook;

    // One per request or circuit, and both keep the culture they began with.
    private readonly string language = CultureInfo.CurrentUICulture.Name;

    /// <summary>Names of desks and categories come from the playbook the agency works with now.</summary>
    public void Use(Playbook current) => playbook = current;

    public string In(LocalText text) => text.In(language);

    public string Desk(string? id) => id is not null && playbook?.Desks.GetValueOrDefault(id) is { } desk ? In(desk.Name) : id ?? "";

    public string Category(string? id) => id is not null && playbook?.Categories.GetValueOrDefault(id) is { } category ? In(category.Name) : id ?? "";

    public string Stage(string id) => Word("stage", id);
    public string AttemptState(string id) => Word("attempt-state", id);
    public string Channel(string id) => Word("channel", id);
    public string Kind(string id) => Word("kind", id);
    public string Outcome(string id) => Word("outcome", id);
    public string Proof(string id) => Word("proof", id);
    public string LetterKind(string id) => Word("letter-kind", id);
    public string ChecklistState(string id) => Word("checklist", id);
    public string NextAction(string id) => Word("next-action", id);
    public string Retraction(string id) => Word("retraction", id);
    public string AccountStatus(string id) => Word("account-status", id);
    public string Role(string id) => Word("role", id);
    public string Group(string id) => Word("group", id);
    public string Authority(string id) => Word("authority", id);
    public string Decision(string id) => Word("decision", id);
    public string ClockPurpose(string id) => Word("clock", id);
    public string Metric(string id) => Word("metric", id);
    public string PauseReason(string id) => Word("pause", id);
    public string BreachReason(string id) => Word("breach-reason", id);
    public string Priority(string id) => Word("case-priority", id);
    public string MessageDirection(string id) => Word("message-direction", id);
    public string MessageKind(string id) => Word("message-kind", id);
    public string Missing(string id) => Word("missing", id);
    public string Entity(string id) => Word("entity", id);
    public string EvidenceKind(string id) => Word("evidence-kind", id);
    public string TimelineGroup(string id) => Word("timeline", id);
    public string Severity(string id) => Word("severity", id);
    public string Need(string id) => Word("need", id);
    public string Certainty(Certainty certainty) => Word("certainty", certainty.ToString().ToLowerInvariant());
    public string Amount(int amount, string unit) => words[$"unit.{unit}", amount];

    /// <summary>The sentence of a rule such as R32 or router.1, or null for rules that are only ids (signals).</summary>
    public string? Rule(string? id) => id is not null && rules[id] is { ResourceNotFound: false } found ? found.Value : null;

    /// <summary>Language name of a two-letter code.</summary>
    public string LanguageName(string code) => Word("language", code);

    /// <summary>Why something is refused, with names for ids and wall time for instants.</summary>
    public string Refusal(RefusalView refusal, TimeZoneInfo zone) =>
        Refused.Sentence(refusal with { Facts = refusal.Facts.ToDictionary(f => f.Key, f => Fact(f.Key, f.Value, zone) ?? "") });

    /// <summary>A fact of a refusal or event in words: names for ids, wall time for instants.</summary>
    public string? Fact(string name, string? value, TimeZoneInfo zone) => value is null ? null : name switch
    {
        "desk" or "usedDesk" or "competent" => string.Join(texts["list.comma"], value.Split(',').Select(Desk)),
        "category" or "to" => Category(value),
        "channel" or "channels" => string.Join(texts["list.comma"], value.Split(',').Select(Channel)),
        "outcome" => Outcome(Kebab(value)),
        "proof" => Proof(Kebab(value)),
        "role" => Role(Kebab(value)),
        "retraction" => Retraction(Kebab(value)),
        "freeAt" or "since" or "earliest" or "usedOn" or "dueAt" or "now" or "validTo" => Instant(value, zone),
        _ => value,
    };

    public string Day(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString(texts["date.day"], CultureInfo.CurrentCulture);

    public string Day(DateOnly day) => day.ToString(texts["date.day"], CultureInfo.CurrentCulture);

    /// <summary>Wall time in a zone; the year only where it is not this one.</summary>
    public string Moment(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var thisYear = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).Year;
        return local.ToString(local.Year == thisYear ? texts["date.moment"] : texts["date.moment-year"], CultureInfo.CurrentCulture);
    }

    public static string Hour(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", CultureInfo.CurrentCulture);

    /// <summary>A duration in its two largest units, such as "2 d 4 h".</summary>
    public string Span(TimeSpan span)
    {
        var s = span.Duration();
        return s.TotalDays >= 2 ? texts["span.days", (int)s.TotalDays]
            : s.TotalDays >= 1 ? texts["span.days-hours", (int)s.TotalDays, s.Hours]
            : s.TotalHours >= 1 ? texts["span.hours-minutes", (int)s.TotalHours, s.Minutes]
            : texts["span.minutes", Math.Max(1, (int)s.TotalMinutes)];
    }

    /// <summary>Working time in hours and minutes: a day of work has no fixed length.</summary>
    public string Work(TimeSpan span) => span.Duration() is { TotalHours: >= 1 } s ? texts["span.hours-minutes", (int)s.TotalHours, s.Minutes] : Span(span);

    public string ZoneName(string id) => words[$"zone.{id}"] is { ResourceNotFound: false } known ? known.Value : id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    private string Instant(string value, TimeZoneInfo zone) =>
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? value.Length <= 10 ? Day(at, TimeZoneInfo.Utc) : Moment(at, zone)
            : value;

    private string Word(string list, string id) => words[$"{list}.{id}"] is { ResourceNotFound: false } known ? known.Value : id;

    private static string Kebab(string value) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value);
}
