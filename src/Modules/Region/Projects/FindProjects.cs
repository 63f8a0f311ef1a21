using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Region.Similarity;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Projects;

/// <summary>A project of the register that was found.</summary>
/// <param name="Project">As it is today.</param>
/// <param name="Why">What it was found by.</param>
internal sealed record FoundProject(Project Project, SimilarProject Why);

/// <summary>
/// Finds projects of the register by words, and those that are like a draft. The index is kept in memory and follows the register at each question:
/// what was changed since the last one, by whatever process or feed, is read and taken in.
/// </summary>
internal sealed class FindProjects(IDbContextFactory<RegionDb> databases, RegionFacts facts, IOptions<TownOptions> town, TimeProvider time) : IDisposable
{
    /// <summary>A change is visible at the latest so long after the time that it bears: clocks differ, and transactions take a while.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    /// <summary>So many projects are indexed anew in some milliseconds: with each change the index learns the new words.</summary>
    private const int Few = 2_000;

    /// <summary>What shares neither a word nor the topic, and is less probable than this, is no help to a writer.</summary>
    private const double LeastScore = 0.05;

    private readonly SemaphoreSlim following = new(1, 1);
    private KeptIndex? kept;

    /// <summary>Projects that hold the words, in whatever form; the best first.</summary>
    /// <param name="query">Some words; a town asks for its projects.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<FoundProject>> SearchAsync(string query, int most, CancellationToken cancellationToken) =>
        await OpenAsync((await FollowAsync(cancellationToken)).Search(query, most), cancellationToken);

    /// <summary>Projects of other towns that may be the same thing as a draft; the most likely first, at most <see cref="ProjectIndex.Candidates"/>.</summary>
    /// <param name="title">The title so far.</param>
    /// <param name="text">The description so far.</param>
    /// <param name="topic">The topic as it was typed; null or empty when none was.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<FoundProject>> SimilarAsync(string title, string text, string? topic, CancellationToken cancellationToken)
    {
        var (index, writer) = (await FollowAsync(cancellationToken), facts.Own(town.Value).Name);
        var draft = new ProjectDraft(title, text, TopicOf(topic), writer);
        var similar = index.FindSimilar(draft, writer).Where(found => found.SharedWords.Count > 0 || found.Topic == draft.Topic || found.Score >= LeastScore);
        // A topic is a reason when the writer has chosen it, or when several of its projects speak for it.
        return await OpenAsync([.. similar.Select(found => found with { Topic = found.Topic == draft.Topic || found.MoreOfTopic > 0 ? found.Topic : null })], cancellationToken);
    }

    /// <summary>Projects with these names, without those that were withdrawn.</summary>
    public async Task<IReadOnlyDictionary<string, Project>> ReadAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var contents = await database.Projects.AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => row.Content).ToListAsync(cancellationToken);
        return contents.Select(Project.Read).Where(project => project.Withdrawn is null).ToDictionary(project => project.Id);
    }

    /// <inheritdoc />
    public void Dispose() => following.Dispose();

    private async Task<IReadOnlyList<FoundProject>> OpenAsync(IReadOnlyList<SimilarProject> found, CancellationToken cancellationToken)
    {
        var projects = await ReadAsync([.. found.Select(one => one.Project.Id)], cancellationToken);
        return [.. found.Where(one => projects.ContainsKey(one.Project.Id)).Select(one => new FoundProject(projects[one.Project.Id], one))];
    }

    /// <summary>One asks the register for what is new; whoever comes meanwhile takes what is there, and waits only for the very first index.</summary>
    private async Task<ProjectIndex> FollowAsync(CancellationToken cancellationToken)
    {
        if (!await following.WaitAsync(kept is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellationToken))
            return kept!.Index;

        try
        {
            var next = await NextAsync(kept, cancellationToken);
            Volatile.Write(ref kept, next);
            return next.Index;
        }
        finally
        {
            following.Release();
        }
    }

    private async Task<KeptIndex> NextAsync(KeptIndex? before, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (before is null)
        {
            var all = await database.Projects.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken);
            return new(ProjectIndex.Of(all.Select(row => TextOf(Project.Read(row.Content))).OfType<ProjectText>()), all.ToImmutableDictionary(row => row.Id, row => row.Version), now);
        }

        var since = before.At - Overlap;
        var recent = await database.Projects.AsNoTracking().Where(row => row.ChangedAt >= since).Select(row => new { row.Id, row.Version }).ToListAsync(cancellationToken);
        var changed = recent.Where(row => before.Versions.GetValueOrDefault(row.Id) != row.Version).Select(row => row.Id).ToList();
        var rows = changed is [] ? [] : await database.Projects.AsNoTracking().Where(row => changed.Contains(row.Id)).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var index = rows.Aggregate(before.Index, (index, row) => TextOf(Project.Read(row.Content)) is { } text ? index.With(text) : index.Without(row.Id));
        var isBehind = index.LooseCount > (index.Count <= Few ? 0 : ProjectIndex.MostLoose);
        return new(isBehind ? index.Rebuilt() : index, before.Versions.SetItems(rows.Select(row => KeyValuePair.Create(row.Id, row.Version))), now);
    }

    /// <summary>What the index knows of a project; null when it is not to be found: withdrawn, or no project of its own.</summary>
    private ProjectText? TextOf(Project project) => project is { Withdrawn: null, Counts: true }
        ? new(
            project.Id, project.Lead.Name, project.Title, $"{project.Summary}\n{project.TransferableResult?.Value}", TopicOf(project.Topic),
            project.Partners.Count == 0 ? null : string.Join(", ", project.Partners.Select(town => town.Name)))
        : null;

    /// <summary>The topic in words, which vote for it; German as the projects are.</summary>
    private string? TopicOf(string? topic) => topic is { Length: > 0 } ? facts.Topics.NameOf(facts.Topics.KeyOf(topic), Language.German) : null;

    /// <summary>An index with what it was made of.</summary>
    /// <param name="Index">The index.</param>
    /// <param name="Versions">The state in which it knows each project.</param>
    /// <param name="At">When the register was asked.</param>
    private sealed record KeptIndex(ProjectIndex Index, ImmutableDictionary<string, int> Versions, DateTimeOffset At);
}
