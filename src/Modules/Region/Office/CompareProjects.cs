using Modellstadt.Region.Exchange.Imports;
using Modellstadt.Region.Projects;
using Modellstadt.Region.Similarity;

namespace Modellstadt.Region.Office;

/// <summary>Compares what somebody is writing with the projects of other towns.</summary>
internal sealed class CompareProjects(FindProjects find, FindResults results)
{
    /// <summary>The similar projects, the most likely first, then those that were answered before and are less alike by now.</summary>
    public async Task<Comparison> ExecuteAsync(EnteredNewProject entered, CancellationToken cancellationToken)
    {
        var similar = await find.SimilarAsync(entered.TextOf("title"), entered.TextOf("summary"), entered.TextOf("topic"), cancellationToken);
        var answered = entered.Answers.Where(answer => (answer.Answer is not null || answer.Reason.Length > 0) && similar.All(found => found.Project.Id != answer.Id)).Take(KnownProject.Most).ToList();
        var others = await find.ReadAsync([.. answered.Select(answer => answer.Id)], cancellationToken);
        return new([
            .. similar.Select(found => new ComparedProject(found.Project, found.Why, entered.Answers.FirstOrDefault(answer => answer.Id == found.Project.Id))),
            .. answered.Where(answer => others.ContainsKey(answer.Id)).Select(answer => new ComparedProject(others[answer.Id], null, answer)),
        ])
        {
            Imported = await results.SimilarAsync(entered.TextOf("title"), entered.TextOf("summary"), cancellationToken),
        };
    }
}

/// <summary>What a draft was compared with.</summary>
/// <param name="Projects">Similar projects; none when there are none, or nothing was written yet.</param>
internal sealed record Comparison(IReadOnlyList<ComparedProject> Projects)
{
    /// <summary>How many are so much alike that they want an answer.</summary>
    public int Warnings => Projects.Count(project => project.IsWarning);

    /// <summary>Imported entries that share words with it; they want no answer.</summary>
    public IReadOnlyList<FoundResult> Imported { get; init; } = [];
}

/// <summary>A project that a draft was compared with.</summary>
/// <param name="Project">The project.</param>
/// <param name="Why">What makes them alike; null when it stands here only because it was answered.</param>
/// <param name="Answer">What the writer said to it; null when nothing was sent yet.</param>
internal sealed record ComparedProject(Project Project, SimilarProject? Why, SimilarAnswer? Answer)
{
    /// <summary>True when the writer has to say a sentence about it.</summary>
    public bool IsWarning => Why is { IsWarning: true };
}
