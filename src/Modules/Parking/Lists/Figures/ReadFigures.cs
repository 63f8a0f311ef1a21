using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Lists.Figures;

/// <summary>Reads the figures of the last days.</summary>
internal sealed class ReadFigures(IDbContextFactory<ParkingDb> databases, TownRules rules, CountDay count, TownCalendar calendar)
{
    /// <summary>How many days the page shows.</summary>
    public const int Days = 90;

    /// <summary>The figures of the last days, today's counted just now.</summary>
    public async Task<FigureSheet> ExecuteAsync(CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        await count.ExecuteAsync(today, cancellationToken);
        var first = today.AddDays(1 - Days);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var figures = await database.DailyFigures.AsNoTracking().Where(figure => figure.Ags == rules.Ags && figure.Day >= first)
            .OrderBy(figure => figure.Day).ThenBy(figure => figure.Name).ThenBy(figure => figure.Part)
            .ToListAsync(cancellationToken);
        return new FigureSheet(today, figures);
    }
}

/// <summary>Figures of some days.</summary>
/// <param name="Today">The last day.</param>
/// <param name="Figures">By day, name and part.</param>
internal sealed record FigureSheet(DateOnly Today, IReadOnlyList<DailyFigure> Figures)
{
    /// <summary>The parts of a figure today, by part.</summary>
    public IReadOnlyList<DailyFigure> TodayOf(string name) => [.. Figures.Where(figure => figure.Day == Today && figure.Name == name)];

    /// <summary>A figure of each day that has one, all parts together.</summary>
    public IReadOnlyList<(DateOnly Day, long Value)> ByDay(string name) =>
        [.. Figures.Where(figure => figure.Name == name).GroupBy(figure => figure.Day).Select(day => (day.Key, day.Sum(figure => figure.Value)))];

    /// <summary>A figure over all days, by part.</summary>
    public IReadOnlyList<(string Part, long Value)> ByPart(string name) =>
        [.. Figures.Where(figure => figure.Name == name).GroupBy(figure => figure.Part).Select(part => (part.Key, part.Sum(figure => figure.Value))).OrderBy(part => part.Key, StringComparer.Ordinal)];

    /// <summary>How many of a hundred decisions the program made; null before the first decision.</summary>
    public decimal? PercentAutomatic
    {
        get
        {
            var decisions = ByPart(FigureNames.Decisions);
            var all = decisions.Sum(part => part.Value);
            return all == 0 ? null : 100m * decisions.Where(part => part.Part.EndsWith("/system", StringComparison.Ordinal)).Sum(part => part.Value) / all;
        }
    }

    /// <summary>Zones with permits in force or spaces today: permits, and spaces as far as they are known.</summary>
    public IReadOnlyList<(string Zone, long Permits, long? Spaces)> Zones
    {
        get
        {
            var permits = TodayOf(FigureNames.PermitsInForce).ToDictionary(figure => figure.Part, figure => figure.Value);
            var spaces = TodayOf(FigureNames.Spaces).ToDictionary(figure => figure.Part, figure => figure.Value);
            return [.. permits.Keys.Union(spaces.Keys).Order(StringComparer.Ordinal).Select(zone => (zone, permits.GetValueOrDefault(zone), spaces.TryGetValue(zone, out var known) ? known : (long?)null))];
        }
    }
}
