using AgencyPlatform.Domain.Cases;
using AgencyPlatform.Grains.Effects;

namespace AgencyPlatform.Grains.Cases;

/// <summary>The stored record of one case.</summary>
public sealed record CaseRecord : Journaled<SellerCase>;
