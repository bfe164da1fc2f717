using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace AgencyPlatform.Server.Secrets;

/// <summary>
/// Encrypts what must not be read from a stolen disk (AES-256-GCM). Each tenant has a key of its own, derived from the
/// installation's; each sealed thing has one derived from that and from what it is about, so that no key is used often enough
/// for random nonces to meet, and a ciphertext put in another's place does not open.
/// </summary>
public sealed class SecretBox
{
    public const int KeyLength = 32;

    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Overhead = 1 + NonceLength + TagLength;

    private readonly byte[] key;
    private readonly ConcurrentDictionary<string, byte[]> tenants = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">The key is not 32 bytes long.</exception>
    public SecretBox(byte[] key) => this.key = key.Length == KeyLength ? key : throw new ArgumentException("A key has 32 bytes.", nameof(key));

    /// <param name="about">What the secret belongs to; opening needs the same.</param>
    public byte[] Seal(string tenant, string about, ReadOnlySpan<byte> plain)
    {
        var box = new byte[plain.Length + Overhead];
        box[0] = Version;
        var nonce = box.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = Cipher(tenant, about);
        cipher.Encrypt(nonce, plain, box.AsSpan(1 + NonceLength, plain.Length), box.AsSpan(^TagLength), Encoding.UTF8.GetBytes(about));
        return box;
    }

    /// <exception cref="CryptographicException">Sealed with another key, for another tenant or thing, or changed since.</exception>
    public byte[] Open(string tenant, string about, ReadOnlySpan<byte> box)
    {
        if (box.Length < Overhead || box[0] != Version) { throw new CryptographicException("This is nothing that was sealed here."); }
        var plain = new byte[box.Length - Overhead];
        using var cipher = Cipher(tenant, about);
        cipher.Decrypt(box.Slice(1, NonceLength), box.Slice(1 + NonceLength, plain.Length), box[^TagLength..], plain, Encoding.UTF8.GetBytes(about));
        return plain;
    }

    /// <summary>Bytes that only this installation can make and makes again for the same question: ids and secrets of repeatable requests.</summary>
    public byte[] Derive(string tenant, string about, int length) => HKDF.DeriveKey(HashAlgorithmName.SHA256, KeyOf(tenant), length, info: Encoding.UTF8.GetBytes($"derived\n{about}"));

    private AesGcm Cipher(string tenant, string about)
    {
        Span<byte> own = stackalloc byte[KeyLength];
        HKDF.Expand(HashAlgorithmName.SHA256, KeyOf(tenant), own, Encoding.UTF8.GetBytes($"sealed\n{about}"));
        return new AesGcm(own, TagLength);
    }

    private byte[] KeyOf(string tenant) =>
        tenants.GetOrAdd(tenant, t => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyLength, info: Encoding.UTF8.GetBytes($"agency-platform\n{t}")));
}
