using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Indicators;

/// <summary>A town beside others.</summary>
/// <param name="Ags">Amtlicher Gemeindeschlüssel.</param>
/// <param name="Name">As people say it.</param>
/// <param name="Population">Inhabitants; null when they were not found.</param>
/// <param name="Indicators">What it said last of itself; null when it never did.</param>
/// <param name="Failure">Why the last reading brought nothing; null when it went through, or is not read at all.</param>
internal sealed record ComparedTown(string Ags, string Name, int? Population, TownIndicators? Indicators, IndicatorFailure? Failure)
{
    private static readonly TimeSpan Stale = TimeSpan.FromDays(2);

    /// <summary>What it says of a service; null when it says nothing of it.</summary>
    public ServiceIndicators? Of(string service) => Indicators?.Services.FirstOrDefault(each => each.Id == service);

    /// <summary>Applications per thousand inhabitants; null when one of both is not known.</summary>
    public decimal? UsePerThousand(string service) => Population > 0 && Of(service)?.Applications is { } applications ? 1000m * applications / Population : null;

    /// <summary>True when its figures are so old that the page says it.</summary>
    public bool IsStale(DateTimeOffset now) => Indicators is { } known && now - known.At > Stale;
}

/// <summary>The towns of the comparison, by name: no figure puts one above another.</summary>
/// <param name="Now">When they were put together.</param>
/// <param name="Towns">By name.</param>
internal sealed record ComparedTowns(DateTimeOffset Now, IReadOnlyList<ComparedTown> Towns)
{
    /// <summary>Services that at least one town has online, by name.</summary>
    public IReadOnlyList<(string Id, LocalizedText Name)> Services(Language language) =>
        [.. Towns.SelectMany(town => town.Indicators?.Services ?? []).DistinctBy(service => service.Id).Select(service => (service.Id, service.Name)).OrderBy(service => service.Name.In(language), StringComparer.InvariantCultureIgnoreCase)];
}
