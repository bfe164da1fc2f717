using AgencyPlatform.Contracts;
using AgencyPlatform.Domain;

namespace AgencyPlatform.Grains.Effects;

/// <summary>Reads the actor of a message into the domain's words.</summary>
internal static class Actors
{
    public static Actor Actor(this ActorInfo info) =>
        new(
            Wire.TryRead<ActorKind>(info.Kind, out var kind) ? kind : ActorKind.Client,
            info.Id,
            Wire.TryRead<MemberRole>(info.Role, out var role) ? role : MemberRole.None,
            info.OnBehalfOf);
}
