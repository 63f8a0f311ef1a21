using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Showroom;

/// <summary>Reads what the pages of the showroom show.</summary>
internal sealed class ReadShowroom(ReadProjects projects, FindProjects find, RegionFacts facts)
{
    /// <summary>More are no help, and make the page heavy.</summary>
    private const int MostFound = 50;

    /// <summary>All towns with their projects, or those that hold the words of the filter.</summary>
    public async Task<RegionShowroom> RegionAsync(ShowroomFilter filter, CancellationToken cancellationToken) =>
        new(facts, await projects.AllAsync(cancellationToken), filter)
        {
            Found = filter.Words is { } words ? await find.SearchAsync(words, MostFound, cancellationToken) : null,
        };

    /// <summary>A town with its projects; null when it belongs to no model region.</summary>
    /// <param name="ags">Amtlicher Gemeindeschlüssel.</param>
    /// <param name="asOf">The time that is asked about; null for today.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<TownShowroom?> TownAsync(string ags, PartialDate? asOf, CancellationToken cancellationToken) =>
        facts.Find(ags) is { } town ? TownShowroom.Of(town, await projects.AllAsync(cancellationToken), facts, asOf) : null;

    /// <summary>How the keyword of a project is spoken.</summary>
    public Topics Topics => facts.Topics;
}
