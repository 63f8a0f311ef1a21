using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Showroom;

/// <summary>A town with its projects.</summary>
/// <param name="Town">The town.</param>
/// <param name="Led">Projects that it leads.</param>
/// <param name="Joined">Projects of others in which it takes part.</param>
/// <param name="Others">Its project office, and parts of other projects.</param>
/// <param name="AsOf">The time that is asked about; null for today.</param>
/// <param name="Occasions">Days within that time on which it showed certain projects.</param>
internal sealed record TownShowroom(
    Municipality Town, IReadOnlyList<Project> Led, IReadOnlyList<Project> Joined, IReadOnlyList<Project> Others, PartialDate? AsOf, IReadOnlyList<ShownOccasion> Occasions)
{
    /// <summary>Projects that it leads, then those in which it takes part.</summary>
    public IReadOnlyList<Project> All => [.. Led, .. Joined];

    /// <summary>What the projects cost that it leads: those of others count there.</summary>
    public MoneySummary Money => MoneySummary.Of(Led);

    /// <summary>The projects by how they stood; kinds of which there is none are left out.</summary>
    /// <param name="at">The time that is asked about.</param>
    public IReadOnlyList<(Standing Standing, IReadOnlyList<Project> Projects)> StandingAt(PartialDate at) =>
        [.. All.GroupBy(project => Standings.At(project, at)).OrderBy(group => group.Key).Select(group => (group.Key, (IReadOnlyList<Project>)[.. group.OrderBy(project => project.Title, StringComparer.InvariantCultureIgnoreCase)]))];

    /// <summary>Puts the entries of the register where they belong.</summary>
    /// <param name="town">The town.</param>
    /// <param name="entries">Every entry of the register.</param>
    /// <param name="facts">What ships about the model regions.</param>
    /// <param name="asOf">The time that is asked about; null for today.</param>
    public static TownShowroom Of(Municipality town, IReadOnlyList<Project> entries, RegionFacts facts, PartialDate? asOf)
    {
        var own = entries.Where(project => project.Involves(town.Ags)).ToList();
        var occasions = facts.Occasions
            .Where(occasion => occasion.Town == town.Ags && asOf is { } at && at.First <= occasion.Day && occasion.Day <= at.Last)
            .Select(occasion => new ShownOccasion(occasion, [.. occasion.Projects.Select(id => entries.FirstOrDefault(project => project.Id == id)).OfType<Project>()]));
        return new(
            town,
            [.. own.Where(project => project.Counts && project.Lead.Ags == town.Ags)],
            [.. own.Where(project => project.Counts && project.Lead.Ags != town.Ags)],
            [.. own.Where(project => !project.Counts)],
            asOf,
            [.. occasions]);
    }
}

/// <summary>An occasion with its projects.</summary>
/// <param name="Occasion">The occasion.</param>
/// <param name="Projects">As they are in the register today.</param>
internal sealed record ShownOccasion(Occasion Occasion, IReadOnlyList<Project> Projects);
