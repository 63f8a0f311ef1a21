using System.Collections.Frozen;

namespace Modellstadt.Region.Similarity;

/// <summary>
/// Takes compounds apart with the words that the projects themselves use: <c>Bewohnerparkausweis</c> is <c>Bewohner</c>, <c>park</c>, <c>Ausweis</c> where
/// each of them stands alone somewhere, or stands before several words that do (<c>Mess</c> in <c>Messwerte</c> and <c>Messstellen</c>). Another word
/// stays whole.
/// </summary>
internal sealed class Compounds
{
    /// <summary>Before so many different words something must stand to be a part without standing alone.</summary>
    private const int LeastPartners = 2;

    private const int ShortestCompound = 8;
    private const int ShortestPart = 4;
    private const int MostParts = 4;

    private static readonly string[] Links = ["", "s", "es", "n", "en", "er", "e"];

    private readonly FrozenDictionary<string, int> parts;

    private Compounds(FrozenDictionary<string, int> parts) => this.parts = parts;

    /// <summary>Learns the parts from words.</summary>
    /// <param name="words">Folded words, with the number of texts they stand in.</param>
    public static Compounds Of(IEnumerable<KeyValuePair<string, int>> words)
    {
        var used = words.ToList();
        var alone = used.GroupBy(word => GermanStem.Of(word.Key)).ToDictionary(stem => stem.Key, stem => stem.Sum(word => word.Value), StringComparer.Ordinal);
        var bound = used.Where(word => word.Key.Length >= ShortestCompound && !word.Key.Any(char.IsDigit)).SelectMany(word => Halves(word.Key))
            .Where(halves => alone.ContainsKey(halves.Second) && !alone.ContainsKey(halves.First)).Distinct()
            .CountBy(halves => halves.First).Where(part => part.Value >= LeastPartners);
        return new Compounds(alone.Concat(bound.Select(part => KeyValuePair.Create(part.Key, 1))).ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The stems of the parts, first to last; empty when the word is no compound.</summary>
    /// <param name="word">A folded word.</param>
    public IReadOnlyList<string> Parts(string word) => word.Length < ShortestCompound || word.Any(char.IsDigit) ? [] : Split(word, 0, MostParts)?.Stems ?? [];

    /// <summary>The best way to read the rest of a word: fewer parts first, then those used more often.</summary>
    private Reading? Split(string word, int start, int most)
    {
        Reading? best = null;
        for (var end = start + ShortestPart; most > 1 && end <= word.Length - ShortestPart; end++)
        {
            if (!Used(word[start..end], out var stem, out var weight))
                continue;
            foreach (var link in Links)
            {
                if (string.CompareOrdinal(word, end, link, 0, link.Length) == 0 && word.Length - end - link.Length >= ShortestPart && Rest(word, end + link.Length, most - 1) is { } rest)
                    best = Better(best, new Reading([stem, .. rest.Stems], weight + rest.Weight));
            }
        }

        return best;
    }

    private Reading? Rest(string word, int start, int most) =>
        Used(word[start..], out var stem, out var weight) ? new Reading([stem], weight) : Split(word, start, most);

    private static IEnumerable<(string First, string Second)> Halves(string word) =>
        Enumerable.Range(ShortestPart, word.Length - (2 * ShortestPart) + 1).Select(at => (GermanStem.Of(word[..at]), GermanStem.Of(word[at..])));

    private bool Used(string part, out string stem, out double weight)
    {
        stem = GermanStem.Of(part);
        var texts = parts.GetValueOrDefault(stem);
        weight = Math.Log(1 + texts);
        return texts > 0;
    }

    private static Reading Better(Reading? before, Reading next) =>
        before is null || next.Stems.Count < before.Stems.Count || (next.Stems.Count == before.Stems.Count && next.Weight > before.Weight) ? next : before;

    private sealed record Reading(IReadOnlyList<string> Stems, double Weight);
}
