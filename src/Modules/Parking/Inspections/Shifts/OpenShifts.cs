using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Inspections.Shifts;

/// <summary>
/// The running shift of each warden, asked with every plate: read from storage and remembered for some seconds, so that a shift that
/// another process began or ended is known here soon.
/// </summary>
internal sealed class OpenShifts(IDbContextFactory<ParkingDb> databases, TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, Seen> seen = new();

    /// <summary>The running shift of a warden; null when there is none.</summary>
    public ValueTask<Shift?> OfAsync(Guid warden, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return seen.TryGetValue(warden, out var known) && (now - known.At).Duration() < Remembered
            ? ValueTask.FromResult(known.Shift is { } shift && shift.IsOpenAt(now) ? shift : null)
            : ReadAsync(warden, now, cancellationToken);
    }

    /// <summary>Makes the next question look into storage.</summary>
    public void Forget(Guid warden) => seen.TryRemove(warden, out _);

    private async ValueTask<Shift?> ReadAsync(Guid warden, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var shift = await database.Shifts.AsNoTracking().SingleOrDefaultAsync(shift => shift.Warden == warden && shift.EndedAt == null && shift.EndsAt > now, cancellationToken);
        seen[warden] = new Seen(shift, now);
        return shift;
    }

    private sealed record Seen(Shift? Shift, DateTimeOffset At);
}
