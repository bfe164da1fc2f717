using System.Security.Cryptography;
using System.Text;
using AgencyPlatform.Domain.Playbooks;

namespace AgencyPlatform.Data.Playbooks;

/// <summary>Tells whether a playbook folder, and the code that reads it, are the same as before.</summary>
internal static class PlaybookFolder
{
    public static string Fingerprint(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var reader in new[] { typeof(PlaybookFolder).Module, typeof(Playbook).Module }) { hash.AppendData(reader.ModuleVersionId.ToByteArray()); }
        foreach (var file in Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
