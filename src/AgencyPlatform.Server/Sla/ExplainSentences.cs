using AgencyPlatform.Contracts.Cases;
using AgencyPlatform.Server.Cases;

namespace AgencyPlatform.Server.Sla;

/// <summary>Lines of an explanation as sentences.</summary>
internal static class ExplainSentences
{
    public static ExplainItem Item(ExplainLineView line, string zone) => new(line.Code, line.From, line.To, line.Seconds, line.Name, $"{line.Code} {line.Name} {zone}");
}
