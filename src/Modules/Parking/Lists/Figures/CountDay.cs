using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Lists.Figures;

/// <summary>Counts what happened on a day. Counting again gives the same, and replaces what was counted before.</summary>
internal sealed class CountDay(IDbContextFactory<ParkingDb> databases, TownRules rules)
{
    /// <summary>Counts and stores.</summary>
    public async Task ExecuteAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var (from, until) = (TownCalendar.EndOf(day.AddDays(-1)), TownCalendar.EndOf(day));
        DailyFigure[] counted =
        [
            .. await PermitsAsync(database, day, cancellationToken),
            .. SpacesOn(day),
            .. await ApplicationsAsync(database, day, from, until, cancellationToken),
            .. await DecisionsAsync(database, day, from, until, cancellationToken),
            .. await FeesAsync(database, day, cancellationToken),
            .. await InspectionsAsync(database, day, from, until, cancellationToken),
        ];
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await database.DailyFigures.Where(figure => figure.Ags == rules.Ags && figure.Day == day).ExecuteDeleteAsync(cancellationToken);
        database.DailyFigures.AddRange(counted);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private DailyFigure Figure(DateOnly day, string name, string part, long value) => new() { Ags = rules.Ags, Day = day, Name = name, Part = part, Value = value };

    private async Task<IEnumerable<DailyFigure>> PermitsAsync(ParkingDb database, DateOnly day, CancellationToken cancellationToken)
    {
        var inForce = await database.Permits
            .Where(permit => permit.Ags == rules.Ags && permit.State == PermitState.Active && permit.ValidFrom <= day && permit.ValidUntil >= day)
            .GroupBy(permit => permit.Zone)
            .Select(zone => new { zone.Key, Count = zone.LongCount() })
            .ToListAsync(cancellationToken);
        return inForce.Select(zone => Figure(day, FigureNames.PermitsInForce, zone.Key, zone.Count));
    }

    private IEnumerable<DailyFigure> SpacesOn(DateOnly day) => rules.On(day).Zones.Zones
        .Where(zone => zone.Spaces.Value is not null)
        .DistinctBy(zone => zone.ZoneId)
        .Select(zone => Figure(day, FigureNames.Spaces, zone.ZoneId, zone.Spaces.Value!.Value));

    private async Task<IEnumerable<DailyFigure>> ApplicationsAsync(ParkingDb database, DateOnly day, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var begun = await database.Applications
            .Where(application => application.Ags == rules.Ags && application.ResidentId != null && application.Origin != ApplicationOrigin.Books && application.CreatedAt >= from && application.CreatedAt < until)
            .GroupBy(application => application.Purpose)
            .Select(purpose => new { purpose.Key, Count = purpose.LongCount() })
            .ToListAsync(cancellationToken);
        return begun.Select(purpose => Figure(day, FigureNames.Applications, purpose.Key.ToString(), purpose.Count));
    }

    private async Task<IEnumerable<DailyFigure>> DecisionsAsync(ParkingDb database, DateOnly day, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var decided = await database.Decisions
            .Where(decision => decision.Ags == rules.Ags && decision.Purpose != ApplicationPurpose.Suspension && decision.Purpose != ApplicationPurpose.TakingUp && decision.DecidedAt >= from && decision.DecidedAt < until)
            .Select(decision => new
            {
                decision.Outcome,
                decision.DecidedBy,
                decision.DecidedAt,
                Begun = database.Applications.Where(application => application.Id == decision.ApplicationId).Select(application => (DateTimeOffset?)application.CreatedAt).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var counts = decided.GroupBy(decision => $"{decision.Outcome}/{(decision.DecidedBy == Actors.Program ? "system" : "staff")}")
            .Select(group => Figure(day, FigureNames.Decisions, group.Key, group.LongCount()));
        var seconds = decided.Where(decision => decision.Begun is not null).Select(decision => (long)(decision.DecidedAt - decision.Begun!.Value).TotalSeconds).Order().ToArray();
        return seconds is [] ? counts : counts.Append(Figure(day, FigureNames.SecondsToDecision, "", seconds[seconds.Length / 2]));
    }

    private async Task<IEnumerable<DailyFigure>> FeesAsync(ParkingDb database, DateOnly day, CancellationToken cancellationToken)
    {
        var assessed = await database.FeeNotices.Where(notice => notice.Ags == rules.Ags && notice.IssuedOn == day)
            .GroupBy(notice => notice.Occasion)
            .Select(occasion => new { occasion.Key, Cents = occasion.Sum(notice => notice.AmountCents) })
            .ToListAsync(cancellationToken);
        return assessed.Select(occasion => Figure(day, FigureNames.FeesAssessed, occasion.Key.ToString(), occasion.Cents));
    }

    private async Task<IEnumerable<DailyFigure>> InspectionsAsync(ParkingDb database, DateOnly day, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var (first, beyond) = (from.ToUnixTimeSeconds() / 3600, until.ToUnixTimeSeconds() / 3600);
        var asked = await database.Database
            .SqlQuery<CountedAnswer>($"SELECT state, CAST(SUM(count) AS bigint) AS count FROM inspection_counts WHERE hour >= {first} AND hour < {beyond} GROUP BY state")
            .ToListAsync(cancellationToken);
        return asked.Select(answer => Figure(day, FigureNames.Inspections, answer.State, answer.Count));
    }

    private sealed record CountedAnswer(string State, long Count);
}
