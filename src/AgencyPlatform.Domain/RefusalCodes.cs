namespace AgencyPlatform.Domain;

/// <summary>
/// Every business "no", once. A code is stable: clients branch on it and it is the key of the sentence people read.
/// The rule ids (R…, I…) are those of the domain's rule table; the facts of each refusal are named behind it.
/// </summary>
public static class RefusalCodes
{
    /// <summary>Cases as a whole.</summary>
    public static class Cases
    {
        public const string Unknown = "case.unknown";
        public const string Resolved = "case.resolved";
        public const string Exists = "case.exists";
        public const string NotResolved = "case.not-resolved";
        /// <summary>Facts: role.</summary>
        public const string NotPermitted = "case.not-permitted";
        public const string LeadNeeded = "case.lead-needed";
        public const string ReasonMissing = "case.reason-missing";
        public const string Phishing = "case.phishing";
        /// <summary>Facts: category.</summary>
        public const string CategoryUnknown = "case.category-unknown";
        /// <summary>R4. Facts: category.</summary>
        public const string NoCompetentDesk = "case.no-competent-desk";
        /// <summary>R15, R32. Facts: category, to.</summary>
        public const string IpStaysIp = "case.ip-stays-ip";
        /// <summary>R33, R34, R35. Facts: retraction, outcome.</summary>
        public const string IpNeedsRetraction = "case.ip-needs-retraction";
        /// <summary>Facts: outcome.</summary>
        public const string ProofMissing = "case.proof-missing";
        /// <summary>R6, R12. Facts: proof.</summary>
        public const string ProofNotDeciding = "case.proof-not-deciding";
        /// <summary>Facts: outcome, category.</summary>
        public const string OutcomeNotForCategory = "case.outcome-not-for-category";
        public const string DenialMissing = "case.denial-missing";
        public const string DuplicateOfMissing = "case.duplicate-of-missing";
    }

    /// <summary>Submissions to a desk.</summary>
    public static class Attempts
    {
        /// <summary>Facts: number.</summary>
        public const string Unknown = "attempt.unknown";
        /// <summary>Facts: number.</summary>
        public const string NumberTaken = "attempt.number-taken";
        /// <summary>Facts: number.</summary>
        public const string Sent = "attempt.sent";
        /// <summary>Facts: number.</summary>
        public const string NotApproved = "attempt.not-approved";
        /// <summary>Facts: author.</summary>
        public const string FourEyes = "attempt.four-eyes";
        /// <summary>Facts: desk.</summary>
        public const string LeadApproval = "attempt.lead-approval";
        public const string PersonNeeded = "attempt.person-needed";
        public const string GrantMismatch = "attempt.grant-mismatch";
        public const string LetterMissing = "attempt.letter-missing";
        /// <summary>Facts: kind.</summary>
        public const string LetterKindUnknown = "attempt.letter-kind-unknown";
        /// <summary>R3, R4, R16, R18–R20. Facts: desk, category, competent.</summary>
        public const string DeskNotCompetent = "attempt.desk-not-competent";
        /// <summary>The playbook knows no such desk. Facts: desk.</summary>
        public const string DeskUnknown = "attempt.desk-unknown";
        /// <summary>R8, R11. Facts: desk, kind.</summary>
        public const string DeskCannotDecide = "attempt.desk-cannot-decide";
        /// <summary>R17. Facts: desk, channel, channels.</summary>
        public const string ChannelNotAllowed = "attempt.channel-not-allowed";
        /// <summary>R21. Facts: desk, channel, validTo (where a row existed).</summary>
        public const string ContactExpired = "attempt.contact-expired";
        /// <summary>R7.</summary>
        public const string AdviceUnconfirmed = "attempt.advice-unconfirmed";
        /// <summary>I1. Facts: desk, since, freeAt.</summary>
        public const string SubmissionOpen = "attempt.submission-open";
        /// <summary>Facts: desk, budget, limit, windowDays, minimumGapDays, used, freeAt.</summary>
        public const string ContactBudget = "attempt.contact-budget";
    }

    /// <summary>Letters that ask for more than the ordinary review.</summary>
    public static class Escalations
    {
        /// <summary>R26, R29. Facts: desk, rule, earliest (where known).</summary>
        public const string TooEarly = "escalation.too-early";
        /// <summary>R30, R31. Facts: desk, usedDesk, usedOn.</summary>
        public const string OneShotSpent = "escalation.one-shot-spent";
        /// <summary>R5. Facts: desk.</summary>
        public const string DeskDoesNotHear = "escalation.desk-does-not-hear";
        /// <summary>R23. Facts: desk.</summary>
        public const string SeniorReviewMissing = "escalation.senior-review-missing";
        /// <summary>R28. Facts: desk.</summary>
        public const string PlanMissing = "escalation.plan-missing";
    }

    /// <summary>Ladders of calls within the agency.</summary>
    public static class CallLadders
    {
        /// <summary>Facts: reason, endedAt.</summary>
        public const string Ended = "ladder.ended";
        /// <summary>Facts: until, latest.</summary>
        public const string HoldInvalid = "ladder.hold-invalid";
    }

