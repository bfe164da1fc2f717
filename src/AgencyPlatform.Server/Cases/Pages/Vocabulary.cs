using System.Text.Json;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Domain.Sla;

namespace AgencyPlatform.Server.Cases.Pages;

/// <summary>The lists that forms and filters offer, by their names on the wire.</summary>
internal static class Vocabulary
{
    public static IReadOnlyList<string> Stages { get; } = Names<CaseStage>();
    public static IReadOnlyList<string> Outcomes { get; } = Names<Outcome>();
    public static IReadOnlyList<string> ProofKinds { get; } = Names<ProofKind>();
    public static IReadOnlyList<string> ChecklistStates { get; } = Names<ChecklistState>();
    public static IReadOnlyList<string> Retractions { get; } = [.. Names<RetractionStatus>().Skip(1)];
    public static IReadOnlyList<string> Priorities { get; } = Names<CasePriority>();
    public static IReadOnlyList<string> MessageDirections { get; } = Names<MessageDirection>();
    public static IReadOnlyList<string> MessageKinds { get; } = [.. Names<MessageKind>().Take(2)];

    private static string[] Names<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];
}
