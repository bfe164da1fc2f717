namespace AgencyPlatform.Server.Resources;

/// <summary>Texts of pages: titles, labels, buttons, hints.</summary>
internal sealed class PageTexts;

/// <summary>Words for ids: stages, states, kinds, outcomes, units, zones.</summary>
internal sealed class Words;

/// <summary>The numbered rules of the trade, in one sentence each.</summary>
internal sealed class RuleTexts;

/// <summary>Texts inside the component library.</summary>
internal sealed class MudTexts;
