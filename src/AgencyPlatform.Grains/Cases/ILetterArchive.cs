namespace AgencyPlatform.Grains.Cases;

/// <summary>Reads letters and replies that were kept with a case.</summary>
public interface ILetterArchive
{
    /// <returns>Texts by hash; a hash that is not kept is missing.</returns>
    Task<IReadOnlyDictionary<string, string>> Read(string tenant, IReadOnlyCollection<string> hashes, CancellationToken cancellationToken);
}
