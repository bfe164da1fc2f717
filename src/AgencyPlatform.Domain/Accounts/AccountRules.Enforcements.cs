namespace AgencyPlatform.Domain.Accounts;

/// <summary>How cases find their enforcement, and how its submissions are counted.</summary>
public static partial class AccountRules
{
    private static readonly TimeSpan DuplicateWindow = TimeSpan.FromDays(30);

    /// <summary>
    /// A case joins an enforcement by the same complaint id or Amazon reference, or by the account-level action that is still
    /// in force; otherwise one begins with it. A complaint met again after its end resumes: closing a case wins no new chance.
    /// </summary>
    public static Decision<AccountEvent> Join(SellerAccount? current, JoinRequest request, DateTimeOffset now)
    {
        if (current is null) { return Unknown; }
        if (current.Cases.Any(c => c.Id == request.CaseId)) { return Decision<AccountEvent>.Of(); }
        if (request.EnforcementId is { } chosen && current.Enforcements.All(e => e.Id != chosen)) { return UnknownEnforcement(chosen); }

        var joined = Enforcing(current, request);
        var enforcementId = joined?.Id ?? request.NewEnforcementId;
        var number = current.CasesOpened + 1;
        var known = new KnownCase(request.CaseId, enforcementId, request.CategoryId, request.Asins, request.ComplaintIds, now, IsOpen: true, number);
        return Decision<AccountEvent>.Of([.. joined is null ? [Begin(request, now)] : Extend(joined, request), new CaseJoined(known, number)]);
    }

    /// <summary>An open case of this account with the same ASIN or complaint id, at most 30 days old.</summary>
    public static string? PossibleDuplicate(SellerAccount? current, JoinRequest request, DateTimeOffset now) =>
        current?.Cases.LastOrDefault(c =>
            c.IsOpen && c.Id != request.CaseId && now - c.OpenedAt <= DuplicateWindow
            && (Share(c.Asins, request.Asins) || Share(c.ComplaintIds, request.ComplaintIds)))?.Id;

    public static Decision<AccountEvent> NumberAttempt(SellerAccount? current, string enforcementId, string attemptId)
    {
        if (current is null) { return Unknown; }
        if (NumberOf(current, attemptId) is not null) { return Decision<AccountEvent>.Of(); }
        return current.Enforcements.FirstOrDefault(e => e.Id == enforcementId) is { } enforcement
            ? Decision<AccountEvent>.Of(new AttemptNumbered(enforcementId, attemptId, enforcement.AttemptIds.Count + 1))
            : UnknownEnforcement(enforcementId);
    }

    /// <summary>The number an attempt was given, or null.</summary>
    public static int? NumberOf(SellerAccount? current, string attemptId) =>
        current?.Enforcements
            .SelectMany(e => e.AttemptIds.Select((id, index) => (id, number: index + 1)))
            .Where(a => a.id == attemptId)
            .Select(a => (int?)a.number)
            .FirstOrDefault();

    public static Decision<AccountEvent> CloseCase(SellerAccount? current, string caseId, bool endsEnforcement, string reason)
    {
        if (current is null) { return Unknown; }
        if (current.Cases.FirstOrDefault(c => c.Id == caseId) is not { } known) { return UnknownCase; }
        var ends = endsEnforcement && current.Enforcements.Any(e => e.Id == known.EnforcementId && e.EndedAt is null);
        return Decision<AccountEvent>.Of(
            [.. known.IsOpen ? (AccountEvent[])[new CaseClosed(caseId)] : [], .. ends ? (AccountEvent[])[new EnforcementEnded(known.EnforcementId, reason)] : []]);
    }

    public static Decision<AccountEvent> ReopenCase(SellerAccount? current, string caseId)
    {
        if (current is null) { return Unknown; }
        if (current.Cases.FirstOrDefault(c => c.Id == caseId) is not { } known) { return UnknownCase; }
        if (known.IsOpen) { return Decision<AccountEvent>.Of(); }
        var resumes = current.Enforcements.Any(e => e.Id == known.EnforcementId && e.EndedAt is not null);
        return Decision<AccountEvent>.Of(
            [.. resumes ? (AccountEvent[])[new EnforcementResumed(known.EnforcementId)] : [], new CaseReturned(caseId)]);
    }

    private static Enforcement? Enforcing(SellerAccount current, JoinRequest request) =>
        request.EnforcementId is { } chosen ? current.Enforcements.First(e => e.Id == chosen)
        : current.Enforcements.FirstOrDefault(e => Share(e.ComplaintIds, request.ComplaintIds))
        ?? current.Enforcements.FirstOrDefault(e => request.Reference is { } reference && e.References.Contains(reference))
        ?? (request is { IsEnforcement: true, IsAccountLevel: true }
            ? current.Enforcements.FirstOrDefault(e => e is { IsAccountLevel: true, EndedAt: null })
            : null);

    private static EnforcementBegun Begin(JoinRequest request, DateTimeOffset now) => new(new Enforcement
    {
        Id = request.NewEnforcementId,
        CategoryId = request.CategoryId,
        IsAccountLevel = request is { IsEnforcement: true, IsAccountLevel: true },
        ComplaintIds = request.ComplaintIds,
        References = request.Reference is { } reference ? [reference] : [],
        OpenedAt = now,
    });

    private static IEnumerable<AccountEvent> Extend(Enforcement joined, JoinRequest request)
    {
        string[] complaints = [.. request.ComplaintIds.Except(joined.ComplaintIds)];
        string[] references = request.Reference is { } reference && !joined.References.Contains(reference) ? [reference] : [];
        if (joined.EndedAt is not null) { yield return new EnforcementResumed(joined.Id); }
        if (complaints.Length + references.Length > 0) { yield return new EnforcementExtended(joined.Id, complaints, references); }
    }

    private static bool Share(IReadOnlyList<string> left, IReadOnlyList<string> right) => left.Any(right.Contains);

    private static Decision<AccountEvent> UnknownEnforcement(string id) =>
        Decision<AccountEvent>.No(RefusalCodes.Enforcements.Unknown, ("enforcement", id));

    private static Decision<AccountEvent> UnknownCase => Decision<AccountEvent>.No(RefusalCodes.Cases.Unknown);
}
