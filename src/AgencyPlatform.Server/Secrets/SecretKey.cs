using System.Security.Cryptography;

namespace AgencyPlatform.Server.Secrets;

/// <summary>
/// The installation's key: <c>Secrets__Key</c> (base64 of 32 bytes), or a file of its own that the first start makes. A key that
/// does not open what is stored stops the start: going on would lose every secret silently.
/// </summary>
internal static class SecretKey
{
    public const string Setting = "Secrets:Key";

    /// <param name="file">Where the embedded default keeps its key.</param>
    /// <param name="sample">Something sealed earlier, to try the key on; null where nothing is sealed yet.</param>
    /// <exception cref="InvalidOperationException">The key is malformed, missing or another one; the message says what to do.</exception>
    public static SecretBox Open(string? configured, string file, (string Tenant, string About, byte[] Box)? sample)
    {
        var source = string.IsNullOrWhiteSpace(configured) ? file : "Secrets__Key";
        var box = new SecretBox(string.IsNullOrWhiteSpace(configured) ? FromFile(file, mayMake: sample is null) : Read(configured, source));
        if (sample is not { } kept) { return box; }
        try
        {
            box.Open(kept.Tenant, kept.About, kept.Box);
            return box;
        }
        catch (CryptographicException)
        {
            throw new InvalidOperationException(
                $"The key from {source} does not open the secrets stored in this installation. Start with the key they were stored with (Secrets__Key, or the file secrets.key of its data directory).");
        }
    }

    private static byte[] FromFile(string file, bool mayMake)
    {
        if (File.Exists(file)) { return Read(File.ReadAllText(file), file); }
        if (!mayMake)
        {
            throw new InvalidOperationException($"Secrets are stored, but their key is missing: restore {file}, or set Secrets__Key to the key they were stored with.");
        }

        var key = RandomNumberGenerator.GetBytes(SecretBox.KeyLength);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) { options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; }
        using var stream = new FileStream(file, options);
        using var text = new StreamWriter(stream);
        text.WriteLine(Convert.ToBase64String(key));
        text.Flush();
        stream.Flush(flushToDisk: true);
        return key;
    }

    private static byte[] Read(string text, string source)
    {
        var key = new byte[SecretBox.KeyLength + 1];
        return Convert.TryFromBase64String(text.Trim(), key, out var length) && length == SecretBox.KeyLength
            ? key[..length]
            : throw new InvalidOperationException($"{source} must hold the base64 of exactly 32 bytes, as `openssl rand -base64 32` prints it.");
    }
}
