using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AgencyPlatform.Domain.Webhooks;

/// <summary>What the signature headers of a request are worth.</summary>
public enum WebhookVerdict
{
    Valid,

    /// <summary>One of the three headers is not there, empty, or (said as null by the caller) there more than once.</summary>
    HeaderMissing,

    /// <summary>The id has other characters than the standard's. A dot would let one signature stand for two messages.</summary>
    IdInvalid,

    /// <summary>Not a whole number of seconds in its one canonical form.</summary>
    TimestampInvalid,

    /// <summary>Signed more than five minutes ago, or for more than five minutes ahead.</summary>
    TimestampOutside,

    SignatureWrong,
}

/// <summary>
/// Signatures of Standard Webhooks 1.0.0: HMAC-SHA256 over <c>id.timestamp.body</c>. Works on the bytes that came, because a
/// body that was parsed and written again, or is no UTF-8, has another signature. The reference library takes a string and
/// throws on an entry without a comma; this one skips such an entry and looks at the next.
/// </summary>
public static class WebhookSignature
{
    /// <summary>How far a timestamp may lie from the clock, in seconds, both ways, both ends included.</summary>
    public const int ToleranceSeconds = 300;

    private const int MostEntries = 8;
    private const int MostIdLength = 256;
    private const int MacBytes = HMACSHA256.HashSizeInBytes;
    private const int MacLetters = 44;
    private const int OnStack = 2048;
    private const string Scheme = "v1,";

    private static readonly SearchValues<char> IdLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <param name="keys">Every key that is valid now: one, or two while the secret is being changed.</param>
    /// <param name="id">The one value of <c>webhook-id</c>; null where it is missing or came twice. So for the next two.</param>
    /// <param name="signatures">Entries parted by blanks; the first eight <c>v1,</c> entries count, all others are skipped.</param>
    public static WebhookVerdict Verify(
        IReadOnlyList<byte[]> keys, string? id, string? timestamp, string? signatures, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(id) || string.IsNullOrEmpty(timestamp) || string.IsNullOrEmpty(signatures)) { return WebhookVerdict.HeaderMissing; }
        if (!IsId(id)) { return WebhookVerdict.IdInvalid; }
        if (!TryReadSeconds(timestamp, out var seconds)) { return WebhookVerdict.TimestampInvalid; }
        if (now.ToUnixTimeSeconds() - seconds is > ToleranceSeconds or < -ToleranceSeconds) { return WebhookVerdict.TimestampOutside; }

        Span<byte> given = stackalloc byte[MostEntries * MacBytes];
        var entries = ReadEntries(signatures, given);
        return entries > 0 && IsSignedByAny(keys, id, timestamp, body, given[..(entries * MacBytes)]) ? WebhookVerdict.Valid : WebhookVerdict.SignatureWrong;
    }

    /// <summary>The entry <c>v1,…</c> that a sender with this key puts into <c>webhook-signature</c>.</summary>
    public static string Sign(byte[] key, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        Span<byte> mac = stackalloc byte[MacBytes];
        var signed = Signed.Of(id, timestamp.ToString(CultureInfo.InvariantCulture), body, stackalloc byte[OnStack]);
        HMACSHA256.HashData(key, signed.Bytes, mac);
        signed.Return();
        return Scheme + Convert.ToBase64String(mac);
    }

    public static bool IsId(string id) => id.Length is > 0 and <= MostIdLength && !id.AsSpan().ContainsAnyExcept(IdLetters);

    private static bool TryReadSeconds(string text, out long seconds) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds)
        && (text.Length == 1 || text[0] != '0')
        && text.Length <= 11;

    private static int ReadEntries(string signatures, Span<byte> macs)
    {
        var (seen, read) = (0, 0);
        foreach (var range in signatures.AsSpan().Split(' '))
        {
            var entry = signatures.AsSpan(range);
            if (!entry.StartsWith(Scheme, StringComparison.Ordinal)) { continue; }
            if (++seen > MostEntries) { break; }

            var letters = entry[Scheme.Length..];
            if (letters.Length == MacLetters && Convert.TryFromBase64Chars(letters, macs[(read * MacBytes)..], out var length) && length == MacBytes) { read++; }
        }

        return read;
    }

    /// <summary>Tries every entry against every key, however early one fits: what differs must not show in the time it takes.</summary>
    private static bool IsSignedByAny(IReadOnlyList<byte[]> keys, string id, string timestamp, ReadOnlySpan<byte> body, ReadOnlySpan<byte> given)
    {
        var isValid = false;
        Span<byte> mac = stackalloc byte[MacBytes];
        var signed = Signed.Of(id, timestamp, body, stackalloc byte[OnStack]);
        for (var k = 0; k < keys.Count; k++)
        {
            HMACSHA256.HashData(keys[k], signed.Bytes, mac);
            for (var at = 0; at < given.Length; at += MacBytes) { isValid |= CryptographicOperations.FixedTimeEquals(mac, given.Slice(at, MacBytes)); }
        }

        signed.Return();
        return isValid;
    }

    /// <summary>The bytes a signature covers, put together once for all keys; a large body borrows its buffer.</summary>
    private readonly ref struct Signed
    {
        private readonly byte[]? borrowed;

        private Signed(ReadOnlySpan<byte> bytes, byte[]? borrowed)
        {
            Bytes = bytes;
            this.borrowed = borrowed;
        }

        public ReadOnlySpan<byte> Bytes { get; }

        public static Signed Of(string id, string timestamp, ReadOnlySpan<byte> body, Span<byte> room)
        {
            var length = id.Length + timestamp.Length + 2 + body.Length;
            var borrowed = length > room.Length ? ArrayPool<byte>.Shared.Rent(length) : null;
            var bytes = borrowed is null ? room : borrowed;
            var at = Encoding.ASCII.GetBytes(id, bytes);
            bytes[at++] = (byte)'.';
            at += Encoding.ASCII.GetBytes(timestamp, bytes[at..]);
            bytes[at++] = (byte)'.';
            body.CopyTo(bytes[at..]);
            return new Signed(bytes[..(at + body.Length)], borrowed);
        }

        public void Return()
        {
            if (borrowed is not null) { ArrayPool<byte>.Shared.Return(borrowed); }
        }
    }
}
