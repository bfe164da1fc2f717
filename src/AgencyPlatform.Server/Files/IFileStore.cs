namespace AgencyPlatform.Server.Files;

/// <summary>A stored file: its name is the SHA-256 of its content.</summary>
public sealed record StoredFile(string Sha256, long Length);

/// <summary>Notices and evidence by their content. A file is on disk before it is acknowledged.</summary>
public interface IFileStore
{
    /// <returns>Null where the content is longer than the limit.</returns>
    Task<StoredFile?> Save(string tenant, Stream content, long limit, CancellationToken cancellationToken);

    /// <returns>Null where the tenant keeps no such content.</returns>
    Stream? Open(string tenant, string sha256);
}
