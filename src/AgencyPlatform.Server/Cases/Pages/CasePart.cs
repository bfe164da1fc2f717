using Microsoft.AspNetCore.Components;

namespace AgencyPlatform.Server.Cases.Pages;

/// <summary>A part of the case page; shows itself anew whenever the case was read or changed.</summary>
public abstract class CasePart : ComponentBase, IDisposable
{
    [CascadingParameter] public CaseScreen Screen { get; set; } = default!;

    protected override void OnInitialized() => Screen.Changed += Refresh;

    private void Refresh() => InvokeAsync(StateHasChanged);

    /// <summary>Stops following the case.</summary>
    public virtual void Dispose()
    {
        Screen.Changed -= Refresh;
        GC.SuppressFinalize(this);
    }
}
