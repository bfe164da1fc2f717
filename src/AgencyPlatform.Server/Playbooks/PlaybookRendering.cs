using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Server.Language;

namespace AgencyPlatform.Server.Playbooks;

/// <summary>Playbook entries in the reader's language.</summary>
public static class PlaybookRendering
{
    private static string Reader => ReaderLanguages.Current;

    public static string DeskName(this Playbook playbook, string desk) => playbook.Desks.TryGetValue(desk, out var known) ? known.Name.In(Reader) : desk;

    public static string CategoryName(this Playbook playbook, string category) => playbook.Categories.TryGetValue(category, out var known) ? known.Name.In(Reader) : category;

    public static DeskModel Render(this Playbook playbook, Desk desk) => new()
    {
        Id = desk.Id,
        Name = desk.Name.In(Reader),
        FromArticle = desk.FromArticle,
        Mandate = desk.Mandate.In(Reader),
        May = [.. desk.May.Select(s => playbook.Render(s))],
        MayNot = [.. desk.MayNot.Select(s => playbook.Render(s))],
        Risks = [.. desk.Risks.Select(s => playbook.Render(s))],
        WhenNotToUse = [.. desk.WhenNotToUse.Select(s => playbook.Render(s))],
        Channels = desk.Channels,
        Contacts = [.. desk.Contacts.Select(c => new ContactModel(c.Channel, c.Address, c.ValidFrom, c.ValidTo, playbook.Render(c.From)))],
        IsExecutive = desk.IsExecutive,
        HearsEscalations = desk.HearsEscalations,
    };

    public static CategorySummary Summary(this Category category) => new(category.Id, category.Name.In(Reader), category.Group, category.IsEnforcement, category.FirstDesk);

    public static CategoryModel Render(this Playbook playbook, Category category) => new()
    {
        Id = category.Id,
        Name = category.Name.In(Reader),
        Group = category.Group,
        IsEnforcement = category.IsEnforcement,
        IsAccountLevel = category.IsAccountLevel,
        FirstDesk = category.FirstDesk,
        FirstAction = category.FirstAction.In(Reader),
        Ladder = [.. category.Ladder.Select(s => playbook.Render(s))],
        Evidence = [.. category.Evidence.Select(e => new EvidenceNeedModel(e.Id, e.Label.In(Reader), e.IsRequired, e.MaxAgeDays, playbook.Render(e.From)))],
        Clocks = [.. category.Clocks.Select(c => new ClockPolicyModel(c.Id, c.Purpose, c.Unit, c.Amount, c.Text.In(Reader), playbook.Render(c.From)))],
        Burns = [.. category.Burns.Select(b => new StatementModel(b.Text.In(Reader), null, playbook.Render(b.From)))],
        Sources = [.. category.Sources.Select(key => playbook.Render(new Provenance(key, Certainty.Knowledge)))],
    };

    public static LadderStepModel Render(this Playbook playbook, LadderStep step, bool isCurrent = false, Func<string, bool?>? isMet = null) => new(
        step.Id, step.Desk, playbook.DeskName(step.Desk), step.Action.In(Reader), [.. step.Needs.Select(n => new NeedModel(n.Id, n.Text.In(Reader), isMet?.Invoke(n.Id)))], isCurrent);

    private static StatementModel Render(this Playbook playbook, DeskStatement statement) => new(statement.Text.In(Reader), statement.Rule, playbook.Render(statement.From));

    private static SourceModel Render(this Playbook playbook, Provenance from)
    {
        var source = playbook.Sources.GetValueOrDefault(from.Key);
        return new SourceModel(from.Key, from.Certainty.ToString().ToLowerInvariant(), from.Date, source?.Title, source?.Url);
    }
}
