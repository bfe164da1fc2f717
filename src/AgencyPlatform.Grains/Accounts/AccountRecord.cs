using AgencyPlatform.Domain.Accounts;
using AgencyPlatform.Grains.Effects;

namespace AgencyPlatform.Grains.Accounts;

/// <summary>The stored record of one seller account.</summary>
public sealed record AccountRecord : Journaled<SellerAccount>;
