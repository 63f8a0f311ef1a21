using System.Text;

namespace Modellstadt.Region.Similarity;

/// <summary>
/// The part of a word that all its forms share: endings of number and case go, umlauts become plain vowels (<c>Spielplätze</c>, <c>Spielplatz</c>). Light on
/// purpose: it joins forms of one word, not relatives (<c>Wohnung</c> stays apart from <c>wohnen</c>).
/// </summary>
internal static class GermanStem
{
    private const int ShortestStem = 4;

    /// <summary>Longest first. Feminine forms before the plural they contain.</summary>
    private static readonly string[] Endings = ["innen", "erinnen", "ern", "em", "en", "er", "es", "in", "e", "n", "s"];

    /// <summary>The stem of a word that <see cref="GermanWords"/> has folded.</summary>
    public static string Of(string word)
    {
        var plain = WithoutUmlauts(word);
        if (plain.Any(char.IsDigit))
            return plain;
        var bare = Shorten(plain);
        return bare.EndsWith("nis", StringComparison.Ordinal) || bare.EndsWith("niss", StringComparison.Ordinal) ? bare.TrimEnd('s') : bare;
    }

    private static string Shorten(string word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal) && !(ending == "s" && word[^2] is 's' or 'u' or 'i' or 'a'))
                return word[..^ending.Length];
        }

        return word;
    }

    /// <summary><c>ae</c>, <c>oe</c>, <c>ue</c> become one vowel; not the <c>ue</c> of <c>Steuer</c>, <c>bauen</c> and <c>Quelle</c>.</summary>
    private static string WithoutUmlauts(string word)
    {
        if (!word.Contains('e', StringComparison.Ordinal))
            return word;
        var plain = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length; at++)
        {
            var spelt = word[at] is 'e' && at > 0 && word[at - 1] is 'a' or 'o' or 'u' && (at == 1 || word[at - 2] is not ('a' or 'e' or 'o' or 'q' or 'i'));
            if (!spelt)
                plain.Append(word[at]);
        }

        return plain.ToString();
    }
}
