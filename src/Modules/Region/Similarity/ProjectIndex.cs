using System.Collections.Immutable;

namespace Modellstadt.Region.Similarity;

/// <summary>
/// Finds projects by words and projects like a draft. A snapshot that never changes: whoever adds a project gets another one, which shares almost
/// everything with the first. Same projects in the same order, same answers.
/// </summary>
/// <remarks>
/// What is added later is found at once, yet the knowledge about words stays as it was and each addition makes answers a little slower: call
/// <see cref="Rebuilt"/> in the background when <see cref="LooseCount"/> exceeds <see cref="MostLoose"/>.
/// </remarks>
internal sealed class ProjectIndex
{
    /// <summary>With more projects added than this an index should be rebuilt.</summary>
    public const int MostLoose = 1_000;

    /// <summary>So many candidates are offered to the writer of a draft.</summary>
    public const int Candidates = 5;

    /// <summary>So many texts are compared exactly.</summary>
    private const int Compared = 400;

    /// <summary>Of so many topics whose name fits best some projects are compared, too, when no word of theirs does.</summary>
    private const int FittingTopics = 30;

    private readonly Lexicon lexicon;
    private readonly SettledTexts settled;
    private readonly ImmutableSortedDictionary<string, IndexedText> loose;
    private readonly ImmutableHashSet<string> gone;
    private readonly ImmutableDictionary<string, Topic> topics;

    private ProjectIndex(Lexicon lexicon, SettledTexts settled, ImmutableSortedDictionary<string, IndexedText> loose, ImmutableHashSet<string> gone, ImmutableDictionary<string, Topic> topics) =>
        (this.lexicon, this.settled, this.loose, this.gone, this.topics) = (lexicon, settled, loose, gone, topics);

    /// <summary>How many projects can be found.</summary>
    public int Count => settled.All.Count - gone.Count + loose.Count;

    /// <summary>How many of them were added since the index was made.</summary>
    public int LooseCount => loose.Count;

    private IEnumerable<IndexedText> All => settled.All.Where(text => !gone.Contains(text.Project.Id)).Concat(loose.Values);

    /// <summary>An index of projects; of two with the same id the last counts.</summary>
    public static ProjectIndex Of(IEnumerable<ProjectText> projects)
    {
        var last = projects.Reverse().DistinctBy(project => project.Id).Reverse().ToList();
        var lexicon = Lexicon.Of(last);
        IndexedText[] texts = [.. last.Select(project => lexicon.Read(project))];
        var topics = texts.Where(text => text.Project.Topic is not null).GroupBy(text => text.Project.Topic!)
            .ToImmutableDictionary(topic => topic.Key, topic => new Topic(lexicon.Read(topic.Key, topic.Key), [.. topic]), StringComparer.Ordinal);
        return new ProjectIndex(lexicon, new SettledTexts(texts), ImmutableSortedDictionary.Create<string, IndexedText>(StringComparer.Ordinal), [], topics);
    }

    /// <summary>The index with one more project, or with a new state of one it holds.</summary>
    public ProjectIndex With(ProjectText project)
    {
        var without = Without(project.Id);
        var text = lexicon.Read(project);
        var members = project.Topic is { } topic ? without.topics.SetItem(topic, Joined(without.topics.GetValueOrDefault(topic), topic, text)) : without.topics;
        return new ProjectIndex(lexicon, settled, without.loose.SetItem(project.Id, text), without.gone, members);
    }

    /// <summary>The index without a project; the same when it does not hold it.</summary>
    public ProjectIndex Without(string id)
    {
        if (!loose.TryGetValue(id, out var text) && (gone.Contains(id) || !settled.TryFind(id, out text)))
            return this;
        var left = text!.Project.Topic is { } topic ? topics.SetItem(topic, topics[topic].Without(id)) : topics;
        return new ProjectIndex(lexicon, settled, loose.Remove(id), settled.TryFind(id, out _) ? gone.Add(id) : gone, left);
    }

    /// <summary>The same projects in an index made anew, which knows their words. Takes seconds for 100,000 projects.</summary>
    public ProjectIndex Rebuilt() => Of(All.Select(text => text.Project));

