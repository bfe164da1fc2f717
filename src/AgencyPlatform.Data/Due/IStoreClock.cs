namespace AgencyPlatform.Data.Due;

/// <summary>The clock that decides what is due: the store's own, so that no silo's clock makes anything due.</summary>
public interface IStoreClock
{
    DateTimeOffset Now();
}

/// <summary>The embedded store has no clock but that of its process.</summary>
public sealed class ProcessClock(TimeProvider time) : IStoreClock
{
    public DateTimeOffset Now() => time.GetUtcNow();
}
