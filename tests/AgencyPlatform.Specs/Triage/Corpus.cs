using System.Globalization;
using AgencyPlatform.Domain.Triage;
using AgencyPlatform.Specs.Playbooks;

namespace AgencyPlatform.Specs.Triage;

/// <summary>One labelled notice and what the triage made of it.</summary>
internal sealed record Labelled(string Id, string Text, string Category, IReadOnlyList<string> Categories, IReadOnlyList<string> Desks, string Kind, IReadOnlyList<(string Key, string Value)> Entities)
{
    public TriageResult Result { get; } = Shipped.Triage.Examine(Text);

    public bool IsLookAlike => Kind is NoticeKinds.Phishing or NoticeKinds.NotAmazon;

    public bool HasRightDesk => Desks.Contains(Result.Desk ?? "NONE", StringComparer.Ordinal);

    public bool HasRightCategory => Categories.Contains(Result.Categories.Count > 0 ? Result.Categories[0].Id : "NONE", StringComparer.Ordinal);

    public IEnumerable<string> MissedEntities => Entities.Where(e => !Finds(e.Key, e.Value)).Select(e => $"{Id} {e.Key}={e.Value}");

    private bool Finds(string key, string value)
    {
        var found = Result.Entities;
        return key switch
        {
            "asin" => found.Asins.Contains(value),
            "order_id" => found.OrderIds.Contains(value),
            "complaint_id" => found.ComplaintIds.Contains(value),
            "case_id" => found.CaseIds.Contains(value),
            "error_code" => found.ErrorCodes.Contains(value),
            "rights_owner_email" => found.RightsOwnerEmails.Contains(value),
            "desk_email" => found.DeskEmails.Contains(value),
            _ => Result.Clocks.Any(c => c.Source == "notice" && c.Unit == "hours" == key.EndsWith("hours", StringComparison.Ordinal)
                && c.Amount == int.Parse(value, CultureInfo.InvariantCulture)),
        };
    }
}

/// <summary>A folder of labelled notices with the figures that the gates ask for.</summary>
internal sealed class Corpus
{
    public static Corpus Tuning { get; } = new("tuning");

    public static Corpus Holdout { get; } = new("holdout");

    private Corpus(string name)
    {
        var folder = Path.Combine(Shipped.Root, "tests", "AgencyPlatform.Specs", "Triage", "Notices", name);
        Notices = [.. File.ReadLines(Path.Combine(folder, "labels.tsv")).Skip(1).Where(l => l.Length > 0).Select(l => Read(folder, l.Split('\t')))];
    }

    public IReadOnlyList<Labelled> Notices { get; }

    public double DeskShare => Share(n => n.HasRightDesk);

    public double CategoryShare => Share(n => n.HasRightCategory);

    public double EntityRecall => 1 - ((double)Notices.Sum(n => n.MissedEntities.Count()) / Notices.Sum(n => n.Entities.Count));

    public string Describe(Func<Labelled, bool> isRight) =>
        string.Join(", ", Notices.Where(n => !isRight(n)).GroupBy(n => n.Category, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}"));

    private double Share(Func<Labelled, bool> isRight) => (double)Notices.Count(isRight) / Notices.Count;

    private static Labelled Read(string folder, string[] columns) => new(
        columns[0],
        File.ReadAllText(Path.Combine(folder, columns[0] + ".txt")),
        columns[2],
        columns[3].Split('|').Append(columns[2]).ToList(),
        columns[5].Split('|'),
        columns[6],
        [.. (columns.Length > 7 ? columns[7] : "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(e => e.Split('=', 2)).Select(e => (e[0], e[1]))]);
}