    /// <summary>
    /// Projects that hold the words of a query, in whatever form; those that hold more and rarer ones first. A town in the query
    /// asks for its projects first.
    /// </summary>
    /// <param name="query">Some words.</param>
    /// <param name="most">How many projects at most.</param>
    public IReadOnlyList<SimilarProject> Search(string query, int most = 20)
    {
        var asked = lexicon.Read(query, query);
        var towns = lexicon.TownsIn(query);
        return [.. Promising(asked, towns, _ => true)
            .Select(text => new LikeText(text, Held(asked, towns, text)))
            .Where(text => text.Likeness > 0)
            .OrderByDescending(text => text.Likeness).ThenBy(text => text.Text.Project.Id, StringComparer.Ordinal)
            .Take(most)
            .Select(text => new SimilarProject(
                text.Text.Project, text.Likeness, SharedWords.Of(lexicon, query, text.Text.Project), null, text.Text.Towns.Any(towns.Contains) ? text.Text.Project.Town : null))];
    }

    /// <summary>How much of the words a project holds; a named town counts as much as all words together.</summary>
    private static float Held(Fingerprint asked, IReadOnlyCollection<uint> towns, IndexedText text)
    {
        var words = asked.Coverage(text.Words);
        return towns.Count == 0 ? words : (words + (text.Towns.Any(towns.Contains) ? 1 : 0)) / 2;
    }

    /// <summary>
    /// The projects that are most likely the same thing as a draft. No two of one topic as long as there are others: five that are alike would be one
    /// guess, five topics are five (<see cref="SimilarProject.MoreOfTopic"/> says how many stand behind each).
    /// </summary>
    /// <param name="draft">What has been written so far.</param>
    /// <param name="exceptTown">The town of the writer, whose own projects are no news; null to compare with all.</param>
    /// <returns>At most <see cref="Candidates"/>, the most likely first; none for an empty draft.</returns>
    public IReadOnlyList<SimilarProject> FindSimilar(ProjectDraft draft, string? exceptTown = null)
    {
        var votes = Votes(draft, exceptTown);
        var best = votes.Select(vote => (Vote: vote, Text: vote.Members[0]));
        var others = votes.SelectMany(vote => vote.Members.Skip(1).Select(text => (Vote: vote, Text: text)));
        return [.. best.Concat(others).Take(Candidates).Select(found => new SimilarProject(
            found.Text.Text.Project, found.Vote.Probability, SharedWords.Of(lexicon, $"{draft.Title} {draft.Text}", found.Text.Text.Project), found.Vote.Topic, SharedPlace(draft, found.Text.Text.Project))
        {
            MoreOfTopic = found.Vote.Members.Count - 1,
        })];
    }

    /// <summary>How likely the draft is the same thing as the projects of each topic; the most likely first.</summary>
    public IReadOnlyList<TopicVote> Votes(ProjectDraft draft, string? exceptTown = null)
    {
        var asked = lexicon.Read(draft.Title, draft.Text);
        if (asked.IsEmpty)
            return [];
        bool Wanted(ProjectText project) => project.Town != exceptTown;
        var fits = topics.ToDictionary(topic => topic.Key, topic => asked.Fits(topic.Value.Name));
        var fitting = topics.OrderByDescending(topic => fits[topic.Key]).ThenBy(topic => topic.Key, StringComparer.Ordinal).Take(FittingTopics)
            .SelectMany(topic => topic.Value.Members.Where(text => Wanted(text.Project)).Take(TopicVote.Voters));
        var alike = Promising(asked, [], Wanted).Concat(fitting).DistinctBy(text => text.Project.Id).Select(text => new LikeText(text, asked.Likeness(text.Words)));
        return TopicVote.Count(alike, topic => fits[topic], draft.Topic);
    }

    private IEnumerable<IndexedText> Promising(Fingerprint asked, IReadOnlyCollection<uint> towns, Func<ProjectText, bool> wanted) =>
        settled.Promising(asked, towns, Compared, project => !gone.Contains(project.Id) && wanted(project)).Concat(loose.Values.Where(text => wanted(text.Project)));

    private Topic Joined(Topic? before, string name, IndexedText text) =>
        before is null ? new Topic(lexicon.Read(name, name), [text]) : before with { Members = before.Members.Add(text) };

    private static string? SharedPlace(ProjectDraft draft, ProjectText project)
    {
        if (draft.Place is null)
            return null;
        var places = GermanWords.Of($"{project.Town} {project.Place} {project.Title}").Select(word => word.Folded).ToHashSet();
        var named = GermanWords.Of(draft.Place).Where(word => word.Folded is not ("stadt" or "kreis" or "gemeinde")).ToList();
        return named.Count > 0 && named.TrueForAll(word => places.Contains(word.Folded)) ? draft.Place : null;
    }

    private sealed record Topic(Fingerprint Name, ImmutableList<IndexedText> Members)
    {
        public Topic Without(string id) => this with { Members = Members.RemoveAll(text => text.Project.Id == id) };
    }
}
