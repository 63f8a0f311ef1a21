using System.Buffers;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Modellstadt.Region.Similarity;

/// <summary>The projects an index was made of, with what finds them fast. Never changes.</summary>
internal sealed class SettledTexts
{
    /// <summary>About so many places of features in texts are looked at for a query: what is left out is common and hardly tells texts apart.</summary>
    private const int MostPlaces = 250_000;

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
        var sums = ArrayPool<float>.Shared.Rent(texts.Length);
        Array.Clear(sums, 0, texts.Length);
        AddUp(query, towns, sums);
        var best = Best(sums, most, wanted);
        ArrayPool<float>.Shared.Return(sums);
        return best.UnorderedItems.OrderByDescending(found => found.Priority).Select(found => texts[found.Element]);
    }

    /// <summary>The rarest features first, and none after so many places that more would cost time and say little.</summary>
    private void AddUp(Fingerprint query, IEnumerable<uint> towns, float[] sums)
    {
        var left = MostPlaces;
        foreach (var (feature, weight) in towns.Select(town => (Feature: town, Weight: 1f)).Concat(query.TitleGrams.Pairs().Concat(query.AllWords.Pairs()).OrderByDescending(pair => pair.Weight).ThenBy(pair => pair.Feature)))
        {
            var places = postings.Of(feature);
            foreach (var text in places)
                sums[text] += weight * weight;
            left -= places.Length;
            if (left < 0)
                return;
        }
    }

    private PriorityQueue<int, (float Sum, int Number)> Best(float[] sums, int most, Func<ProjectText, bool> wanted)
    {
        var best = new PriorityQueue<int, (float Sum, int Number)>(most + 1);
        var least = 0f;
        for (var text = 0; text < texts.Length; text++)
        {
            if (sums[text] <= least || !wanted(texts[text].Project))
                continue;
            best.Enqueue(text, (sums[text], -text));
            if (best.Count <= most)
                continue;
            best.Dequeue();
            best.TryPeek(out _, out var last);
            least = last.Sum;
        }

        return best;
    }
}
