using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Region.Projects;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Indicators;

/// <summary>Puts the five lead towns side by side, this town included also when it is none of them: itself from its live cases, the others as they last signed.</summary>
internal sealed class CompareTowns(MeasureTown measure, RegionFacts facts, IDbContextFactory<RegionDb> databases, IOptions<RegionOptions> options, IOptions<TownOptions> own, TimeProvider time)
{
    /// <summary>The towns.</summary>
    public async Task<ComparedTowns> ReadAsync(CancellationToken cancellationToken)
    {
        var measured = await measure.ReadAsync(cancellationToken);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var said = await database.TownIndicators.AsNoTracking().ToDictionaryAsync(row => row.Town, cancellationToken);
        var leads = facts.Municipalities.Where(town => town.Role is MunicipalityRole.Lead).Select(town => (town.Ags, town.Name));
        var towns = leads.Append((own.Value.Ags, own.Value.Name)).DistinctBy(town => town.Item1)
            .OrderBy(town => town.Item2, StringComparer.InvariantCultureIgnoreCase)
            .Select(town => town.Item1 == own.Value.Ags ? OfOwn(town.Item2, measured) : OfOther(town, said.GetValueOrDefault(town.Item1)));
        return new(time.GetUtcNow(), [.. towns]);
    }

    private ComparedTown OfOwn(string name, TownIndicators measured) => new(measured.Town, name, facts.Find(measured.Town)?.Population, measured, null);

    /// <summary>Whom the administrator no longer believes is no longer shown.</summary>
    private ComparedTown OfOther((string Ags, string Name) town, TownIndicatorRow? row) => new(
        town.Ags,
        town.Name,
        facts.Find(town.Ags)?.Population,
        options.Value.Feeds.FirstOrDefault(source => source.Town == town.Ags) is { } source ? Believed(row, source) : null,
        Enum.TryParse<IndicatorFailure>(row?.Failure, out var failure) ? failure : null);

    private static TownIndicators? Believed(TownIndicatorRow? row, FeedSource source) =>
        row is { Signed: { } signed, Key: { } key } && StrictJson.ParseObject(Encoding.UTF8.GetBytes(key)).Then(JsonWebKey.Parse).TryGetValue(out var kept, out _) && kept.Thumbprint == source.Key
            ? new SignedIndicators(kept, signed).Open()
            : null;
}
