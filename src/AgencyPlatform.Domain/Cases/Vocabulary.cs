namespace AgencyPlatform.Domain.Cases;

/// <summary>What a reply decided.</summary>
public static class ReplyDecisions
{
    public const string Granted = "granted";
    public const string Denied = "denied";
    public const string MoreInfo = "more-info";
    public const string None = "none";
}

/// <summary>The weight a reply carries.</summary>
public static class ReplyAuthorities
{
    public const string None = "none";
    public const string Advisory = "advisory";
    public const string Deciding = "deciding";
}

/// <summary>Channels on which a desk is contacted.</summary>
public static class Channels
{
    public const string Email = "email";
    public const string Portal = "portal";
    public const string Phone = "phone";
}

/// <summary>Kinds of next action, as they appear on the wire.</summary>
public static class NextActionKinds
{
    public const string Triage = "triage";
    public const string Draft = "draft";
    public const string Review = "review";
    public const string Send = "send";
    public const string WaitForReply = "wait-for-reply";
    public const string ContactRightsOwner = "contact-rights-owner";
    public const string AskClient = "ask-client";
    public const string AskColleague = "ask-colleague";
    public const string AskLead = "ask-lead";
    public const string ConfirmAdvice = "confirm-advice";
    public const string Decide = "decide";
    public const string Other = "other";

    public static IReadOnlyList<string> All { get; } =
        [Triage, Draft, Review, Send, WaitForReply, ContactRightsOwner, AskClient, AskColleague, AskLead, ConfirmAdvice, Decide, Other];
}
