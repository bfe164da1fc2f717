using AgencyPlatform.Data.Playbooks;

namespace AgencyPlatform.Specs.Playbooks;

public sealed class A_playbook_folder_with_a_fault : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("playbook").FullName;

    public A_playbook_folder_with_a_fault()
    {
        foreach (var file in Directory.GetFiles(Shipped.Folder, "*.yaml", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(Shipped.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("categories/account.yaml", "    group: account", "    gruop: account", "categories.ACC-AHR.gruop", "unknown")]
    [InlineData("categories/account.yaml", "    group: account", "", "categories.ACC-AHR.group", "missing")]
    [InlineData("categories/account.yaml", "    group: account", "    group: accounts", "categories.ACC-AHR.group", "accounts is none of")]
    [InlineData("categories/account.yaml", "    isEnforcement: true", "    isEnforcement: sure", "categories.ACC-AHR.isEnforcement", "sure is not a value")]
    [InlineData("categories/account.yaml", "    firstDesk: SELLER_PERFORMANCE", "    firstDesk: CATALOG", "categories.ACC-AHR.firstDesk", "ladder")]
    [InlineData("categories/account.yaml", "    firstDesk: SELLER_PERFORMANCE", "    firstDesk: SELLER_SUPPORT", "categories.ACC-AHR.firstDesk", "R4")]
    [InlineData("categories/account.yaml", "      - id: ACC-AHR.l1", "      - id: ACC-AHR.x1", "categories.ACC-AHR.ladder.0.id", "ACC-AHR.l")]
    [InlineData("categories/account.yaml", "  ACC-AHR:", "  ACC_AHR:", "categories.ACC_AHR", "not a category id")]
    [InlineData("signals/account.yaml", "  ACC-INFORM:", "  ACC-NONE:", "categories.ACC-NONE.signals", "unknown")]
    [InlineData("signals/account.yaml", "id: ACC-AHR.s2,", "id: ACC-AHR.s1,", "categories.ACC-AHR.signals.1.id", "twice")]
    [InlineData("signals/account.yaml", "id: ACC-AHR.s1, match: \"", "id: ACC-AHR.s1, match: \"lo*st & ", "categories.ACC-AHR.signals.0.match", "end of a word")]
    [InlineData("signals/account.yaml", "id: ACC-AHR.s1, match: \"", "id: ACC-AHR.s1, match: \"@nowhere & ", "categories.ACC-AHR.signals.0.match", "@nowhere")]
    [InlineData("senders.yaml", "id: phish.s1, kind", "id: phish.s1, language: xx, kind", "senders.lookAlikes.0.language", "xx is none of")]
    [InlineData("kinds.yaml", "kind: \"deactivation\"", "kind: \"deactivated\"", "kindSignals.0.kind", "not a kind")]
    [InlineData("playbook.yaml", "schemaVersion: 1", "schemaVersion: 2", "schemaVersion", "only schema version")]
    public void names_file_line_key_and_reason(string file, string sound, string faulty, string key, string reason)
    {
        var line = Replace(file, sound, faulty);

        var load = PlaybookFiles.Load(folder);

        Assert.Null(load.Playbook);
        var problem = Assert.Single(load.Problems, p => p.Key == key && p.Reason.Contains(reason, StringComparison.Ordinal));
        Assert.Equal(file, problem.File);
        if (faulty.Length > 0) { Assert.Equal(line, problem.Line); } else { Assert.InRange(problem.Line, 1, line); }
    }

    [Theory]
    [InlineData("desks.yaml", "zh:", "The key zh is missing.")]
    [InlineData("categories/ip.yaml", "en:", "The key en is missing.")]
    public void misses_a_text_of_either_language(string file, string language, string reason)
    {
        var path = Path.Combine(folder, file);
        var lines = File.ReadAllLines(path).ToList();
        var at = lines.FindIndex(l => l.TrimStart().StartsWith(language, StringComparison.Ordinal));
        lines.RemoveAt(at);
        File.WriteAllLines(path, lines);

        Assert.Contains(PlaybookFiles.Load(folder).Problems, p => p.File == file && p.Reason == reason && p.Line > 0);
    }

    [Theory]
    [InlineData("categories/ip.yaml", "desk: RIGHTS_OWNER", "desk: NOBODY", "The desk NOBODY is unknown.")]
    [InlineData("desks.yaml", "key: article", "key: nowhere", "The source nowhere is unknown.")]
    [InlineData("desks.yaml", "certainty: S", "certainty: X", "X is none of A, P, K, S.")]
    [InlineData("budgets.yaml", "scope: account", "scope: planet", "planet is none of account, enforcement.")]
    [InlineData("lint.yaml", "severity: error", "severity: fatal", "fatal is none of error, warning.")]
    public void points_at_a_reference_that_leads_nowhere(string file, string sound, string faulty, string reason)
    {
        var line = Replace(file, sound, faulty);

        Assert.Contains(PlaybookFiles.Load(folder).Problems, p => p.File == file && p.Line == line && p.Reason == reason);
    }

    [Fact]
    public void shows_all_faults_at_once()
    {
        Replace("categories/account.yaml", "    group: account", "    gruop: account");
        Replace("categories/ip.yaml", "desk: RIGHTS_OWNER", "desk: NOBODY");
        Replace("kinds.yaml", "kind: \"deactivation\"", "kind: \"deactivated\"");

        var files = PlaybookFiles.Load(folder).Problems.Select(p => p.File).Distinct();

        Assert.Equal(["categories/account.yaml", "categories/ip.yaml", "kinds.yaml"], files);
    }

    [Fact]
    public void is_refused_where_a_file_is_missing_or_no_yaml()
    {
        File.Delete(Path.Combine(folder, "desks.yaml"));
        File.WriteAllText(Path.Combine(folder, "lint.yaml"), "lintRules: [");

        var problems = PlaybookFiles.Load(folder).Problems;

        Assert.Contains(problems, p => p is { File: "desks.yaml", Reason: "The file is missing." });
        Assert.Contains(problems, p => p.File == "lint.yaml" && p.Line > 0);
    }

    [Fact]
    public void is_refused_where_the_folder_is_missing() =>
        Assert.Equal("There is no such folder.", Assert.Single(PlaybookFiles.Load(Path.Combine(folder, "nowhere")).Problems).Reason);

    private int Replace(string file, string sound, string faulty)
    {
        var path = Path.Combine(folder, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(sound, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{sound} does not occur in {file}.");
        File.WriteAllText(path, text[..at] + faulty + text[(at + sound.Length)..]);
        return text.AsSpan(0, at).Count('\n') + 1;
    }
}
