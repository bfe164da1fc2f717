namespace AgencyPlatform.Data.Storage;

/// <summary>The folder of an embedded installation, held by one process at a time.</summary>
public sealed class DataDirectory : IDisposable
{
    private readonly FileStream held;

    private DataDirectory(string path, FileStream held)
    {
        Path = path;
        this.held = held;
    }

    public string Path { get; }

    /// <summary>Makes the folder where it is missing and takes its lock.</summary>
    /// <exception cref="InvalidOperationException">Another process holds it.</exception>
    public static DataDirectory Take(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(full);
        try
        {
            var held = new FileStream(System.IO.Path.Combine(full, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new DataDirectory(full, held);
        }
        catch (IOException)
        {
            throw new InvalidOperationException(
                $"Another server is using the data directory {full}. Stop it, or start this one with Data__Directory set to another folder.");
        }
    }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => held.Dispose();
}
