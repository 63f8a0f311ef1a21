using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Interfaces;

/// <summary>How often programs of others asked, by hour, and when they were paused.</summary>
internal sealed class CountedQuestions(IDbContextFactory<ParkingDb> databases, AuditTrail trail) : RetainedRecords<ParkingDb>(databases, trail)
{
    /// <inheritdoc />
    public override RetentionRule Rule { get; } = new(
        "client-counts",
        new("Zahl der Abfragen je Programm und Stunde, und Pausen", "How often each program asked, by hour, and pauses"),
        new("um zu bemerken, dass jemand Kennzeichen errät", "to notice that somebody guesses plates"),
        new("der Abfrage", "the question"),
        90);

    /// <inheritdoc />
    protected override async Task<int> DeleteAsync(ParkingDb database, DateTimeOffset limit, CancellationToken cancellationToken)
    {
        var hour = limit.ToUnixTimeSeconds() / 3600;
        var pauses = await database.ClientPauses.Where(pause => pause.Until < limit).ExecuteDeleteAsync(cancellationToken);
        return pauses + await database.Database.ExecuteSqlAsync($"DELETE FROM client_counts WHERE hour < {hour}", cancellationToken);
    }
}
