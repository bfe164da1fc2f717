using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace AgencyPlatform.Server.Identity;

/// <summary>Tells a circuit's <see cref="CurrentTenant"/> who opened it, before any component runs.</summary>
internal sealed class CircuitPrincipal(CurrentTenant current, AuthenticationStateProvider states) : CircuitHandler
{
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        current.Use((await states.GetAuthenticationStateAsync()).User);
        states.AuthenticationStateChanged += async changed => current.Use((await changed).User);
    }
}
