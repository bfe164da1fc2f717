namespace AgencyPlatform.ArchitectureTests;

/// <summary>A small repository in a temporary folder, for laws about files.</summary>
internal sealed class PlantedFiles : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("planted-");

    public PlantedFiles(params (string Path, string Text)[] files)
    {
        Repository = new Repository(folder.FullName);
        foreach (var (path, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Repository.Path(path))!);
            File.WriteAllText(Repository.Path(path), text);
        }
    }

    public Repository Repository { get; }

    public void Dispose() => folder.Delete(recursive: true);
}
