using AgencyPlatform.ArchitectureTests.Laws;

namespace AgencyPlatform.ArchitectureTests;

public sealed class Refusals
{
    private const string Rules = "src/AgencyPlatform.Domain/Cases/CaseRules.cs";
    private const string List = "src/AgencyPlatform.Domain/RefusalCodes.cs";

    private const string Listed = """
        public static class RefusalCodes
        {
            public static class Cases
            {
                /// <summary>Facts: id.</summary>
                public const string Unknown = "case.unknown";
                public const string UnknownToo = "case.unknown";
            }

            public static class Attempts { public const string Unknown = "Attempt.unknown"; }
        }
        """;

    private const string English = "src/AgencyPlatform.Server/Resources/Refusals.resx";
    private const string Chinese = "src/AgencyPlatform.Server/Resources/Refusals.zh-Hans.resx";

    [Fact]
    public void have_a_code_of_area_and_reason()
    {
        using var planted = new PlantedFiles(
            (Rules, """
                // Decision<E>.No("Only.InAComment")
                Decision<E>.No("case.unknown"), Refusal.Of("CaseClosed"), No(late ? "case.too-late" : "too-early")
                """),
            (List, Listed));

        Law.Holds(RefusalLaws.CodesAreKebab(Repository.Ours));
        Law.Names(RefusalLaws.CodesAreKebab(planted.Repository), "CaseClosed", "too-early", "Attempt.unknown");
    }

    [Fact]
    public void have_a_code_that_can_be_found_by_searching()
    {
        const string other = "src/AgencyPlatform.Domain/Cases/Competence.cs";
        using var planted = new PlantedFiles(
            (List, Listed),
            (Rules, """No(RefusalCodes.Cases.Unknown, ("id", id)), No(shut), No(inner.Reason.Code, facts), Decision<E> No(string code, X x), No("case.full")"""),
            (other, "Decision<E>.No(Codes.Invented)"));

        Law.Holds(RefusalLaws.CodesCanBeFound(Repository.Ours));
        Law.Names(RefusalLaws.CodesCanBeFound(planted.Repository), other);
    }

    [Fact]
    public void are_listed_once_and_said()
    {
        using var planted = new PlantedFiles((List, Listed), (Rules, "No(RefusalCodes.Cases.UnknownToo), No(RefusalCodes.Cases.Unknown)"));

        Law.Holds(RefusalLaws.CodesAreListedOnce(Repository.Ours));
        Law.Names(RefusalLaws.CodesAreListedOnce(planted.Repository), "case.unknown");
        Law.Holds(RefusalLaws.ListedCodesAreSaid(Repository.Ours));
        Law.Names(RefusalLaws.ListedCodesAreSaid(planted.Repository), "Attempt.unknown");
    }

    [Fact]
    public void mean_one_thing()
    {
        using var planted = new PlantedFiles((Rules, """
            Decision<E>.No("case.full", ("limit", "3")), Decision<E>.No("case.full", ("limit", Text(3, 4)), ("desk", desk)),
            Decision<E>.No("case.closed", ("at", now)), Decision<E>.No("case.closed", ("by", name)), Decision<E>.No("case.closed", facts)
            """));

        Law.Holds(RefusalLaws.CodesMeanOneThing(Repository.Ours));
        Law.Names(RefusalLaws.CodesMeanOneThing(planted.Repository), "case.closed");
    }

    [Fact]
    public void are_specified()
    {
        using var planted = new PlantedFiles(
            (List, Listed),
            (Rules, """Decision<E>.No("case.closed"), Decision<E>.No("case.full")"""),
            ("src/AgencyPlatform.Grains/Cases/CaseGrain.cs", """Refusal.Of("case.busy"), Refusal.Of("case.asleep")"""),
            ("tests/AgencyPlatform.Specs/Cases/A_closed_case.cs", """Refused("case.closed"), Refused(RefusalCodes.Cases.Unknown)"""),
            ("tests/AgencyPlatform.ClusterTests/Cases/A_busy_case.cs", """Refused("case.busy"), Refused("case.full")"""));

        Law.Holds(RefusalLaws.CodesAreSpecified(Repository.Ours));
        Law.Names(RefusalLaws.CodesAreSpecified(planted.Repository), "case.full", "Attempt.unknown", "case.asleep");
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
