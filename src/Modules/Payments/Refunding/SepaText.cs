// EPC217-08 (SEPA Requirements for an Extended Character Set): the basic Latin set that every bank takes
using System.Globalization;
using System.Text;

namespace Modellstadt.Payments.Refunding;

/// <summary>Words in the signs that every bank of SEPA takes.</summary>
internal static class SepaText
{
    private const string Others = "/-?:().,'+ ";

    /// <summary>The words with umlauts spelt out, accents left off, other signs as blanks, at most so long, never empty.</summary>
    public static string Of(string words, int longest)
    {
        var text = new StringBuilder();
        foreach (var sign in words.Normalize(NormalizationForm.FormC))
            text.Append(Spelt(sign));

        var plain = string.Join(' ', text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).TrimStart('/');
        return plain.Length == 0 ? "-" : plain[..Math.Min(longest, plain.Length)].TrimEnd();
    }

    private static string Spelt(char sign) => sign switch
    {
        'ä' => "ae",
        'ö' or 'ø' => "oe",
        'ü' => "ue",
        'Ä' => "Ae",
        'Ö' or 'Ø' => "Oe",
        'Ü' => "Ue",
        'ß' => "ss",
        'æ' => "ae",
        'Æ' => "Ae",
        'ł' => "l",
        'Ł' => "L",
        'đ' or 'ð' => "d",
        'Đ' => "D",
        'ı' => "i",
        'þ' => "th",
        'Þ' => "Th",
        _ when char.IsAsciiLetterOrDigit(sign) || Others.Contains(sign, StringComparison.Ordinal) => sign.ToString(),
        _ => WithoutAccents(sign),
    };

    private static string WithoutAccents(char sign)
    {
        if (char.IsSurrogate(sign))
            return " ";

        var parts = sign.ToString().Normalize(NormalizationForm.FormD).Where(part => CharUnicodeInfo.GetUnicodeCategory(part) is not UnicodeCategory.NonSpacingMark);
        var letters = string.Concat(parts.Where(char.IsAsciiLetterOrDigit));
        return letters.Length == 0 ? " " : letters;
    }
}
