using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Inspections.Limits;

/// <summary>What the office sees of a warden's day: numbers.</summary>
/// <param name="Day">The day on the town's clocks.</param>
/// <param name="Warden">Account of the warden.</param>
/// <param name="Counts">How often which answer or refusal was given.</param>
/// <param name="Purposes">What the shifts that began on this day were for.</param>
internal sealed record WardenDay(DateOnly Day, Guid Warden, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<Shifts.ShiftPurpose> Purposes)
{
    /// <summary>How often this was counted.</summary>
    public int Of(string state) => Counts.GetValueOrDefault(state);
}

/// <summary>Reads what wardens asked in the last days, as numbers by day.</summary>
internal sealed class ReadWardenCounts(IDbContextFactory<ParkingDb> databases, TownRules rules, TimeProvider time)
{
    private const int Days = 14;

    /// <summary>The last two weeks, newest day first.</summary>
    public async Task<IReadOnlyList<WardenDay>> ReadAsync(CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow().AddDays(-Days);
        var firstHour = since.ToUnixTimeSeconds() / 3600;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var counts = await database.Database.SqlQuery<CountRow>(
            $"SELECT warden AS \"Warden\", hour AS \"Hour\", state AS \"State\", count AS \"Count\" FROM inspection_counts WHERE hour >= {firstHour}").ToListAsync(cancellationToken);
        var shifts = await database.Shifts.AsNoTracking().Where(shift => shift.Ags == rules.Ags && shift.StartedAt >= since).ToListAsync(cancellationToken);
        var purposes = shifts.ToLookup(shift => (DayOf(shift.StartedAt), shift.Warden), shift => shift.Purpose);
        return
        [
            .. from row in counts
               group row by (Day: DayOf(DateTimeOffset.FromUnixTimeSeconds(row.Hour * 3600)), Warden: Guid.Parse(row.Warden)) into day
               orderby day.Key.Day descending, day.Key.Warden
               select new WardenDay(
                   day.Key.Day, day.Key.Warden, day.GroupBy(row => row.State).ToDictionary(state => state.Key, state => state.Sum(row => row.Count)), [.. purposes[day.Key].Distinct()]),
        ];
    }

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TownCalendar.OnTownClocks(at).DateTime);

    private sealed record CountRow(string Warden, long Hour, string State, int Count);
}
