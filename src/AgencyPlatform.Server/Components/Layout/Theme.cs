using MudBlazor;

namespace AgencyPlatform.Server.Components.Layout;

/// <summary>Colours and type of the dashboard, light and dark; every pair of text and ground reaches contrast AA.</summary>
internal static class Theme
{
    private static readonly string[] Family =
        ["Inter", "system-ui", "-apple-system", "Segoe UI", "Roboto", "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "WenQuanYi Micro Hei", "sans-serif"];

    public static MudTheme Agency { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0b5c5a", PrimaryContrastText = "#ffffff", Secondary = "#3d5a80", Tertiary = "#7a4b94",
            Info = "#1f5fa8", Success = "#1e6b3a", Warning = "#8a5300", Error = "#b3261e",
            Background = "#f3f5f7", BackgroundGray = "#e9edf0", Surface = "#ffffff",
            TextPrimary = "#17202b", TextSecondary = "#4d5b69", TextDisabled = "#66737f",
            AppbarBackground = "#0f2a2e", AppbarText = "#eef5f4", DrawerBackground = "#ffffff", DrawerText = "#17202b",
            ActionDefault = "#4d5b69", ActionDisabled = "#66737f", LinesDefault = "#dbe1e6", LinesInputs = "#8895a1", TableLines = "#e3e8ec",
            TableHover = "#f2f7f7", Divider = "#dbe1e6",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#6bcbc2", PrimaryContrastText = "#06201e", Secondary = "#9db8dc", Tertiary = "#cba6e0",
            Info = "#86b9f2", Success = "#79cf95", Warning = "#f0b35c", Error = "#ff9e94",
            Background = "#0e1317", BackgroundGray = "#1b242b", Surface = "#151c22",
            TextPrimary = "#e6ecf1", TextSecondary = "#a6b5c1", TextDisabled = "#8a99a6",
            AppbarBackground = "#0a1114", AppbarText = "#e6f0ef", DrawerBackground = "#151c22", DrawerText = "#e6ecf1",
            ActionDefault = "#a6b5c1", ActionDisabled = "#8a99a6", LinesDefault = "#2a353e", LinesInputs = "#6d7c88", TableLines = "#232d35",
            TableHover = "#1a242b", Divider = "#2a353e",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Family, FontSize = "0.875rem", LineHeight = "1.45", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontSize = "0.875rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontSize = "0.8125rem", LineHeight = "1.45", LetterSpacing = "normal" },
            H6 = new H6Typography { FontSize = "1.0625rem", FontWeight = "650", LetterSpacing = "-0.01em" },
            Button = new ButtonTypography { FontSize = "0.8125rem", FontWeight = "600", TextTransform = "none", LetterSpacing = "normal" },
            Caption = new CaptionTypography { FontSize = "0.75rem", LetterSpacing = "normal" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px", AppbarHeight = "52px", DrawerWidthLeft = "264px" },
    };
}
