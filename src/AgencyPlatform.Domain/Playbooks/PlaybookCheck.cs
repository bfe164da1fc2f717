using System.Text.RegularExpressions;

namespace AgencyPlatform.Domain.Playbooks;

/// <summary>What is wrong in a playbook: the path of the value, such as <c>categories.ACC-AHR.clocks.0.unit</c>, and why.</summary>
public sealed record PlaybookFault(string Key, string Reason);

/// <summary>Everything a playbook must hold beyond its shape: ids, references, vocabularies and patterns.</summary>
public static partial class PlaybookCheck
{
    private static readonly string[] EightDesks =
        ["SELLER_SUPPORT", "CATALOG", "SELLER_PERFORMANCE", "PRODUCT_QUALITY", "EXECUTIVE_SELLER_RELATIONS", "JEFF_BEZOS", "NOTICE", "NOTICE_DISPUTE"];

    private static readonly string[] Groups = ["account", "performance", "quality", "listing", "ip", "catalog", "money", "brand", "legal"];
    private static readonly string[] Units = ["hours", "days", "business-days"];
    private static readonly string[] Purposes = ["seller-deadline", "amazon-reply", "window", "funds", "information"];
    private static readonly string[] Languages = ["any", "en", "zh", "de", "ja", "es", "fr", "it"];
    private static readonly string[] Scopes = ["sentence", "near", "notice"];
    private static readonly string[] Channels = ["email", "portal", "phone"];
    private static readonly string[] Severities = ["error", "warning"];
    private static readonly string[] BudgetScopes = ["account", "enforcement"];
    private static readonly string[] ExtraKinds = ["amazon", "no-case"];

    public static IReadOnlyList<PlaybookFault> Of(Playbook playbook)
    {
        var check = new Check(playbook);
        check.Run();
        return check.Faults;
    }

    [GeneratedRegex("^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$", RegexOptions.NonBacktracking)]
    private static partial Regex DeskId();

    [GeneratedRegex("^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$", RegexOptions.NonBacktracking)]
    private static partial Regex CategoryId();

    private sealed class Check(Playbook playbook)
    {
        private readonly HashSet<string> ids = new(StringComparer.Ordinal);

        public List<PlaybookFault> Faults { get; } = [];

        public void Run()
        {
            Require(playbook.SchemaVersion == 1, "schemaVersion", "The only schema version is 1.");
            Require(playbook.Version.Length > 0, "version", "A version is not empty.");
            foreach (var (id, desk) in playbook.Desks) { Desk(id, desk, $"desks.{id}"); }

            foreach (var (id, category) in playbook.Categories) { Category(id, category, $"categories.{id}"); }

            Each(playbook.KindSignals, "kindSignals", (signal, at) =>
            {
                Unique(signal.Id, at);
                Require(IsKind(signal.Kind), $"{at}.kind", $"{signal.Kind} is not a kind of notice.");
                Pattern(signal.Match, signal.Language, signal.Scope, signal.Weight, at);
            });
            Each(playbook.Senders.LookAlikes, "senders.lookAlikes", (signal, at) =>
            {
                Unique(signal.Id, at);
                Pattern(signal.Match, signal.Language, signal.Scope, signal.Weight, at);
            });
            Require(playbook.Senders.Domains.Count > 0, "senders.domains", "At least one domain is Amazon's own.");
            Each(playbook.Budgets, "budgets", Budget);
            Each(playbook.LintRules, "lintRules", (rule, at) =>
            {
                Unique(rule.Id, at);
                OneOf(rule.Severity, Severities, $"{at}.severity");
                Text(rule.Text, $"{at}.text");
                Text(rule.Fix, $"{at}.fix");
                From(rule.From, $"{at}.from");
            });
            foreach (var desk in EightDesks) { Require(playbook.Desks.ContainsKey(desk), "desks", $"The desk {desk} is missing."); }
        }

