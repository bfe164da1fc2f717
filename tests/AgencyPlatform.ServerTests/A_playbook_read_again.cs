using AgencyPlatform.Data.Playbooks;
using AgencyPlatform.ServerTests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyPlatform.ServerTests;

[Collection(nameof(OneServer))]
public sealed class A_playbook_read_again(SharedServer shared) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("agency-playbook-").FullName;

    [Fact]
    public async Task with_a_fault_is_refused_by_place_and_reason_while_the_running_one_stays()
    {
        var library = shared.Server.Services.GetRequiredService<PlaybookLibrary>();
        var running = library.Shipped.Playbook.ContentHash;
        CopyWithAnUnknownKey();

        var problems = await library.Load(folder, CancellationToken.None);

        Assert.Contains(problems, p => p.File.EndsWith("legal.yaml", StringComparison.Ordinal) && p.Key.Length > 0 && p.Reason.Length > 0);
        Assert.Equal(running, library.Shipped.Playbook.ContentHash);
    }

    private void CopyWithAnUnknownKey()
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "Playbooks", "amazon");
        foreach (var file in Directory.GetFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var text = File.ReadAllText(file);
            File.WriteAllText(target, file.EndsWith("categories/legal.yaml", StringComparison.Ordinal) ? text.Replace("categories:", "categorys:", StringComparison.Ordinal) : text);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
