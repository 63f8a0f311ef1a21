using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Figures;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Lists.Figures;

/// <summary>What the public may know at any moment: permits of this week, permits in force, and how long a decision takes.</summary>
internal sealed class LivePermitFigures(IDbContextFactory<ParkingDb> databases, TownRules rules, TownCalendar calendar) : ILiveFigures
{
    /// <summary>Fewer decisions could be told apart, and their median says little.</summary>
    private const int FewestDecisions = 5;

    private const int DaysOfDecisions = 30;

    /// <inheritdoc />
    public async Task<IReadOnlyList<LiveFigure>> ReadAsync(CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var permits = database.Permits.Where(permit => permit.Ags == rules.Ags);
        var issued = await permits.CountAsync(permit => permit.IssuedAt >= TownCalendar.EndOf(monday.AddDays(-1)), cancellationToken);
        var inForce = await permits.CountAsync(permit => permit.State == PermitState.Active && permit.ValidFrom <= today && permit.ValidUntil >= today, cancellationToken);
        LiveFigure[] counts =
        [
            new(new("Parkausweise seit Montag ausgestellt", "Parking permits issued since Monday"), issued),
            new(new("Parkausweise heute gültig", "Parking permits valid today"), inForce),
        ];
        return await MedianAsync(database, TownCalendar.EndOf(today.AddDays(-DaysOfDecisions)), cancellationToken) is { } seconds
            ? [.. counts, new(new("vom Antrag zur Entscheidung, Median der letzten 30 Tage", "from application to decision, median of the last 30 days"), seconds, InSeconds: true)]
            : counts;
    }

    /// <summary>Seconds from application to decision; null when too few were decided.</summary>
    private async Task<long?> MedianAsync(ParkingDb database, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var decided = await database.Decisions
            .Where(decision => decision.Ags == rules.Ags && decision.Purpose == ApplicationPurpose.FirstPermit && decision.DecidedAt >= from)
            .Join(database.Applications, decision => decision.ApplicationId, application => application.Id, (decision, application) => new { application.CreatedAt, decision.DecidedAt })
            .ToListAsync(cancellationToken);
        var seconds = decided.Select(times => (long)(times.DecidedAt - times.CreatedAt).TotalSeconds).Order().ToArray();
        return seconds.Length < FewestDecisions ? null : seconds[seconds.Length / 2];
    }
}
