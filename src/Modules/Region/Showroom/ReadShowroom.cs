using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Showroom;

/// <summary>Reads what the pages of the showroom show.</summary>
internal sealed class ReadShowroom(ReadProjects projects, RegionFacts facts)
{
    /// <summary>All towns with their projects.</summary>
    public async Task<RegionShowroom> RegionAsync(ShowroomFilter filter, CancellationToken cancellationToken) =>
        new(facts, await projects.AllAsync(cancellationToken), filter);

    /// <summary>A town with its projects; null when it belongs to no model region.</summary>
    /// <param name="ags">Amtlicher Gemeindeschlüssel.</param>
    /// <param name="asOf">The time that is asked about; null for today.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<TownShowroom?> TownAsync(string ags, PartialDate? asOf, CancellationToken cancellationToken) =>
        facts.Find(ags) is { } town ? TownShowroom.Of(town, await projects.AllAsync(cancellationToken), facts, asOf) : null;

    /// <summary>How the keyword of a project is spoken.</summary>
    public Topics Topics => facts.Topics;
}
