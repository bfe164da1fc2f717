using System.Text.Json.Serialization;
using AgencyPlatform.Domain.Triage;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Language;
using AgencyPlatform.Server.Playbooks;
using AgencyPlatform.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgencyPlatform.Server.Triage;

/// <summary>A notice to look at; <see cref="Language"/> is a hint where the caller knows it.</summary>
internal sealed record TriageBody(string? Text, string? Language);

/// <summary>What a notice says, in the reader's language.</summary>
public sealed record TriageModel
{
    public required string Language { get; init; }
    public required bool IsAmazonNotice { get; init; }
    public required string Kind { get; init; }

    /// <summary>The first of the eight desks to write to; null where no case follows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Desk { get; init; }

    public required IReadOnlyList<FindingModel> Categories { get; init; }
    public required IReadOnlyList<LadderStepModel> Ladder { get; init; }
    public required IReadOnlyList<TriageEvidenceModel> Evidence { get; init; }
    public required IReadOnlyList<TriageClockModel> Clocks { get; init; }
    public required NoticeEntities Entities { get; init; }
    public required IReadOnlyList<string> Missing { get; init; }
    public required IReadOnlyList<Reason> Why { get; init; }
}

/// <summary>A category the notice holds, best first.</summary>
public sealed record FindingModel(
    string Id, string Name, double Confidence,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Desk, IReadOnlyList<Reason> Why);

/// <summary>A line of the evidence checklist the case would start with.</summary>
public sealed record TriageEvidenceModel(string Id, string Label, bool IsRequired);

/// <summary>A clock from the notice or from policy.</summary>
public sealed record TriageClockModel(string Id, string Purpose, string Unit, int Amount, string Source, string Text, int? Start, int? Length);

/// <summary>Looks at notices without storing them.</summary>
public sealed class TriageDesk(IPlaybooks playbooks, CurrentTenant caller)
{
    public const int TextLimit = 200_000;

    public async Task<TriageModel> Examine(string text, string? language, CancellationToken cancellationToken)
    {
        var result = await playbooks.Examine(caller.Tenant, text, language, cancellationToken);
        var playbook = await playbooks.Current(caller.Tenant, cancellationToken);
        var reader = ReaderLanguages.Current;
        return new TriageModel
        {
            Language = result.Language,
            IsAmazonNotice = result.IsAmazonNotice,
            Kind = result.Kind,
            Desk = result.Desk,
            Categories = [.. result.Categories.Select(c => new FindingModel(c.Id, playbook.CategoryName(c.Id), c.Confidence, c.Desk, c.Why))],
            Ladder = [.. result.Ladder.Select(s => playbook.Render(s))],
            Evidence = [.. result.Evidence.Select(e => new TriageEvidenceModel(e.Id, e.Label.In(reader), e.IsRequired))],
            Clocks = [.. result.Clocks.Select(c => new TriageClockModel(c.Id, c.Purpose, c.Unit, c.Amount, c.Source, c.Text.In(reader), c.Start, c.Length))],
            Entities = result.Entities,
            Missing = result.Missing,
            Why = result.Why,
        };
    }
}

internal static class TriageEndpoints
{
    public static void MapTriage(this IEndpointRouteBuilder api) =>
        api.MapPost("/triage", Examine).WithName("Triage").WithTags("Triage").ProducesProblem(400);

    private static async Task<Results<Ok<TriageModel>, ProblemHttpResult>> Examine(TriageBody body, TriageDesk desk, CancellationToken cancellationToken) =>
        new Input().Required("text", body.Text, TriageDesk.TextLimit).Problem() is { } invalid
            ? invalid
            : TypedResults.Ok(await desk.Examine(body.Text!, body.Language, cancellationToken));
}