        private void Desk(string id, Desk desk, string at)
        {
            Require(DeskId().IsMatch(id), at, $"{id} is not a desk id: capitals, digits and underscores.");
            Text(desk.Name, $"{at}.name");
            Text(desk.Mandate, $"{at}.mandate");
            foreach (var (name, list) in new[] { ("may", desk.May), ("mayNot", desk.MayNot), ("risks", desk.Risks), ("whenNotToUse", desk.WhenNotToUse) })
            {
                Each(list, $"{at}.{name}", (statement, here) => { Text(statement.Text, $"{here}.text"); From(statement.From, $"{here}.from"); });
            }

            Each(desk.Channels, $"{at}.channels", (channel, here) => OneOf(channel, Channels, here));
            Each(desk.Contacts, $"{at}.contacts", (contact, here) =>
            {
                OneOf(contact.Channel, Channels, $"{here}.channel");
                Require(contact.ValidFrom is null || contact.ValidTo is null || contact.ValidFrom <= contact.ValidTo, $"{here}.validTo", "The validity ends before it begins.");
                From(contact.From, $"{here}.from");
            });
            if (desk.ExpectedReply is { } reply)
            {
                Require(reply.Amount > 0, $"{at}.expectedReply.amount", "An amount is positive.");
                OneOf(reply.Unit, Units, $"{at}.expectedReply.unit");
                From(reply.From, $"{at}.expectedReply.from");
            }

            Require(desk.ExpectedYield is null or (>= 0 and <= 1), $"{at}.expectedYield", "A probability lies between 0 and 1.");
        }

        private void Category(string id, Category category, string at)
        {
            Require(CategoryId().IsMatch(id), at, $"{id} is not a category id: capitals, digits and hyphens.");
            Unique(id, at, hasKey: true);
            Text(category.Name, $"{at}.name");
            Text(category.FirstAction, $"{at}.firstAction");
            OneOf(category.Group, Groups, $"{at}.group");
            Require(category.RouterOrder is >= 1 and <= 5, $"{at}.routerOrder", "The router has the rows 1 to 5.");
            var first = category.Ladder.FirstOrDefault(l => EightDesks.Contains(l.Desk, StringComparer.Ordinal));
            Require(category.Ladder.Count > 0, $"{at}.ladder", "A ladder has at least one step.");
            Require(first is null || first.Desk == category.FirstDesk, $"{at}.firstDesk", $"{category.FirstDesk} is not the first of the eight desks on the ladder ({first?.Desk}).");
            Require(first is not null, $"{at}.ladder", "No step of the ladder is one of the eight desks.");
            Require(!(category.IsEnforcement && category.FirstDesk == "SELLER_SUPPORT"), $"{at}.firstDesk", "Seller Support is never first for an enforcement (R4).");
            Require(category.Signals.Count > 0, at, "No signal speaks for this category.");
            Each(category.Signals, $"{at}.signals", (signal, here) =>
            {
                Child(signal.Id, id, "s", here);
                Pattern(signal.Match, signal.Language, signal.Scope, signal.Weight, here);
            });
            Each(category.Ladder, $"{at}.ladder", (step, here) =>
            {
                Child(step.Id, id, "l", here);
                Reference(step.Desk, $"{here}.desk");
                Text(step.Action, $"{here}.action");
                Each(step.Needs, $"{here}.needs", (need, there) => { Child(need.Id, step.Id, "n", there); Text(need.Text, $"{there}.text"); });
            });
            Each(category.Evidence, $"{at}.evidence", (item, here) =>
            {
                Child(item.Id, id, "e", here);
                Text(item.Label, $"{here}.label");
                Require(item.MaxAgeDays is null or > 0, $"{here}.maxAgeDays", "An age is positive.");
                From(item.From, $"{here}.from");
            });
            Each(category.Clocks, $"{at}.clocks", (clock, here) =>
            {
                Child(clock.Id, id, "c", here);
                OneOf(clock.Purpose, Purposes, $"{here}.purpose");
                OneOf(clock.Unit, Units, $"{here}.unit");
                Require(clock.Amount > 0, $"{here}.amount", "An amount is positive.");
                Text(clock.Text, $"{here}.text");
                From(clock.From, $"{here}.from");
            });
            Each(category.Burns, $"{at}.burns", (burn, here) =>
            {
                Child(burn.Id, id, "b", here);
                Text(burn.Text, $"{here}.text");
                From(burn.From, $"{here}.from");
            });
            Each(category.Sources, $"{at}.sources", (source, here) => Require(playbook.Sources.ContainsKey(source), here, $"The source {source} is unknown."));
        }

