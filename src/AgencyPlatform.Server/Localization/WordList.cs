using System.Globalization;
using System.Resources;

namespace AgencyPlatform.Server.Localization;

/// <summary>Words for ids, for sentences that are made outside of pages. An id without a word is shown as it is.</summary>
internal static class WordList
{
    private static readonly ResourceManager Words = new("AgencyPlatform.Server.Resources.Words", typeof(WordList).Assembly);

    public static string NextAction(string id) => Word("next-action", id);

    public static string Metric(string id) => Word("metric", id);

    /// <param name="id">A clock's id on its case: the metric, or metric and what it is about, such as <c>amazon-reply:3</c>.</param>
    public static string Clock(string id) => Metric(id.Split(':')[0]);

    private static string Word(string list, string id) => Words.GetString($"{list}.{id}", CultureInfo.CurrentUICulture) ?? id;
}
