using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Reuse;

/// <summary>What came of a project at other towns: what counts, what is only declared, and what it has brought.</summary>
/// <param name="Project">The project.</param>
/// <param name="Stories">Its take-overs by the name of the taker.</param>
internal sealed record ReuseSummary(Project Project, IReadOnlyList<ReuseStory> Stories)
{
    private static readonly ReuseStep[] Rungs = [ReuseStep.Interest, ReuseStep.Talks, ReuseStep.Pilot, ReuseStep.Operation, ReuseStep.Contributing];

    /// <summary>The towns on each rung of the ladder, the lowest first; only what counts.</summary>
    public IReadOnlyList<(ReuseStep Step, IReadOnlyList<ReuseStory> Stories)> Ladder => [.. Rungs.Select(step => (step, (IReadOnlyList<ReuseStory>)[.. Stories.Where(story => story.Step == step)]))];

    /// <summary>Take-overs that are on the ladder.</summary>
    public IReadOnlyList<ReuseStory> Counted => [.. Stories.Where(story => story.Step is not null and not ReuseStep.Left)];

    /// <summary>Take-overs of which something is declared that the other side has not signed.</summary>
    public IReadOnlyList<ReuseStory> Declared => [.. Stories.Where(story => story.Pending is not null)];

    /// <summary>Towns that have left.</summary>
    public IReadOnlyList<ReuseStory> Left => [.. Stories.Where(story => story.Step is ReuseStep.Left)];

    /// <summary>What the towns say that adapting it has cost; only what both have signed. A town that has left keeps what it said.</summary>
    public IReadOnlyList<(ReuseStory Story, ReuseEffort Effort)> Efforts => [.. Stories.Where(story => story.Effort is not null).Select(story => (story, story.Effort!))];

    /// <summary>What the towns say that they have saved; only what both have signed.</summary>
    public IReadOnlyList<(ReuseStory Story, ReuseSaving Saving)> Savings => [.. Stories.Where(story => story.Saving is not null).Select(story => (story, story.Saving!))];

    /// <summary>Person days of all that said something.</summary>
    public long EffortDays => Efforts.Sum(stated => (long)stated.Effort.Days);

    /// <summary>Euro cents of all that said something.</summary>
    public long SavedCents => Savings.Sum(stated => stated.Saving.Cents);
}
