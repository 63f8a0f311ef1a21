using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Modellstadt.Region.Similarity;

/// <summary>The projects an index was made of, with what finds them fast. Never changes.</summary>
internal sealed class SettledTexts
{
    /// <summary>So many of the rarest features of a query are looked up: the others hardly tell texts apart and stand in most of them.</summary>
    private const int MostFeatures = 96;

    private readonly IndexedText[] texts;
    private readonly Postings postings;
    private readonly FrozenDictionary<string, int> numbers;

    /// <param name="texts">The projects, each id once.</param>
    public SettledTexts(IndexedText[] texts)
    {
        this.texts = texts;
        postings = new Postings([.. texts.Select(text => (uint[])[.. text.Words.TitleGrams.Keys, .. text.Words.AllWords.Keys, .. text.Towns])]);
        numbers = texts.Index().ToFrozenDictionary(text => text.Item.Project.Id, text => text.Index, StringComparer.Ordinal);
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<IndexedText> All => texts;

    /// <summary>The project of an id, when it is among them.</summary>
    public bool TryFind(string id, [NotNullWhen(true)] out IndexedText? text)
    {
        text = numbers.TryGetValue(id, out var number) ? texts[number] : null;
        return text is not null;
    }

    /// <summary>The texts that share most with a query, weighed by how rare what they share is; the most promising first.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="towns">Towns that count as much as all words.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="wanted">Which projects may be found.</param>
    public IEnumerable<IndexedText> Promising(Fingerprint query, IEnumerable<uint> towns, int most, Func<ProjectText, bool> wanted)
    {
        var sums = new float[texts.Length];
        foreach (var (feature, weight) in Telling(query.TitleGrams).Concat(Telling(query.AllWords)).Concat(towns.Select(town => (town, 1f))))
        {
            foreach (var text in postings.Of(feature))
                sums[text] += weight;
        }

        var best = new PriorityQueue<int, (float Sum, int Number)>();
        for (var text = 0; text < sums.Length; text++)
        {
            if (sums[text] <= 0 || !wanted(texts[text].Project))
                continue;
            if (best.Count < most)
                best.Enqueue(text, (sums[text], -text));
            else if (best.TryPeek(out _, out var least) && sums[text] > least.Sum)
                best.EnqueueDequeue(text, (sums[text], -text));
        }

        return best.UnorderedItems.OrderByDescending(found => found.Priority).Select(found => texts[found.Element]);
    }

    private static IEnumerable<(uint Feature, float Weight)> Telling(SparseVector vector) =>
        vector.Pairs().OrderByDescending(pair => pair.Weight).ThenBy(pair => pair.Feature).Take(MostFeatures).Select(pair => (pair.Feature, pair.Weight * pair.Weight));
}
