using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Triage.Finding;
using AgencyPlatform.Domain.Triage.Reading;
using AgencyPlatform.Domain.Triage.Signals;

namespace AgencyPlatform.Domain.Triage;

/// <summary>
/// Reads notices by one version of the playbook: what a mail says, which categories it holds and which desk is written to first.
/// Compiled once, immutable and safe to share between threads; the same text always gets the same answer.
/// </summary>
public sealed class NoticeTriage
{
    private readonly Playbook playbook;
    private readonly SignalIndex index;
    private readonly Senders senders;
    private readonly Verdict verdict;

    public NoticeTriage(Playbook playbook)
    {
        this.playbook = playbook;
        var ofCategories = playbook.Categories.Values.OrderBy(c => c.Id, StringComparer.Ordinal)
            .SelectMany(c => c.Signals.Select(s => new KindSignal(s.Id, Owners.Category + c.Id, s.Language, s.Match, s.Scope, s.Weight)));
        var ofLookAlikes = playbook.Senders.LookAlikes.Select(s => s with { Kind = Owners.LookAlike });
        index = new SignalIndex([.. ofCategories, .. playbook.KindSignals, .. ofLookAlikes]);
        senders = new Senders(playbook.Senders);
        verdict = new Verdict(playbook);
    }

    /// <param name="text">The mail as it came, mark-up, quotes and a client's comment included. Only its first part is examined where it is endless.</param>
    /// <param name="languageHint">Used where the text itself does not tell its language.</param>
    public TriageResult Examine(string text, string? languageHint = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = CleanText.Of(text);
        var mail = Mail.Read(clean.Text);
        var notice = NoticeText.Of(clean, mail);
        var flat = FlatText.Of(notice);
        var language = Languages.Of(notice, languageHint);
        var scores = new Scores(notice, index.Examine(notice, language));
        var (origin, start, end) = senders.Judge(clean, mail, flat);
        if (origin == Origin.Stranger && mail.IsPassedOn(clean.Text)) { origin = Origin.Unknown; }

        var entities = Entities(flat);
        var ruling = verdict.Decide(scores, origin, clean.Original(start, end), entities);
        if (ruling.Categories.Count > 0 && playbook.Categories[ruling.Categories[0].Id].RouterOrder == 1)
        {
            entities = entities with { ComplaintIds = LabelledIds.WithBareComplaints(flat, entities) };
        }

        if (clean.Examined < text.Length) { ruling = ruling with { Why = [.. ruling.Why, new Reason("text.cut", clean.Examined, 0, "")] }; }

        return Result(notice, language, ruling, entities);
    }

    /// <summary>The kind of an answer to a submission: denied, more asked for, granted, support's reply, or other.</summary>
    /// <param name="text">The answer as it came.</param>
    public string KindOfAnswer(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = CleanText.Of(text);
        var notice = NoticeText.Of(clean, Mail.Read(clean.Text));
        return Kinds.OfAnswer(new Scores(notice, index.Examine(notice, Languages.Of(notice, null))));
    }

    private TriageResult Result(NoticeText notice, string language, Ruling ruling, NoticeEntities entities)
    {
        var found = ruling.IsAmazon && ruling.Categories.Count > 0 ? playbook.Categories[ruling.Categories[0].Id] : null;
        var best = ruling.Desk is null ? null : found;
        var ofPolicy = best is null
            ? []
            : best.Clocks.Select(c => new ClockFinding(c.Id, c.Purpose, c.Unit, c.Amount, c.From.Key, c.Text));
        return new TriageResult
        {
            Language = language,
            IsAmazonNotice = ruling.IsAmazon,
            Kind = ruling.Kind,
            Desk = ruling.Desk,
            Categories = ruling.Categories,
            Ladder = best?.Ladder ?? [],
            Evidence = best?.Evidence ?? [],
            Clocks = [.. Clocks.Find(notice), .. ofPolicy],
            Entities = entities,
            Missing = best is null ? [] : Gaps.Of(best, entities),
            Why = ruling.Why,
        };
    }

    private NoticeEntities Entities(FlatText flat)
    {
        var desks = new List<string>();
        var owners = new List<string>();
        foreach (var address in Addresses.Mails(flat.Text))
        {
            var isSilent = address.Local.Replace("-", "", StringComparison.Ordinal) is "noreply" or "donotreply" or "nepasrepondre" or "noresponder";
            if (!senders.IsOwn(address.Host)) { Numbers.Add(owners, address.ToString()); }
            else if (!isSilent) { Numbers.Add(desks, address.ToString()); }
        }

        return new NoticeEntities
        {
            Asins = Numbers.Asins(flat),
            OrderIds = Numbers.OrderIds(flat),
            ComplaintIds = LabelledIds.ComplaintIds(flat),
            CaseIds = LabelledIds.CaseIds(flat),
            ErrorCodes = LabelledIds.ErrorCodes(flat),
            RightsOwnerEmails = owners,
            DeskEmails = desks,
        };
    }
}
