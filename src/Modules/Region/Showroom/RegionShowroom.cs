using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Showroom;

/// <summary>All towns with their projects.</summary>
/// <param name="Facts">What ships about the model regions.</param>
/// <param name="Entries">Every entry of the register.</param>
/// <param name="Filter">What is to be shown of it.</param>
internal sealed record RegionShowroom(RegionFacts Facts, IReadOnlyList<Project> Entries, ShowroomFilter Filter)
{
    /// <summary>What holds the words of the filter, the best first; null when it has none.</summary>
    public IReadOnlyList<FoundProject>? Found { get; init; }

    /// <summary>What was found and is to be shown.</summary>
    public IReadOnlyList<FoundProject> ShownFound => [.. (Found ?? []).Where(found => Filter.Takes(found.Project))];

    /// <summary>How many projects are shown.</summary>
    public int CountShown => Found is null ? Shown.Sum(town => town.Projects.Count) : ShownFound.Count;

    /// <summary>The entries that are projects.</summary>
    public IReadOnlyList<Project> Projects => [.. Entries.Where(project => project.Counts)];

    /// <summary>The projects that are shown, by the town that leads them; the lead towns of the programme come first.</summary>
    public IReadOnlyList<(ProjectTown Town, IReadOnlyList<Project> Projects)> Shown =>
        [.. Projects.Where(Filter.Takes).GroupBy(project => project.Lead).OrderBy(group => Leads.All(town => town.Ags != group.Key.Ags)).ThenBy(group => group.Key.Name, StringComparer.InvariantCultureIgnoreCase)
            .Select(group => (group.Key, (IReadOnlyList<Project>)[.. group]))];

    /// <summary>What all projects cost.</summary>
    public MoneySummary Money => MoneySummary.Of(Entries);

    /// <summary>The lead towns in the order of the collection.</summary>
    public IReadOnlyList<Municipality> Leads => [.. Facts.Municipalities.Where(town => town.Role is MunicipalityRole.Lead)];

    /// <summary>Towns and districts of the programme by name.</summary>
    public IReadOnlyList<Municipality> Towns => [.. Facts.Municipalities.Where(town => town.TookPart).OrderBy(town => town.Name, StringComparer.InvariantCultureIgnoreCase)];
}
