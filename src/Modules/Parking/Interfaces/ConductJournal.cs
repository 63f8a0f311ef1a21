using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Interfaces;

/// <summary>Stores pauses, and that they ended.</summary>
internal sealed class ConductJournal(IDbContextFactory<ParkingDb> databases, AuditTrail audit, RandomSource random, TimeProvider time)
{
    /// <summary>Begins a pause: so many plates were asked about within the hour, and so many of them the town does not know.</summary>
    public async Task PauseAsync(Guid client, int asked, int unknown, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        database.ClientPauses.Add(new PauseOfClient { Id = random.NewId(), ClientId = client, Since = now, Until = now + GuessingRule.Pause, Asked = asked, Unknown = unknown });
        audit.Add(database, Actors.Program, "client-paused", Subject(client), $"{unknown} of {asked}");
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A clerk ends every pause of a client that goes on.</summary>
    public async Task EndPausesAsync(Guid client, Guid clerk, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var running = await database.ClientPauses.Where(pause => pause.ClientId == client && pause.Until > now).ToListAsync(cancellationToken);
        running.ForEach(pause => pause.Until = now);
        if (running.Count > 0)
            audit.Add(database, Actors.Staff(clerk), "client-pause-ended", Subject(client));
        await database.SaveChangesAsync(cancellationToken);
    }

    private static string Subject(Guid client) => $"client/{client}";
}
