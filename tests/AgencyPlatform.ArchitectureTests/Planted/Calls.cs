using System.Security.Claims;
using AgencyPlatform.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Orleans;

namespace AgencyPlatform.ArchitectureTests.Planted
{
    internal sealed class TenantGrains(IGrainFactory grains)
    {
        public ISoundGrain Sound(string key) => grains.GetGrain<ISoundGrain>(key);
    }

    internal interface ISellerAccountGrain : ITenantGrain;

    internal sealed class CaseGrain(IGrainFactory grains)
    {
        public ISellerAccountGrain Account(string key) => grains.GetGrain<ISellerAccountGrain>(key);
    }

    internal sealed class Stranger(IClusterClient cluster)
    {
        public IEnumerable<ISoundGrain> Sounds(IEnumerable<string> keys) => keys.Select(key => cluster.GetGrain<ISoundGrain>(key));
    }

    internal sealed class CurrentTenant(ClaimsPrincipal user)
    {
        public string? Id => user.FindFirst("tenant")?.Value;
    }

    internal sealed class Curious
    {
        public static async Task<string?> Tenant(ClaimsPrincipal user)
        {
            await Task.Yield();
            return user.FindFirstValue("tenant");
        }
    }

    [AllowAnonymous]
    internal sealed class OpenPage;

    internal sealed class OpenRoute
    {
        public static void Map(IEndpointConventionBuilder route) => route.AllowAnonymous();
    }

    internal sealed class TrustsEverybody
    {
        public static HttpClientHandler Handler() =>
            new() { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
    }

    internal sealed class PutsMarkup
    {
        public static MarkupString Of(string text) => new(text);
    }

    internal sealed class LooksAtTheClock
    {
        public static DateTimeOffset Now() => DateTimeOffset.UtcNow;

        public static Guid Id() => Guid.CreateVersion7();
    }

    internal sealed class ReachesAcross
    {
        public static bool Is(object other)
        {
            Func<object, bool> refusal = o => o is Refusal;
            return refusal(other);
        }
    }

    internal sealed class CaseHelper;
}

namespace AgencyPlatform.ArchitectureTests.Planted.Hosting
{
    internal sealed class MayReachAcross
    {
        public static bool Is(object other) => other is Refusal;
    }
}
