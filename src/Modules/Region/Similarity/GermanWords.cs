using System.Text;

namespace Modellstadt.Region.Similarity;

/// <summary>
/// Cuts text into words that can be compared: HTML is left out, small and capital letters are the same, <c>ä</c> is <c>ae</c> and <c>ß</c> is <c>ss</c>
/// (towns write both), other accents are dropped. Numbers alone, single letters and words that say nothing are left out.
/// </summary>
internal static class GermanWords
{
    /// <summary>Longer words are cut: no German word is longer, but a hostile text may be one word.</summary>
    public const int LongestWord = 64;

    private const int ShortestPiece = 4;

    private static readonly HashSet<string> Empty = [.. (
        "ab aber alle allem allen aller alles als also am an auch auf aus bei beim bereits bis bzw da dabei dafuer damit dann darauf das dass dazu dem den denen der deren des dessen "
        + "die dies diese diesem diesen dieser dieses durch ein eine einem einen einer eines er es etc falls fuer ggf haben hat hier hierbei ihr ihre ihrem ihren ihrer im in ins ist "
        + "je jede jedem jeden jeder jedes kann kein keine koennen mehr mit moechte muss nach nicht noch nur ob oder per pro sein seine seit sich sie sind so soll sollen sowie ueber um und "
        + "unser unsere unter usw vom von vor waehrend war was wenn werden wie wir wird wo wurde wurden zu zum zur zwischen nbsp amp quot the of and for to at on by is are with").Split(' ')];

    /// <summary>The words of a text in its order.</summary>
    /// <param name="text">Any text; HTML tags and entities are left out.</param>
    public static IEnumerable<GermanWord> Of(string text)
    {
        var readable = Readable(text);
        for (var start = 0; start < readable.Length;)
        {
            var end = start;
            while (end < readable.Length && char.IsLetterOrDigit(readable[end]))
                end++;
            if (end == start)
            {
                start = readable[start] is '<' or '&' ? EndOfMarkup(readable, start) + 1 : start + 1;
                continue;
            }

            foreach (var word in Apart(readable[start..Math.Min(end, start + LongestWord)]).Where(Says))
                yield return word;
            start = end;
        }
    }

    private static bool Says(GermanWord word) => word.Folded.Length > 1 && word.Folded.Any(char.IsLetter) && !Empty.Contains(word.Folded);

    /// <summary>A capital letter after a small one begins a new word (<c>StadtAachen</c>), unless a piece is too short for one (<c>LoRaWAN</c>).</summary>
    private static IEnumerable<GermanWord> Apart(string written)
    {
        int[] borders = [0, .. Enumerable.Range(1, written.Length - 1).Where(at => char.IsUpper(written[at]) && char.IsLower(written[at - 1])), written.Length];
        var pieces = borders.Zip(borders.Skip(1), (from, to) => written[from..to]).ToList();
        return (pieces.TrueForAll(piece => piece.Length >= ShortestPiece) ? pieces : [written]).Select(piece => new GermanWord(piece, Fold(piece)));
    }

    /// <summary>Half a surrogate pair cannot be normalised and is no letter.</summary>
    private static string Readable(string text) =>
        string.Concat(text.Select(sign => char.IsSurrogate(sign) ? ' ' : sign)).Normalize(NormalizationForm.FormC);

    /// <summary>Where a tag (<c>&lt;br/&gt;</c>) or an entity (<c>&amp;nbsp;</c>) ends, or the same place when it is only a sign.</summary>
    private static int EndOfMarkup(string text, int start)
    {
        var (close, longest) = text[start] is '<' ? ('>', 200) : (';', 10);
        if (start + 1 >= text.Length || !(char.IsAsciiLetter(text[start + 1]) || text[start + 1] is '/' or '#'))
            return start;
        var end = text.AsSpan(start, Math.Min(longest, text.Length - start)).IndexOf(close);
        return end < 0 ? start : start + end;
    }

    private static string Fold(string written)
    {
        var folded = new StringBuilder(written.Length + 4);
        foreach (var sign in written.ToLowerInvariant())
        {
            if (sign is 'ä' or 'ö' or 'ü' or 'ß')
                folded.Append(sign switch { 'ä' => "ae", 'ö' => "oe", 'ü' => "ue", _ => "ss" });
            else if (char.IsAscii(sign))
                folded.Append(sign);
            else
                folded.Append([.. $"{sign}".Normalize(NormalizationForm.FormKD).Where(char.IsLetterOrDigit)]);
        }

        return folded.ToString();
    }
}

/// <summary>A word of a text.</summary>
/// <param name="Written">As it stands there, to show it.</param>
/// <param name="Folded">As it is compared.</param>
internal readonly record struct GermanWord(string Written, string Folded);
