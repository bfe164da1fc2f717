using System.Runtime.InteropServices;
using AgencyPlatform.Data.Playbooks;

namespace AgencyPlatform.Server.Hosting;

/// <summary>
/// Reads the playbook folder again on SIGHUP, so that data can be mended without a restart. A faulty folder is logged with file,
/// line, key and reason, and the running playbook stays.
/// </summary>
internal sealed class PlaybookReload(PlaybookLibrary library, IHostApplicationLifetime lifetime) : IHostedService, IDisposable
{
    private PosixSignalRegistration? hangUp;

    /// <summary>Where the shipped playbook lies.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Playbooks", "amazon");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            library.Load(Folder, lifetime.ApplicationStopping).GetAwaiter().GetResult();
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => hangUp?.Dispose();
}
