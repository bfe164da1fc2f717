namespace AgencyPlatform.Domain.Webhooks;

/// <summary>
/// The key that one webhook endpoint shares with its sender, in the text form of Standard Webhooks: <c>whsec_</c> and the key
/// in base64. Printing one shows no key, so that a log cannot leak it; <see cref="Text"/> is shown to its owner once.
/// </summary>
public sealed class WebhookSecret
{
    /// <summary>Length of a key in bytes; the standard asks for 192 to 512 bits.</summary>
    public const int LeastBytes = 24, MostBytes = 64;

    private const string Prefix = "whsec_";
    private readonly byte[] key;

    private WebhookSecret(byte[] key) => this.key = key;

    public string Text => Prefix + Convert.ToBase64String(key);

    /// <param name="randomness">24 to 64 bytes that nobody can guess; the edge draws them.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer or more bytes.</exception>
    public static WebhookSecret Make(ReadOnlySpan<byte> randomness) =>
        randomness.Length is >= LeastBytes and <= MostBytes
            ? new WebhookSecret(randomness.ToArray())
            : throw new ArgumentOutOfRangeException(nameof(randomness), randomness.Length, "A webhook key has 24 to 64 bytes.");

    /// <returns>Null where the text is no secret: another prefix, no canonical base64, a key too short or too long.</returns>
    public static WebhookSecret? Parse(string? text)
    {
        Span<byte> key = stackalloc byte[MostBytes];
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal)
            || !Convert.TryFromBase64Chars(text.AsSpan(Prefix.Length), key, out var length) || length < LeastBytes)
        {
            return null;
        }

        // One key has one text: blanks inside and idle last bits, which the decoder lets pass, make another one.
        var secret = new WebhookSecret(key[..length].ToArray());
        return string.Equals(secret.Text, text, StringComparison.Ordinal) ? secret : null;
    }

    /// <summary>A copy of the key, as <see cref="WebhookSignature"/> takes it.</summary>
    public byte[] Key() => [.. key];

    public override string ToString() => Prefix + "…";
}
