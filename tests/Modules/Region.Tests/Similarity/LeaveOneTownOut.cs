using Modellstadt.Region.Similarity;

namespace Modellstadt.Region.Tests.Similarity;

/// <summary>
/// Measures the duplicate warning as a town would see it that is new to the region: an index of all other towns' entries is made, labels and all, and each of
/// the town's own entries, without its label, is a draft.
/// </summary>
internal static class LeaveOneTownOut
{
    /// <summary>Asks for all entries of the given towns.</summary>
    /// <param name="entries">The catalogue.</param>
    /// <param name="towns">The towns that are left out, one after the other.</param>
    public static IReadOnlyList<Answer> Ask(IReadOnlyList<ProjectText> entries, IEnumerable<string> towns) =>
        [.. towns.AsParallel().AsOrdered().SelectMany(town => AskFor(entries, town))];

    /// <summary>The towns of the catalogue, every second one: the threshold and the later choices were made on half 0 alone.</summary>
    public static IEnumerable<string> Half(IReadOnlyList<ProjectText> entries, int half) => Towns(entries).Where((_, number) => number % 2 == half);

    /// <summary>The towns of the catalogue.</summary>
    public static IEnumerable<string> Towns(IReadOnlyList<ProjectText> entries) => entries.Select(entry => entry.Town).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<Answer> AskFor(IReadOnlyList<ProjectText> entries, string town)
    {
        var others = entries.Where(entry => entry.Town != town).ToList();
        var labels = others.Where(entry => entry.Topic is not null).CountBy(entry => entry.Topic!).ToDictionary();
        var index = ProjectIndex.Of(others);
        var words = Cosines(others);
        return entries.Where(entry => entry.Town == town && entry.Topic is not null).Select(entry =>
        {
            var draft = new ProjectDraft(entry.Title, entry.Text);
            return new Answer(entry, labels.GetValueOrDefault(entry.Topic!), index.FindSimilar(draft), [.. Rated(index.Votes(draft), entry, labels)], words(entry));
        }).ToList();
    }

    private static IEnumerable<RatedPairs> Rated(IEnumerable<TopicVote> votes, ProjectText entry, Dictionary<string, int> labels) =>
        votes.Where(vote => vote.Topic is not null).Select(vote => new RatedPairs(vote.Probability, labels[vote.Topic!], vote.Topic == entry.Topic));

    /// <summary>The baseline: cosine of the letters of the titles, nothing learned, no topics.</summary>
    private static Func<ProjectText, IReadOnlyList<LikeText>> Cosines(List<ProjectText> others)
    {
        var lexicon = Lexicon.Of(others);
        var texts = others.ConvertAll(lexicon.Read);
        return entry =>
        {
            var asked = lexicon.Read(entry);
            return [.. texts.Select(text => new LikeText(text, asked.Words.TitleGrams.Cosine(text.Words.TitleGrams))).OrderByDescending(text => text.Likeness)];
        };
    }
}

/// <summary>What came back for one entry.</summary>
/// <param name="Entry">The entry, with the label that the index did not see.</param>
/// <param name="Partners">How many entries of other towns have its label.</param>
/// <param name="Offered">The five candidates.</param>
/// <param name="Rated">The pairs of the entry with the others, those of one label together.</param>
/// <param name="Baseline">All others by the cosine of their titles' letters.</param>
internal sealed record Answer(ProjectText Entry, int Partners, IReadOnlyList<SimilarProject> Offered, IReadOnlyList<RatedPairs> Rated, IReadOnlyList<LikeText> Baseline);

/// <summary>Pairs of one entry with all those of a label.</summary>
/// <param name="Probability">What they were rated.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Same">Whether they are the same thing.</param>
internal sealed record RatedPairs(double Probability, int Count, bool Same);
