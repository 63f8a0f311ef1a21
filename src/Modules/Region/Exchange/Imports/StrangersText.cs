// Unicode: general categories, UAX #9 (bidirectional controls) and UTS #39 (mixed-script words), as far as they matter here.
using System.Globalization;
using System.Text;

namespace Modellstadt.Region.Exchange.Imports;

/// <summary>
/// Texts that strangers wrote. HTML in them stays text, for pages escape what they show; here is kept out what would still deceive a reader: characters
/// that nobody sees, that turn the direction of writing, or that look like others.
/// </summary>
internal static class StrangersText
{
    /// <summary>Longest line, characters.</summary>
    public const int LongestLine = 300;

    /// <summary>Longest description, characters.</summary>
    public const int LongestText = 10_000;

    private const int LongestAddress = 2_000;
    private const char SoftHyphen = '\u00ad';

    /// <summary>A text as it is kept; or why it is not.</summary>
    /// <param name="text">What stands in the document.</param>
    /// <param name="longest">Characters at most.</param>
    public static (string? Kept, EntryFault? Fault) Read(string text, int longest)
    {
        if (text.Length > longest)
            return (null, EntryFault.TooLong);
        var kept = text.Replace($"{SoftHyphen}", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Trim();
        if (kept.EnumerateRunes().Any(IsHidden))
            return (null, EntryFault.HiddenCharacters);
        if (kept.Length == 0)
            return (null, EntryFault.Missing);

        // Half a surrogate pair comes out of the runes as U+FFFD and cannot be normalised.
        kept = string.Concat(kept.EnumerateRunes()).Normalize(NormalizationForm.FormC);
        return HasMixedWord(kept) ? (null, EntryFault.MixedAlphabets) : (kept, null);
    }

    /// <summary>An address of the web as it is kept; null when it is none, or names a person, or its host looks like another.</summary>
    public static string? ReadAddress(string text) =>
        text.Length <= LongestAddress && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && address is { Scheme: "https" or "http", UserInfo: "", Host.Length: > 0 }
        && Ascii.IsValid(address.Host) && !text.EnumerateRunes().Any(IsHidden) && !address.Host.StartsWith("xn--", StringComparison.Ordinal) && !address.Host.Contains(".xn--", StringComparison.Ordinal)
            ? address.AbsoluteUri
            : null;

    private static bool IsHidden(Rune rune) => rune.Value is not '\n' and not '\t' && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Latin letters beside Greek or Cyrillic ones in a word: nobody writes so, but a word that is to look like another is.</summary>
    private static bool HasMixedWord(string text)
    {
        var (latin, other) = (false, false);
        foreach (var letter in text)
        {
            if (!char.IsLetter(letter))
                (latin, other) = (false, false);
            else if (letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '\u00c0' and <= '\u024f') or (>= '\u1e00' and <= '\u1eff'))
                latin = true;
            else if (letter is (>= '\u0370' and <= '\u052f') or (>= '\u1c80' and <= '\u1c8f') or (>= '\u2de0' and <= '\u2dff') or (>= '\ua640' and <= '\ua69f'))
                other = true;
            if (latin && other)
                return true;
        }

        return false;
    }
}
