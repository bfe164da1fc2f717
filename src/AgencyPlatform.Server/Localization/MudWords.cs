using AgencyPlatform.Server.Resources;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AgencyPlatform.Server.Localization;

/// <summary>Gives the component library our texts for its own labels; what we do not know stays with it.</summary>
internal sealed class MudWords(IStringLocalizer<MudTexts> texts) : MudLocalizer
{
    public override LocalizedString this[string key] => texts[key];

    public override LocalizedString this[string key, params object[] arguments] => texts[key, arguments];
}
