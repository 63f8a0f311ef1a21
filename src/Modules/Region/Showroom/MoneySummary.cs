using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Showroom;

/// <summary>What some projects cost, as far as sums were found.</summary>
/// <param name="Projects">How many there are.</param>
/// <param name="TotalCents">Euro cents of the totals that were found.</param>
/// <param name="WithTotal">How many have one.</param>
/// <param name="StateCents">Euro cents of the state's shares that were found.</param>
/// <param name="WithStateShare">How many have one.</param>
/// <param name="OwnCents">Euro cents that are left where both were found.</param>
/// <param name="WithBoth">How many have both.</param>
internal sealed record MoneySummary(int Projects, long TotalCents, int WithTotal, long StateCents, int WithStateShare, long OwnCents, int WithBoth)
{
    /// <summary>Adds up. An office and a part of another project are none of the projects: their sums would count twice.</summary>
    public static MoneySummary Of(IEnumerable<Project> entries)
    {
        var projects = entries.Where(entry => entry.Counts).ToList();
        return new(
            projects.Count,
            projects.Sum(project => project.Total?.Value.Cents ?? 0),
            projects.Count(project => project.Total is not null),
            projects.Sum(project => project.StateShare?.Value.Cents ?? 0),
            projects.Count(project => project.StateShare is not null),
            projects.Sum(project => OwnShare(project)?.Cents ?? 0),
            projects.Count(project => OwnShare(project) is not null));
    }

    /// <summary>What the recipients paid themselves: the total without the share of the state; null when one of them was not found.</summary>
    public static Amount? OwnShare(Project project) => project is { Total.Value: var total, StateShare.Value: var state }
        ? new Amount(total.Cents - state.Cents, total.Rounded || state.Rounded)
        : null;
}
