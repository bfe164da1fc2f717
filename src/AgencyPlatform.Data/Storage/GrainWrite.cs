using AgencyPlatform.Grains.Effects;

namespace AgencyPlatform.Data.Storage;

/// <summary>One grain's write: its record and everything that must become true with it.</summary>
/// <param name="Expected">The version the record must have now; 0 where it was never written.</param>
/// <param name="Data">The record as UTF-8 JSON; null clears it.</param>
public sealed record GrainWrite(string Tenant, string Kind, string Id, long Expected, long Version, byte[]? Data, IReadOnlyList<Effect> Effects)
{
    /// <summary>Names the grain inside its tenant, as rows refer to it.</summary>
    public string Grain => $"{Kind}/{Id}";
}

/// <summary>What became of a write.</summary>
public enum WriteOutcome
{
    Committed,

    /// <summary>Another activation wrote in between.</summary>
    VersionConflict,

    /// <summary>The command had been applied before; nothing was written.</summary>
    DuplicateCommand,
}

/// <summary>Hears of writes after their commit; quick and never throwing.</summary>
public interface ICommitListener
{
    void Committed(GrainWrite write);
}
