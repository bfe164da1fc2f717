namespace AgencyPlatform.ArchitectureTests;

/// <summary>A checked-out repository as files; laws about files take one, so that a planted one can be judged too.</summary>
internal sealed class Repository(string root)
{
    private static readonly string[] Made = ["bin", "obj", "artifacts", "node_modules", "TestResults", "data", ".git"];

    public static Repository Ours { get; } = new(FindRoot());

    public string Root { get; } = root;

    public string Path(string relative) => System.IO.Path.Combine(Root, relative);

    public bool Has(string relative) => File.Exists(Path(relative)) || Directory.Exists(Path(relative));

    public string Text(string relative) => File.ReadAllText(Path(relative));

    /// <summary>Files people wrote below a folder, as paths with forward slashes relative to the root.</summary>
    public IEnumerable<string> Files(string below, params string[] extensions) =>
        !Directory.Exists(Path(below))
            ? []
            : Directory.EnumerateFiles(Path(below), "*", SearchOption.AllDirectories)
                .Select(f => System.IO.Path.GetRelativePath(Root, f).Replace('\\', '/'))
                .Where(f => extensions.Length == 0 || extensions.Contains(System.IO.Path.GetExtension(f)))
                .Where(f => !f.Split('/').SkipLast(1).Any(Made.Contains))
                .Order(StringComparer.Ordinal);

    /// <summary>Names at the top level, without what building and running leaves there.</summary>
    public IEnumerable<string> TopLevel() =>
        Directory.EnumerateFileSystemEntries(Root).Select(e => System.IO.Path.GetFileName(e)!).Where(e => !Made.Contains(e));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "AgencyPlatform.sln"))) { return folder.FullName; }
        }

        throw new InvalidOperationException("The tests run from inside the repository.");
    }
}