        private void Budget(ContactBudget budget, string at)
        {
            Unique(budget.Id, at);
            Reference(budget.Desk, $"{at}.desk");
            OneOf(budget.Scope, BudgetScopes, $"{at}.scope");
            Require(budget.Limit > 0, $"{at}.limit", "A limit is positive.");
            Require(budget.WindowDays > 0, $"{at}.windowDays", "A window is positive.");
            Require(budget.MinimumGapDays >= 0, $"{at}.minimumGapDays", "A gap is not negative.");
            Text(budget.Text, $"{at}.text");
            From(budget.From, $"{at}.from");
        }

        private void Pattern(string match, string language, string scope, int weight, string at)
        {
            OneOf(language, Languages, $"{at}.language");
            OneOf(scope, Scopes, $"{at}.scope");
            Require(weight is >= -5 and <= 5 and not 0, $"{at}.weight", "A weight lies between -5 and 5 and is not 0.");
            if (SignalPattern.Parse(match, out var fault) is null) { Faults.Add(new PlaybookFault($"{at}.match", fault!)); }
        }

        private bool IsKind(string kind)
        {
            if (Triage.NoticeKinds.All.Contains(kind, StringComparer.Ordinal) || ExtraKinds.Contains(kind, StringComparer.Ordinal)) { return true; }

            return kind.Split(':') is ["desk", var about, var desk] && playbook.Desks.ContainsKey(desk)
                && (about == "any" || Groups.Contains(about, StringComparer.Ordinal) || playbook.Categories.ContainsKey(about));
        }

        private void Child(string id, string parent, string letter, string at)
        {
            Unique(id, at);
            var head = $"{parent}.{letter}";
            var isChild = id.StartsWith(head, StringComparison.Ordinal) && id.Length > head.Length && id.AsSpan(head.Length).IndexOfAnyExceptInRange('0', '9') < 0;
            Require(isChild, $"{at}.id", $"{id} should be {head} and a number.");
        }

        private void Unique(string id, string at, bool hasKey = false) => Require(ids.Add(id), hasKey ? at : $"{at}.id", $"The id {id} occurs twice.");

        private void Reference(string desk, string at) => Require(playbook.Desks.ContainsKey(desk), at, $"The desk {desk} is unknown.");

        private void From(Provenance from, string at) => Require(playbook.Sources.ContainsKey(from.Key), $"{at}.key", $"The source {from.Key} is unknown.");

        private void Text(LocalText text, string at)
        {
            Require(!string.IsNullOrWhiteSpace(text.En), $"{at}.en", "The English text is missing.");
            Require(!string.IsNullOrWhiteSpace(text.Zh), $"{at}.zh", "The Chinese text is missing.");
        }

        private void OneOf(string value, string[] allowed, string at) =>
            Require(allowed.Contains(value, StringComparer.Ordinal), at, $"{value} is none of {string.Join(", ", allowed)}.");

        private void Require(bool holds, string at, string reason)
        {
            if (!holds) { Faults.Add(new PlaybookFault(at, reason)); }
        }

        private static void Each<T>(IReadOnlyList<T> list, string at, Action<T, string> look)
        {
            for (var i = 0; i < list.Count; i++) { look(list[i], $"{at}.{i}"); }
        }
    }
}
