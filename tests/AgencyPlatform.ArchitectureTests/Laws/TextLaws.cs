using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AgencyPlatform.Domain;
using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Letters;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Sla;
using AgencyPlatform.Domain.Triage;

namespace AgencyPlatform.ArchitectureTests.Laws;

/// <summary>What people read: complete in both languages, nothing missing, nothing left over.</summary>
internal static partial class TextLaws
{
    private const string Chinese = ".zh-Hans.resx";

    /// <summary>Same keys, no empty text, the same gaps to fill.</summary>
    public static IEnumerable<Offender> BothLanguagesSayTheSame(Repository repository, string folder)
    {
        foreach (var file in repository.Files(folder.TrimEnd('/'), ".resx").Where(f => !f.EndsWith(Chinese, StringComparison.Ordinal)))
        {
            var english = Read(repository, file);
            var chinese = Read(repository, file[..^".resx".Length] + Chinese);
            foreach (var key in english.Keys.Union(chinese.Keys))
            {
                var (en, zh) = (english.GetValueOrDefault(key), chinese.GetValueOrDefault(key));
                if (string.IsNullOrWhiteSpace(en) || string.IsNullOrWhiteSpace(zh)) { yield return new Offender(key, $"has no text in one language of {file}"); }
                else if (!Gaps(en).SetEquals(Gaps(zh))) { yield return new Offender(key, $"fills other gaps in Chinese than in English, in {file}"); }
            }
        }
    }

    /// <summary>Texts of pages are asked for by literal keys, so that every use can be found.</summary>
    public static IEnumerable<Offender> PageTextsAreUsed(Repository repository, string folder)
    {
        var there = Read(repository, folder + "PageTexts.resx").Keys.ToHashSet(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in repository.Files("src/AgencyPlatform.Server", ".razor", ".cs"))
        {
            var text = repository.Text(file);
            foreach (Match use in Use().Matches(text))
            {
                if (use.Groups["more"].Length > 0) { yield return new Offender($"{use.Groups["key"].Value} +", $"is put together in {file}; use a word list"); }
                else { used.Add(use.Groups["key"].Value); }
            }
        }
        foreach (var key in used.Except(there)) { yield return new Offender(key, "is used but has no text"); }
        foreach (var key in there.Except(used)) { yield return new Offender(key, "has a text but is not used"); }
    }

    /// <summary>Every id the domain can name has a word; the lists that follow it hold nothing else.</summary>
    public static IEnumerable<Offender> WordsCoverTheVocabulary(Repository repository, string folder)
    {
        var words = Read(repository, folder + "Words.resx").Keys.ToHashSet(StringComparer.Ordinal);
        var needed = Vocabulary();
        foreach (var key in needed.Except(words)) { yield return new Offender(key, "has no word"); }
        var closed = needed.Select(k => k.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var key in words.Where(w => closed.Contains(w.Split('.')[0])).Except(needed)) { yield return new Offender(key, "is a word for nothing the domain knows"); }
    }

    public static IReadOnlyList<string> Vocabulary() =>
    [
        .. Named<CaseStage>("stage"), .. Named<Outcome>("outcome"), .. Named<ProofKind>("proof"), .. Named<ChecklistState>("checklist"),
        .. Named<RetractionStatus>("retraction"), .. Named<AttemptState>("attempt-state"), .. Named<AccountStatus>("account-status"),
        .. Named<MemberRole>("role"), .. Named<DeskAuthority>("authority"), .. Named<Certainty>("certainty"), .. Named<LintSeverity>("severity"),
        .. NoticeKinds.All.Select(k => $"kind.{k}"), .. NextActionKinds.All.Select(k => $"next-action.{k}"), .. LetterKinds.All.Select(k => $"letter-kind.{k}"),
        .. Metrics.All.Select(m => $"metric.{m}"), .. BreachReasons.All.Select(r => $"breach-reason.{r}"), .. Named<CasePriority>("case-priority"),
        .. Named<MessageDirection>("message-direction"), .. Named<MessageKind>("message-kind"),
    ];

    private static IEnumerable<string> Named<T>(string list)
        where T : struct, Enum => Enum.GetNames<T>().Select(n => $"{list}.{JsonNamingPolicy.KebabCaseLower.ConvertName(n)}");

    private static Dictionary<string, string> Read(Repository repository, string file) =>
        repository.Has(file)
            ? XDocument.Parse(repository.Text(file)).Descendants("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal)
            : [];

    private static HashSet<string> Gaps(string text) => [.. Gap().Matches(text).Select(m => m.Value)];

    [GeneratedRegex("""\b(L|texts)\["(?<key>[^"]+)"(?<more>\s*\+)?""", RegexOptions.NonBacktracking)]
    private static partial Regex Use();

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Gap();
}