    /// <summary>Faults of plans: calendars, policy, ladders and rotas. Where a fault is stands beside it.</summary>
    public static class Plans
    {
        /// <summary>Facts: basedOn, version.</summary>
        public const string Moved = "plan.moved";
        /// <summary>Facts: count, limit.</summary>
        public const string TooMany = "plan.too-many";
        /// <summary>Facts: id.</summary>
        public const string IdInvalid = "plan.id-invalid";
        /// <summary>Facts: id.</summary>
        public const string IdTaken = "plan.id-taken";
        /// <summary>Facts: limit.</summary>
        public const string NameInvalid = "plan.name-invalid";
        /// <summary>Facts: timeZone.</summary>
        public const string ZoneUnknown = "plan.zone-unknown";
        /// <summary>Facts: kind, id.</summary>
        public const string ReferenceUnknown = "plan.reference-unknown";
        /// <summary>Facts: value, least, most.</summary>
        public const string NumberInvalid = "plan.number-invalid";
        /// <summary>Facts: from, to (seconds of the day).</summary>
        public const string WindowInvalid = "plan.window-invalid";
        /// <summary>Facts: first, firstDay, second, secondDay.</summary>
        public const string WindowsOverlap = "plan.windows-overlap";
        /// <summary>Facts: date.</summary>
        public const string DateTwice = "plan.date-twice";
        /// <summary>The calendar is not open for as long within three years. Facts: calendar.</summary>
        public const string Unschedulable = "plan.unschedulable";
        /// <summary>Facts: id.</summary>
        public const string ThresholdInvalid = "plan.threshold-invalid";
        /// <summary>Facts: metric.</summary>
        public const string NeverPauses = "plan.never-pauses";
        /// <summary>A ladder without steps, a rota without members.</summary>
        public const string Empty = "plan.empty";
        public const string RangeInvalid = "plan.range-invalid";
    }

    /// <summary>Rules set aside on purpose.</summary>
    public static class RuleOverrides
    {
        /// <summary>Facts: rule.</summary>
        public const string NotAllowed = "override.not-allowed";
        /// <summary>R31. Facts: rule.</summary>
        public const string LeadOnly = "override.lead-only";
        /// <summary>Facts: rule.</summary>
        public const string ReasonMissing = "override.reason-missing";
    }

    /// <summary>Disputes of a rights owner's claim.</summary>
    public static class Disputes
    {
        /// <summary>R37.</summary>
        public const string LegalGroundMissing = "dispute.legal-ground-missing";
        /// <summary>R36.</summary>
        public const string NotEstablished = "dispute.not-established";
    }

    /// <summary>Messages received.</summary>
    public static class Replies
    {
        /// <summary>Facts: kind.</summary>
        public const string KindUnknown = "reply.kind-unknown";
        /// <summary>R17. Facts: desk.</summary>
        public const string NoSubmission = "reply.no-submission";
        /// <summary>Facts: number.</summary>
        public const string AttemptNotSent = "reply.attempt-not-sent";
    }

    /// <summary>Seller Support's negative advice (R7).</summary>
    public static class Advice
    {
        public const string LeadOnly = "advice.lead-only";
        public const string ReasonMissing = "advice.reason-missing";
    }

    /// <summary>The evidence checklist and the evidence library.</summary>
    public static class Evidence
    {
        /// <summary>Facts: line.</summary>
        public const string LineUnknown = "evidence.line-unknown";
        /// <summary>Facts: line.</summary>
        public const string ReasonMissing = "evidence.reason-missing";
        /// <summary>Facts: line.</summary>
        public const string FileMissing = "evidence.file-missing";
        public const string Empty = "evidence.empty";
    }

    /// <summary>What happens next on a case (R38, I7).</summary>
    public static class NextActions
    {
        /// <summary>Facts: kind.</summary>
        public const string KindUnknown = "next-action.kind-unknown";
        /// <summary>Facts: dueAt, now.</summary>
        public const string DatePast = "next-action.date-past";
        public const string QuestionMissing = "next-action.question-missing";
        public const string AddresseeMissing = "next-action.addressee-missing";
    }

    /// <summary>Retractions of an IP complaint.</summary>
    public static class Retractions
    {
        /// <summary>Facts: category.</summary>
        public const string NotIp = "retraction.not-ip";
        public const string ReferenceMissing = "retraction.reference-missing";
        public const string AlreadyDirect = "retraction.already-direct";
        public const string StatusInvalid = "retraction.status-invalid";
    }

    /// <summary>Notes.</summary>
    public static class Notes
    {
        public const string Empty = "note.empty";
        /// <summary>Facts: limit.</summary>
        public const string TooLong = "note.too-long";
    }

    /// <summary>Seller accounts.</summary>
    public static class Accounts
    {
        public const string Unknown = "account.unknown";
        public const string Exists = "account.exists";
        public const string NameMissing = "account.name-missing";
        public const string SellerIdMissing = "account.seller-id-missing";
        public const string MarketplacesMissing = "account.marketplaces-missing";
        /// <summary>Facts: marketplace.</summary>
        public const string MarketplaceUnknown = "account.marketplace-unknown";
        /// <summary>Facts: timeZone.</summary>
        public const string TimeZoneUnknown = "account.time-zone-unknown";
        public const string ReasonMissing = "account.reason-missing";
        public const string SubscriptionInvalid = "account.subscription-invalid";
    }

