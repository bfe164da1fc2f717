using System.Security.Cryptography;

namespace AgencyPlatform.Domain.Webhooks;

/// <summary>
/// The second way to prove oneself, for senders that cannot sign: Amazon EventBridge sends a fixed <c>x-api-key</c>, which
/// holds the endpoint's secret text. It proves the sender only, not the body; so only endpoints of kind <c>sp-api</c> take it.
/// </summary>
public static class WebhookApiKey
{
    /// <param name="keys">Every key that is valid now.</param>
    /// <param name="presented">The one value of the header; null where it is missing or came twice.</param>
    public static bool Verify(IReadOnlyList<byte[]> keys, string? presented)
    {
        if (WebhookSecret.Parse(presented)?.Key() is not { } given) { return false; }

        var isValid = false;
        for (var k = 0; k < keys.Count; k++) { isValid |= CryptographicOperations.FixedTimeEquals(keys[k], given); }
        return isValid;
    }
}
