using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Lists.Figures;

/// <summary>Counts today every quarter of an hour, and every day that was missed since the last count, from the first day on.</summary>
internal sealed class CountDays(IDbContextFactory<ParkingDb> databases, CountDay count, TownRules rules, TownCalendar calendar, TimeProvider time, ILogger<CountDays> log)
    : RoundService(TimeSpan.FromMinutes(15), time, log)
{
    /// <summary>No installation stands still for longer and wants the days between.</summary>
    private const int MostMissedDays = 400;

    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var counted = await database.DailyFigures.Where(figure => figure.Ags == rules.Ags).MaxAsync(figure => (DateOnly?)figure.Day, cancellationToken);
        var first = counted is { } last && last > today.AddDays(-MostMissedDays) ? last : today;
        for (var day = first; day <= today; day = day.AddDays(1))
            await count.ExecuteAsync(day, cancellationToken);
    }
}
