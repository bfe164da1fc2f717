using System.IO.Hashing;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace AgencyPlatform.Server.Identity;

/// <summary>
/// How a key is written: <c>apk_live_</c>, 32 random bytes and a CRC-32 of all before it, both in base 62. The checksum tells a
/// mistyped key, and a leaked one to scanners, without asking anybody; it protects nothing.
/// </summary>
internal static class ApiKeyText
{
    public const int PrefixLength = 13;

    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Mark = "apk_live_";
    private const int BodyLength = 43;
    private const int SumLength = 6;

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create(Alphabet);

    public static string New() => Of(RandomNumberGenerator.GetBytes(32));

    public static string Of(ReadOnlySpan<byte> secret)
    {
        var head = Mark + Base62(secret, BodyLength);
        return head + Sum(head);
    }

    public static bool IsWellFormed(string key)
    {
        if (key.Length != Mark.Length + BodyLength + SumLength || !(key.StartsWith(Mark, StringComparison.Ordinal) || key.StartsWith("apk_test_", StringComparison.Ordinal))) { return false; }
        return key.AsSpan(Mark.Length).IndexOfAnyExcept(Letters) < 0 && Sum(key[..^SumLength]) == key[^SumLength..];
    }

    /// <summary>What is stored instead of the key. A fast hash is right here: the key holds 256 random bits.</summary>
    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)));

    private static string Sum(string head)
    {
        Span<byte> sum = stackalloc byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(sum, Crc32.HashToUInt32(Encoding.ASCII.GetBytes(head)));
        return Base62(sum, SumLength);
    }

    private static string Base62(ReadOnlySpan<byte> bytes, int length)
    {
        var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        var digits = new char[length];
        for (var at = length - 1; at >= 0; at--)
        {
            number = BigInteger.DivRem(number, 62, out var digit);
            digits[at] = Alphabet[(int)digit];
        }

        return new string(digits);
    }
}