    /// <summary>Enforcements of an account.</summary>
    public static class Enforcements
    {
        /// <summary>Facts: enforcement.</summary>
        public const string Unknown = "enforcement.unknown";
    }

    /// <summary>Grants of contact.</summary>
    public static class Grants
    {
        /// <summary>Facts: grant.</summary>
        public const string Unknown = "grant.unknown";
        /// <summary>Facts: grant.</summary>
        public const string Confirmed = "grant.confirmed";
    }

    /// <summary>Inbound webhook endpoints.</summary>
    public static class Endpoints
    {
        public const string Unknown = "endpoint.unknown";
        public const string Exists = "endpoint.exists";
        public const string NameMissing = "endpoint.name-missing";
        public const string LeadNeeded = "endpoint.lead-needed";
        /// <summary>Facts: limit.</summary>
        public const string RotatedTooOften = "endpoint.rotated-too-often";
    }

    /// <summary>Agencies.</summary>
    public static class Agencies
    {
        public const string Unknown = "agency.unknown";
        public const string Exists = "agency.exists";
        public const string NameMissing = "agency.name-missing";
        public const string NotPermitted = "agency.not-permitted";
        public const string OwnerNeeded = "agency.owner-needed";
        /// <summary>A manager may not make or change an owner.</summary>
        public const string OwnerOnly = "agency.owner-only";
    }

    /// <summary>Members of an agency.</summary>
    public static class Members
    {
        /// <summary>Facts: member.</summary>
        public const string Unknown = "member.unknown";
        /// <summary>Facts: member.</summary>
        public const string Exists = "member.exists";
        /// <summary>Facts: email.</summary>
        public const string EmailTaken = "member.email-taken";
        public const string EmailInvalid = "member.email-invalid";
        public const string NameMissing = "member.name-missing";
        public const string RoleMissing = "member.role-missing";
        /// <summary>Facts: timeZone.</summary>
        public const string TimeZoneUnknown = "member.time-zone-unknown";
    }

    /// <summary>The playbook as an agency changed it.</summary>
    public static class Playbooks
    {
        /// <summary>Facts: key.</summary>
        public const string KeyInvalid = "playbook.key-invalid";
        /// <summary>Facts: key.</summary>
        public const string ValueMissing = "playbook.value-missing";
    }

    /// <summary>Clients.</summary>
    public static class Clients
    {
        public const string Unknown = "client.unknown";
        public const string Exists = "client.exists";
        public const string NameMissing = "client.name-missing";
        public const string EmailInvalid = "client.email-invalid";
    }

    /// <summary>Words between agency and client.</summary>
    public static class Messages
    {
        /// <summary>Facts: at, now.</summary>
        public const string FromTheFuture = "message.from-the-future";
        /// <summary>Facts: at, openedAt.</summary>
        public const string BeforeTheCase = "message.before-the-case";
        public const string ReasonMissing = "message.reason-missing";
    }

    /// <summary>Clocks, breaches and ladders of a case.</summary>
    public static class Promises
    {
        /// <summary>Facts: clock.</summary>
        public const string ClockUnknown = "promise.clock-unknown";
        /// <summary>Facts: reason.</summary>
        public const string ReasonUnknown = "promise.reason-unknown";
        /// <summary>Facts: clock.</summary>
        public const string NotBroken = "promise.not-broken";
        public const string TextMissing = "promise.text-missing";
        /// <summary>Facts: escalation.</summary>
        public const string EscalationUnknown = "promise.escalation-unknown";
    }

    /// <summary>Bodies that came in through a webhook and cannot be used.</summary>
    public static class Webhooks
    {
        public const string NotJson = "webhook.not-json";
        public const string TooDeep = "webhook.too-deep";
        public const string TooLong = "webhook.too-long";
        public const string DuplicateKey = "webhook.duplicate-key";
        /// <summary>Half a surrogate pair, or a NUL.</summary>
        public const string TextInvalid = "webhook.text-invalid";
        /// <summary>Facts: field.</summary>
        public const string TextTooLong = "webhook.text-too-long";
        /// <summary>Facts: field.</summary>
        public const string FieldMissing = "webhook.field-missing";
        /// <summary>Facts: field.</summary>
        public const string FieldInvalid = "webhook.field-invalid";
        /// <summary>Facts: field.</summary>
        public const string TimeInvalid = "webhook.time-invalid";
        public const string TypeUnknown = "webhook.type-unknown";
        public const string StatusUnknown = "webhook.status-unknown";
        public const string NoCaseNamed = "webhook.no-case-named";
    }

    /// <summary>Amazon's notifications, as an account takes them.</summary>
    public static class Notifications
    {
        /// <summary>Facts: subscription, seller.</summary>
        public const string NotOurs = "notification.not-ours";
    }
}
