using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Privacy;

/// <summary>How often a warden asked, by hour, and in which shifts: says something about the warden's work, so it goes once nobody looks for misuse any more.</summary>
internal sealed class CountedInspections(IDbContextFactory<ParkingDb> databases, AuditTrail trail) : RetainedRecords<ParkingDb>(databases, trail)
{
    /// <inheritdoc />
    public override RetentionRule Rule { get; } = new(
        "inspection-counts",
        new("Zahl der Abfragen je Verkehrsüberwachungskraft und Stunde", "How often each warden asked, by hour"),
        new("um Missbrauch zu erkennen", "to notice misuse"),
        new("der Abfrage", "the question"),
        90);

    /// <inheritdoc />
    protected override async Task<int> DeleteAsync(ParkingDb database, DateTimeOffset limit, CancellationToken cancellationToken)
    {
        var hour = limit.ToUnixTimeSeconds() / 3600;
        var shifts = await database.Shifts.Where(shift => shift.StartedAt < limit && shift.EndsAt < limit).ExecuteDeleteAsync(cancellationToken);
        return shifts + await database.Database.ExecuteSqlAsync($"DELETE FROM inspection_counts WHERE hour < {hour}", cancellationToken);
    }
}
