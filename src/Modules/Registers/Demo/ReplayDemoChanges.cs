using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Modellstadt.Registers;

/// <summary>At start the demo town goes through everything that has happened to its people.</summary>
internal sealed class ReplayDemoChanges(IDbContextFactory<RegistersDb> databases, Lazy<DemoTown> demo) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var change in await database.DemoChanges.AsNoTracking().OrderBy(stored => stored.Number).Select(stored => stored.Change).ToListAsync(cancellationToken))
            demo.Value.Happen(JsonSerializer.Deserialize<DemoChange>(change, JsonSerializerOptions.Web)!);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
