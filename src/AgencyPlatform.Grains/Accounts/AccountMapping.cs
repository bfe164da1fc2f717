using AgencyPlatform.Contracts.Accounts;
using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Grains.Effects;

namespace AgencyPlatform.Grains.Accounts;

/// <summary>Turns the domain's seller account into the views that travel, and a standing back.</summary>
internal static class AccountMapping
{
    public static AccountView View(this SellerAccount a) => new()
    {
        Id = a.Id,
        Number = a.Number,
        ClientId = a.ClientId,
        Name = a.Name,
        SellerId = a.SellerId,
        Marketplaces = a.Marketplaces,
        TimeZone = a.TimeZone,
        Status = Wire.Name(a.Status),
        StatusSince = a.StatusSince,
        Enforcements = [.. a.Enforcements.Select(e => new EnforcementView
        {
            Id = e.Id,
            CategoryId = e.CategoryId,
            IsAccountLevel = e.IsAccountLevel,
            OpenedAt = e.OpenedAt,
            EndedAt = e.EndedAt,
            Attempts = e.AttemptIds.Count,
            ExecutiveSpentAt = AccountRules.Standing(a, e.Id).SpentExecutiveChance?.At,
        })],
        Contacts = [.. a.Contacts.Select(View)],
        Evidence = [.. a.Evidence.Select(f => new EvidenceView
        {
            Id = f.Id,
            Kind = f.Kind,
            Sha256 = f.Sha256,
            FileName = f.FileName,
            ContentType = f.ContentType,
            Length = f.Length,
            Issuer = f.Issuer,
            IssuedOn = f.IssuedOn,
            AddedAt = f.AddedAt,
        })],
        Subscriptions = [.. a.Subscriptions.Select(s => new SubscriptionView { SubscriptionId = s.SubscriptionId, NotificationType = s.NotificationType })],
    };

    /// <summary>The account as lists see it.</summary>
    public static AccountRowData Row(this SellerAccount a) =>
        new(a.Id, a.Number, a.ClientId, a.Name, a.SellerId, string.Join(' ', a.Marketplaces), a.TimeZone, Wire.Name(a.Status));

    public static StandingView View(this AccountStanding standing) => new()
    {
        EnforcementId = standing.EnforcementId,
        Status = Wire.Name(standing.Status),
        Contacts = [.. standing.Contacts.Select(View)],
    };

    public static AccountStanding Standing(this StandingView view) => new(
        view.EnforcementId,
        Wire.TryRead<AccountStatus>(view.Status, out var status) ? status : AccountStatus.Normal,
        [.. view.Contacts.Select(c => new Contact(c.GrantId, c.CaseId, c.EnforcementId, c.Desk, c.IsExecutive, c.At, c.IsConfirmed ? GrantState.Confirmed : GrantState.Reserved, c.IsOpen, c.LetterKind))]);

    private static ContactView View(Contact c) => new()
    {
        GrantId = c.GrantId,
        CaseId = c.CaseId,
        EnforcementId = c.EnforcementId,
        Desk = c.Desk,
        IsExecutive = c.IsExecutive,
        At = c.At,
        IsConfirmed = c.State == GrantState.Confirmed,
        IsOpen = c.IsOpen,
        LetterKind = c.LetterKind,
    };
}
