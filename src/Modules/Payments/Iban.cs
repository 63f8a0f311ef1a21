// ISO 13616 (IBAN), lengths of its registry for the countries of SEPA
using System.Collections.Frozen;

namespace Modellstadt.Payments;

/// <summary>An account number that a SEPA transfer can go to (ISO 13616): country, check digits, length of the country.</summary>
public sealed record Iban
{
    private const int Longest = 34;
    private const int LongestTyped = 2 * Longest;

    private static readonly FrozenDictionary<string, int> Lengths =
        ("AD24 AL28 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MD24 ME22 "
        + "MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27 VA22").Split(' ').ToFrozenDictionary(entry => entry[..2], entry => int.Parse(entry[2..], System.Globalization.CultureInfo.InvariantCulture));

    private Iban(string text) => Text = text;

    /// <summary>Without blanks, capital letters.</summary>
    public string Text { get; }

    /// <summary>As people read it, four signs at a time.</summary>
    public string InGroups => string.Join(' ', Text.Chunk(4).Select(group => new string(group)));

    /// <summary>Enough to recognise one's own account, not enough to use it: country and the last four signs.</summary>
    public string Hidden => $"{Text[..2]}… {Text[^4..]}";

    /// <summary>Reads an account number with or without blanks; null when it is none of a SEPA country or was mistyped.</summary>
    public static Iban? TryRead(string? text)
    {
        if (text is null || text.Length > LongestTyped)
            return null;

        var read = string.Concat(text.Where(sign => !char.IsWhiteSpace(sign))).ToUpperInvariant();
        return read.Length > 4 && Lengths.TryGetValue(read[..2], out var length) && read.Length == length && IsWellFormed(read) ? new Iban(read) : null;
    }

    /// <summary>True for letters and digits in the places of an IBAN with fitting check digits, whatever the country.</summary>
    internal static bool IsWellFormed(string text) =>
        text.Length is >= 15 and <= Longest && text.All(sign => char.IsAsciiDigit(sign) || char.IsAsciiLetterUpper(sign))
        && char.IsAsciiLetter(text[0]) && char.IsAsciiLetter(text[1]) && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3]) && Mod97.Fits(text);

    /// <inheritdoc />
    public override string ToString() => Text;
}
