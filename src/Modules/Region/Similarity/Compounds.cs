namespace Modellstadt.Region.Similarity;

/// <summary>
/// Takes compounds apart with the words that the projects themselves use: <c>Bewohnerparkausweis</c> is <c>Bewohner</c>, <c>park</c>, <c>Ausweis</c> where
/// each of them stands alone somewhere. A word whose parts nobody uses alone stays whole.
/// </summary>
/// <param name="known">Stems that stand alone, with the number of texts they stand in.</param>
internal sealed class Compounds(IReadOnlyDictionary<string, int> known)
{
    private const int ShortestCompound = 8;
    private const int ShortestPart = 4;
    private const int MostParts = 4;

    private static readonly string[] Links = ["", "s", "es", "n", "en", "er", "e"];

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

    private bool Used(string part, out string stem, out double weight)
    {
        stem = GermanStem.Of(part);
        var texts = known.GetValueOrDefault(stem);
        weight = Math.Log(1 + texts);
        return texts > 0;
    }

    private static Reading Better(Reading? before, Reading next) =>
        before is null || next.Stems.Count < before.Stems.Count || (next.Stems.Count == before.Stems.Count && next.Weight > before.Weight) ? next : before;

    private sealed record Reading(IReadOnlyList<string> Stems, double Weight);
}
