using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>One town for the tests of a class that leave nothing behind; each takes a subject of its own.</summary>
public sealed class SharedTown : IAsyncLifetime
{
    internal IssuingTown Town { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));

    public ValueTask DisposeAsync() => Town.DisposeAsync();
}
