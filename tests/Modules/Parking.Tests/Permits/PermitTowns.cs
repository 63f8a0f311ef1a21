using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Permits;

/// <summary>One town on each database, shared by the tests of applications: each test meets people of its own.</summary>
public sealed class PermitTowns : IAsyncDisposable
{
    private readonly Dictionary<DatabaseKind, PermitTown> towns = [];

    internal async Task<PermitTown> OnAsync(DatabaseKind kind)
    {
        if (!towns.TryGetValue(kind, out var town))
            towns[kind] = town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        return town;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var town in towns.Values)
            await town.DisposeAsync();
    }
}

/// <summary>The tests that share the towns; one after the other, since they share clocks and registers too.</summary>
[CollectionDefinition(Name)]
public sealed class SharedTowns : ICollectionFixture<PermitTowns>
{
    public const string Name = "towns with permits";
}
