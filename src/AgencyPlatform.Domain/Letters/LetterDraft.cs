namespace AgencyPlatform.Domain.Letters;

/// <summary>A letter as the writer has it now, with what is known about how it will travel.</summary>
public sealed record LetterDraft
{
    public required string Text { get; init; }

    /// <summary>One of <see cref="LetterKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Desk id of the addressee; null where the letter leaves for somebody outside Amazon.</summary>
    public required string? Desk { get; init; }

    /// <summary><c>email</c>, <c>portal</c> or <c>phone</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Documents that travel with the letter, in annex order: annex 1 is the first.</summary>
    public IReadOnlyList<string> EvidenceIds { get; init; } = [];

    /// <summary>The ground a dispute rests on, such as <c>registration-invalid</c> (rule R37).</summary>
    public string? LegalGround { get; init; }

    /// <summary>A lawyer has confirmed that the claim is false (rule R36).</summary>
    public bool LawyerConfirmed { get; init; }

    /// <summary>Mail to the rights owner came back (rule R36).</summary>
    public bool RightsOwnerBounced { get; init; }
}

/// <summary>The kinds of letter, as they appear on the wire; only a Plan of Action is asked for its three sections.</summary>
public static class LetterKinds
{
    public const string PlanOfAction = "poa";
    public const string Dispute = "dispute";
    public const string Escalation = "escalation";
    public const string CounterNotice = "counter-notice";
    public const string RetractionRequest = "retraction-request";
    public const string InformationRequest = "information-request";
    public const string CatalogTicket = "catalog-ticket";

    public static IReadOnlyList<string> All { get; } =
        [PlanOfAction, Dispute, Escalation, CounterNotice, RetractionRequest, InformationRequest, CatalogTicket];
}
