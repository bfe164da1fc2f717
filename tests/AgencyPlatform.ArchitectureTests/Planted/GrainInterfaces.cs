using Orleans;
using Orleans.Concurrency;

#pragma warning disable CA1068, ORLEANS0113 // an interface that asks for cancellation too early is what is planted
namespace AgencyPlatform.ArchitectureTests.Planted;

internal interface ITenantGrain : IGrainWithStringKey;

[Alias("sound"), GrainInterfaceType("sound")]
internal interface ISoundGrain : ITenantGrain
{
    [Alias("tell")] Task Tell(Sound message, CancellationToken cancellationToken = default);
    [Alias("ask"), ReadOnly] ValueTask<int> Ask(CancellationToken cancellationToken = default);
}

internal interface INamelessGrain : ITenantGrain;

[Alias("one-name"), GrainInterfaceType("another-name")]
internal interface ITwoNamesGrain : ITenantGrain;

[Alias("nobodys"), GrainInterfaceType("nobodys")]
internal interface INobodysGrain : IGrainWithStringKey;

[Alias("careless"), GrainInterfaceType("careless")]
internal interface ICarelessGrain : ITenantGrain
{
    Task Nameless(CancellationToken cancellationToken = default);
    [Alias("CamelCase")] Task CamelCase(CancellationToken cancellationToken = default);
    [Alias("endless")] Task Endless();
    [Alias("impatient")] Task Impatient(CancellationToken cancellationToken, Sound message);
    [Alias("two-messages")] Task TwoMessages(Sound one, Sound other, CancellationToken cancellationToken = default);
    [Alias("spoken")] Task SpokenAsync(CancellationToken cancellationToken = default);
    [Alias("forgetful"), OneWay] Task Forgetful(CancellationToken cancellationToken = default);
    [Alias("interrupted"), AlwaysInterleave] Task Interrupted(CancellationToken cancellationToken = default);
}

/// <summary>Orleans refuses to build a method that answers at once; a stream it would allow.</summary>
[Alias("blocking"), GrainInterfaceType("blocking")]
internal interface IBlockingGrain : ITenantGrain
{
    [Alias("block")] IAsyncEnumerable<int> Block(CancellationToken cancellationToken = default);
}
