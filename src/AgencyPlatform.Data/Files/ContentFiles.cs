using System.Buffers;
using System.Security.Cryptography;

namespace AgencyPlatform.Data.Files;

/// <summary>A stored file: its name is its content.</summary>
public sealed record KeptFile(string Sha256, long Length);

/// <summary>Files by the SHA-256 of their content, in a folder of each tenant's own. A file is on disk before it is acknowledged.</summary>
public sealed class ContentFiles(string folder)
{
    /// <exception cref="InvalidDataException">The content is longer than <paramref name="limit"/>.</exception>
    public async Task<KeptFile> Save(string tenant, Stream content, long limit, CancellationToken cancellationToken)
    {
        var home = Directory.CreateDirectory(Path.Combine(folder, tenant)).FullName;
        var draft = Path.Combine(home, $".{Guid.NewGuid():n}");
        try
        {
            var kept = await Write(draft, content, limit, cancellationToken);
            var path = PathOf(tenant, kept.Sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (File.Exists(path)) { File.Delete(draft); } else { File.Move(draft, path, overwrite: true); }
            return kept;
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    /// <returns>Null where the tenant keeps no such content.</returns>
    public Stream? Open(string tenant, string sha256)
    {
        if (sha256.Length != 64 || sha256.Any(c => !char.IsAsciiHexDigitLower(c) && !char.IsAsciiDigit(c))) { return null; }
        var path = PathOf(tenant, sha256);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read) : null;
    }

    private string PathOf(string tenant, string sha256) => Path.Combine(folder, tenant, sha256[..2], sha256);

    private static async Task<KeptFile> Write(string draft, Stream content, long limit, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(64 << 10);
        try
        {
            await using var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
            var length = 0L;
            while (await content.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                length += read;
                if (length > limit) { throw new InvalidDataException("The content is longer than allowed."); }
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            file.Flush(flushToDisk: true);
            return new KeptFile(Convert.ToHexStringLower(hash.GetHashAndReset()), length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
