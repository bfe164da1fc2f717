using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Triage;

namespace AgencyPlatform.Domain.Cases;

/// <summary>Who wrote a reply, and how much weight that gives it (R6–R8, R11, R12).</summary>
/// <param name="Desk">Desk id; null for somebody else.</param>
internal sealed record Sender(string? Desk, string Authority)
{
    // Kinds that only a desk with a say writes; they count even where the sender's address tells nothing.
    private static readonly string[] DecidingKinds = [NoticeKinds.Reinstated, NoticeKinds.FinalDenial, NoticeKinds.MoreInfoNeeded, NoticeKinds.Verification];

    /// <summary>The sender's own name comes first: Seller Support stays Seller Support, whichever submission it talks about.</summary>
    public static Sender Of(SellerCase current, ReplyRequest request, string kind, Attempt? named, Playbook playbook)
    {
        if (kind is NoticeKinds.Phishing or NoticeKinds.NotAmazon && !IsRightsOwner(current, request.From)) { return new Sender(null, ReplyAuthorities.None); }
        if (IsRightsOwner(current, request.From)) { return new Sender(DeskIds.RightsOwner, ReplyAuthorities.None); }

        var written = ByName(request.From, playbook);
        // Boilerplate is Seller Support's hand, unless it answers a desk that itself only advises.
        var isBoilerplate = kind == NoticeKinds.SupportReply && (named is null || AuthorityOf(named.Desk, playbook) == ReplyAuthorities.Deciding);
        var desk = written ?? (isBoilerplate ? DeskIds.SellerSupport : named?.Desk) ?? Waiting(current, kind, playbook);
        return desk is null
            ? new Sender(null, DecidingKinds.Contains(kind) ? ReplyAuthorities.Deciding : ReplyAuthorities.None)
            : new Sender(desk, AuthorityOf(desk, playbook));
    }

    private static bool IsRightsOwner(SellerCase current, string from) =>
        from == DeskIds.RightsOwner || current.Entities.RightsOwnerEmails.Any(mail => from.Contains(mail, StringComparison.OrdinalIgnoreCase));

    private static string? ByName(string from, Playbook playbook) =>
        playbook.Desks.ContainsKey(from) ? from
        : playbook.Desks.Values.FirstOrDefault(d => !d.IsExecutive && d.Contacts.Any(c =>
            c.Channel == Channels.Email && from.Contains(c.Address, StringComparison.OrdinalIgnoreCase)))?.Id;

    // Amazon's decisions often come from one common address; they then speak about what is still with a desk that decides.
    private static string? Waiting(SellerCase current, string kind, Playbook playbook) =>
        DecidingKinds.Contains(kind)
            ? current.Attempts.LastOrDefault(a => a.State == AttemptState.Sent && AuthorityOf(a.Desk, playbook) == ReplyAuthorities.Deciding)?.Desk
            : null;

    private static string AuthorityOf(string desk, Playbook playbook) =>
        // R6, R8: Seller Support carries none, whatever the data say.
        desk is DeskIds.SellerSupport or DeskIds.RightsOwner ? ReplyAuthorities.None
        : playbook.Desks.GetValueOrDefault(desk)?.Authority switch
        {
            DeskAuthority.Deciding => ReplyAuthorities.Deciding,
            DeskAuthority.Advisory => ReplyAuthorities.Advisory,
            _ => ReplyAuthorities.None,
        };
}
