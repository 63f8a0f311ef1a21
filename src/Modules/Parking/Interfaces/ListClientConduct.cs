using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Interfaces;

/// <summary>How a client asked within the last 30 days.</summary>
/// <param name="Client">Who, and what for.</param>
/// <param name="Yes">Answers "yes".</param>
/// <param name="No">Answers "no".</param>
/// <param name="Unknown">Answers "unknown".</param>
/// <param name="Pause">The pause that goes on, or the last one; null when there was none.</param>
internal sealed record ConductOfClient(KnownClient Client, long Yes, long No, long Unknown, PauseOfClient? Pause);

/// <summary>What clerks see of the programs of others: numbers, never a plate.</summary>
internal sealed class ListClientConduct(ClientDirectory directory, IDbContextFactory<ParkingDb> databases, TimeProvider time)
{
    private const int Days = 30;

    /// <summary>Every client that may ask about parking, by name.</summary>
    public async Task<IReadOnlyList<ConductOfClient>> ExecuteAsync(CancellationToken cancellationToken)
    {
        var from = time.GetUtcNow().AddDays(-Days).ToUnixTimeSeconds() / 3600;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var counts = await database.ClientCounts.AsNoTracking().Where(count => count.Hour >= from)
            .GroupBy(count => new { count.Client, count.State })
            .Select(group => new { group.Key.Client, group.Key.State, Count = group.Sum(count => (long)count.Count) })
            .ToListAsync(cancellationToken);
        var pauses = await database.ClientPauses.AsNoTracking().OrderBy(pause => pause.Until).ToListAsync(cancellationToken);
        var lastPause = pauses.GroupBy(pause => pause.ClientId).ToDictionary(group => group.Key, group => group.Last());
        var sums = counts.ToDictionary(count => (count.Client, count.State), count => count.Count);

        var clients = (await directory.ListAsync(cancellationToken)).Where(client => InterfaceScopes.All.Any(scope => client.Scopes.Contains(scope.Name)));
        return [.. clients.Select(client => new ConductOfClient(
            client, sums.GetValueOrDefault((client.Id, RightState.Yes)), sums.GetValueOrDefault((client.Id, RightState.No)), sums.GetValueOrDefault((client.Id, RightState.Unknown)),
            lastPause.GetValueOrDefault(client.Id)))];
    }
}
