using MudBlazor;

namespace AgencyPlatform.Server.Cases.Pages;

/// <summary>How dialogs stand on the page.</summary>
internal static class DialogLook
{
    public static DialogOptions Form { get; } = new() { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true, BackdropClick = false };

    public static DialogOptions Wide { get; } = new() { MaxWidth = MaxWidth.Medium, FullWidth = true, CloseOnEscapeKey = true, BackdropClick = false };
}
