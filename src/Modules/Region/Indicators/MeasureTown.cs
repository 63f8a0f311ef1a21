using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Figures;
using Modellstadt.Kernel.Towns;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Indicators;

/// <summary>Computes this town's indicators from the live cases of its modules, at most once a minute: many visitors cost no more than one.</summary>
internal sealed class MeasureTown(IEnumerable<IOnlineService> services, IDbContextFactory<RegionDb> databases, IOptions<TownOptions> town, TimeProvider time) : IDisposable
{
    /// <summary>Days that count: the last three months, up to this moment.</summary>
    public const int Days = 90;

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim measuring = new(1, 1);
    private TownIndicators? kept;

    /// <summary>What the town can say of itself now.</summary>
    public async Task<TownIndicators> ReadAsync(CancellationToken cancellationToken)
    {
        if (Fresh is { } known)
            return known;

        await measuring.WaitAsync(cancellationToken);
        try
        {
            return Fresh ?? (kept = await MeasureAsync(cancellationToken));
        }
        finally
        {
            measuring.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => measuring.Dispose();

    private TownIndicators? Fresh => kept is { } measured && time.GetUtcNow() - measured.At < KeptFor ? measured : null;

    private async Task<TownIndicators> MeasureAsync(CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var since = at.AddDays(-Days);
        var firstDay = DateOnly.FromDateTime(TownCalendar.OnTownClocks(since).DateTime);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var answers = await database.Satisfaction.AsNoTracking().Where(count => count.Day >= firstDay).ToListAsync(cancellationToken);
        var measured = new List<ServiceIndicators>();
        foreach (var service in services)
        {
            var steps = answers.Where(count => count.Service == service.Id).GroupBy(count => count.Step).ToDictionary(step => step.Key, step => step.Sum(count => count.Count));
            measured.Add(ServiceIndicators.Of(service.Id, service.Name, await service.ReadAsync(since, cancellationToken), steps));
        }

        return new(town.Value.Ags, town.Value.Demo, since, at, measured);
    }
}
