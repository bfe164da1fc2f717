using System.Globalization;
using System.Resources;
using AgencyPlatform.Contracts;
using AgencyPlatform.Server.Localization;

namespace AgencyPlatform.Server.Problems;

/// <summary>Sentences for codes, in the reader's language, with the facts filled in.</summary>
public static class Refused
{
    private static readonly ResourceManager Refusals = new("AgencyPlatform.Server.Resources.Refusals", typeof(Refused).Assembly);
    private static readonly ResourceManager Messages = new("AgencyPlatform.Server.Resources.Messages", typeof(Refused).Assembly);

    /// <summary>What a person reads where a rule said no: the reason, and what would help.</summary>
    public static string Sentence(RefusalView refusal) =>
        Refusals.GetString(refusal.Code, CultureInfo.CurrentUICulture) is { } sentence ? Fill(sentence, refusal.Facts) : refusal.Code;

    /// <summary>A sentence of the server's own: input errors, titles, confirmations.</summary>
    public static string Say(string key, params (string Name, object Value)[] facts) =>
        Messages.GetString(key, CultureInfo.CurrentUICulture) is { } sentence
            ? Fill(sentence, facts.ToDictionary(f => f.Name, f => Convert.ToString(f.Value, CultureInfo.CurrentCulture) ?? "", StringComparer.Ordinal))
            : key;

    private static string Fill(string sentence, IReadOnlyDictionary<string, string> facts) =>
        Template.Fill(sentence, name => facts.TryGetValue(name, out var value) ? Readable(value) : null, missing: "–");

    /// <summary>Instants and desk ids travel as such; people read dates and names.</summary>
    private static string Readable(string value) => value.Contains(", ", StringComparison.Ordinal) ? value : string.Join(", ", value.Split(',').Select(One));

    private static string One(string value) =>
        value.Length >= 19 && value[4] == '-' && value[10] == 'T' && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out var at)
            ? at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)
            : Messages.GetString($"desk.{value}", CultureInfo.CurrentUICulture) ?? value;
}
