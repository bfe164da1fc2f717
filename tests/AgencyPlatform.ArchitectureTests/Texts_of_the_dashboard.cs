using AgencyPlatform.ArchitectureTests.Laws;

namespace AgencyPlatform.ArchitectureTests;

public sealed class Texts_of_the_dashboard
{
    private const string Folder = "src/AgencyPlatform.Server/Resources/";

    [Fact]
    public void are_there_in_both_languages()
    {
        using var planted = new PlantedFiles(
            (Folder + "PageTexts.resx", Texts(("a.one", "One {0}"), ("a.two", "Two"), ("a.three", "Three"))),
            (Folder + "PageTexts.zh-Hans.resx", Texts(("a.one", "一"), ("a.three", " "), ("a.four", "四"))));

        Law.Holds(TextLaws.BothLanguagesSayTheSame(Repository.Ours, Folder));
        Law.Names(TextLaws.BothLanguagesSayTheSame(planted.Repository, Folder), "a.one", "a.two", "a.three", "a.four");
    }

    [Fact]
    public void are_all_used_and_none_is_missing()
    {
        using var planted = new PlantedFiles(
            (Folder + "PageTexts.resx", Texts(("a.used", "Used"), ("a.unused", "Unused"))),
            ("src/AgencyPlatform.Server/Cases/Pages/Page.razor", """<h1>@L["a.used"]</h1><p>@L["a.missing"]</p><p>@L["a." + dynamic]</p>"""));

        Law.Holds(TextLaws.PageTextsAreUsed(Repository.Ours, Folder));
        Law.Names(TextLaws.PageTextsAreUsed(planted.Repository, Folder), "a.unused", "a.missing", "a. +");
    }

    [Fact]
    public void have_a_word_for_everything_the_domain_can_say()
    {
        using var planted = new PlantedFiles((Folder + "Words.resx", Texts([.. TextLaws.Vocabulary().Skip(1).Select(k => (k, k)), ("stage.lost", "Lost")])));

        Law.Holds(TextLaws.WordsCoverTheVocabulary(Repository.Ours, Folder));
        Law.Names(TextLaws.WordsCoverTheVocabulary(planted.Repository, Folder), TextLaws.Vocabulary()[0], "stage.lost");
    }

    private static string Texts(params (string Key, string Value)[] texts) =>
        $"<root>{string.Concat(texts.Select(t => $"""<data name="{t.Key}"><value>{t.Value}</value></data>"""))}</root>";
}
