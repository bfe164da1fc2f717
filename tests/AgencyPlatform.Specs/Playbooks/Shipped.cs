using AgencyPlatform.Data.Playbooks;
using AgencyPlatform.Domain.Playbooks;
using AgencyPlatform.Domain.Triage;

namespace AgencyPlatform.Specs.Playbooks;

/// <summary>The playbook as it stands in the source tree, read once.</summary>
internal static class Shipped
{
    public static string Root { get; } = FindRoot();

    public static string Folder { get; } = Path.Combine(Root, "src", "AgencyPlatform.Server", "Playbooks", "amazon");

    public static PlaybookLoad Load { get; } = PlaybookFiles.Load(Folder);

    public static Playbook Playbook => Load.Playbook ?? throw new InvalidOperationException(string.Join('\n', Load.Problems));

    public static NoticeTriage Triage { get; } = new(Playbook);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AgencyPlatform.sln"))) { return folder.FullName; }
        }

        throw new DirectoryNotFoundException("The source tree is not above the test binaries.");
    }
}
