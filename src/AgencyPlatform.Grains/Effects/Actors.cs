using AgencyPlatform.Contracts;
using AgencyPlatform.Domain;

namespace AgencyPlatform.Grains.Effects;

/// <summary>Reads the actor of a message into the domain's words.</summary>
internal static class Actors
{
    public static Actor Actor(this ActorInfo info)
    {
        var kind = Wire.TryRead<ActorKind>(info.Kind, out var known) ? known : ActorKind.Client;
        var role = Wire.TryRead<MemberRole>(info.Role, out var given) ? given : MemberRole.None;

        // History that the system brings for a member is that member's own doing.
        return kind == ActorKind.System && info.OnBehalfOf is { } member
            ? new Actor(ActorKind.Member, member, role)
            : new Actor(kind, info.Id, role, info.OnBehalfOf);
    }
}
