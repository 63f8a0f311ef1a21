namespace Modellstadt.Region.Similarity;

/// <summary>A project that may be the same thing, and why.</summary>
/// <param name="Project">The project.</param>
/// <param name="Score">Of a search: from 0 to 1, how much of the query it holds. Of a comparison: the estimated probability that both are the same thing.</param>
/// <param name="SharedWords">The rarest words both use, as the found project writes them; at most five.</param>
/// <param name="Topic">The topic that makes them alike; null when the topic is no reason.</param>
/// <param name="Place">The place both name, of a search the town that was asked for; null when they share none.</param>
internal sealed record SimilarProject(ProjectText Project, double Score, IReadOnlyList<string> SharedWords, string? Topic, string? Place)
{
    /// <summary>From this probability on more than nine warnings of ten are right (measured by <c>./bench duplicate-warning</c>).</summary>
    public const double WarningThreshold = 0.8;

    /// <summary>Whether the writer is to be warned; below it the project is only offered.</summary>
    public bool IsWarning => Score >= WarningThreshold;

    /// <summary>How many other projects of the same topic stand behind this one.</summary>
    public int MoreOfTopic { get; init; }
}
