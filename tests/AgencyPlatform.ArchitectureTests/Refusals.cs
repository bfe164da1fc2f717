using AgencyPlatform.ArchitectureTests.Laws;

namespace AgencyPlatform.ArchitectureTests;

public sealed class Refusals
{
    private const string Rules = "src/AgencyPlatform.Domain/Cases/CaseRules.cs";
    private const string English = "src/AgencyPlatform.Server/Resources/Refusals.resx";
    private const string Chinese = "src/AgencyPlatform.Server/Resources/Refusals.zh-Hans.resx";

    [Fact]
    public void have_a_code_of_area_and_reason_that_can_be_found_by_searching()
    {
        using var planted = new PlantedFiles((Rules, """
            // Decision<E>.No("Only.InAComment")
            Decision<E>.No("case.unknown"), Decision<E>.No("CaseClosed"), Decision<E>.No(late ? "case.too-late" : "too-early"),
            Decision<E>.No(inner.Reason.Code, facts), Decision<E>.No(Codes.Invented)
            """));

        Law.Holds(RefusalLaws.CodesAreLiteralsAndKebab(Repository.Ours));
        Law.Names(RefusalLaws.CodesAreLiteralsAndKebab(planted.Repository), "CaseClosed", "too-early", Rules);
    }

    [Fact]
    public void mean_one_thing()
    {
        using var planted = new PlantedFiles((Rules, """
            Decision<E>.No("case.full", ("limit", "3")), Decision<E>.No("case.full", ("limit", Text(3, 4))),
            Decision<E>.No("case.closed", ("at", now)), Decision<E>.No("case.closed")
            """));

        Law.Holds(RefusalLaws.CodesMeanOneThing(Repository.Ours));
        Law.Names(RefusalLaws.CodesMeanOneThing(planted.Repository), "case.closed");
    }

    [Fact]
    public void are_specified()
    {
        using var planted = new PlantedFiles(
            (Rules, """Decision<E>.No("case.unknown"), Decision<E>.No("case.closed")"""),
            ("tests/AgencyPlatform.Specs/Cases/A_closed_case.cs", """Refused("case.closed")"""));

        Law.Holds(RefusalLaws.CodesAreSpecified(Repository.Ours));
        Law.Names(RefusalLaws.CodesAreSpecified(planted.Repository), "case.unknown");
    }

    [Fact]
    public void have_a_sentence_in_both_languages()
    {
        using var planted = new PlantedFiles(
            (Rules, """Decision<E>.No("case.unknown"), Decision<E>.No("case.full", ("limit", "3")), Decision<E>.No("case.closed")"""),
            (English, Sentences(("case.unknown", "There is no such case."), ("case.full", "No more than {limit}."), ("case.closed", "Closed since {day}."))),
            (Chinese, Sentences(("case.full", "最多 {limit} 个。"), ("case.closed", "已关闭。"), ("case.gone", "已删除。"))));

        Law.Holds(RefusalLaws.CodesHaveASentence(Repository.Ours));
        Law.Names(RefusalLaws.CodesHaveASentence(planted.Repository), "case.unknown", "case.closed", "case.gone");
    }

    [Fact]
    public void need_the_other_language_as_soon_as_they_have_one()
    {
        using var planted = new PlantedFiles((Rules, """Decision<E>.No("case.unknown")"""), (English, Sentences(("case.unknown", "There is no such case."))));

        Law.Names(RefusalLaws.CodesHaveASentence(planted.Repository), Chinese);
    }

    private static string Sentences(params (string Code, string Text)[] sentences) =>
        $"<root>{string.Concat(sentences.Select(s => $"<data name=\"{s.Code}\"><value>{s.Text}</value></data>"))}</root>";
}
