// ISO/IEC 7064, MOD 97-10
namespace Modellstadt.Payments;

/// <summary>The check digits of IBAN (ISO 13616) and creditor reference (ISO 11649): letters count as 10 to 35.</summary>
internal static class Mod97
{
    /// <summary>The remainder by 97 of text made of digits and capital letters, read as one number.</summary>
    public static int Of(string text)
    {
        var rest = 0;
        foreach (var sign in text)
            rest = char.IsAsciiDigit(sign) ? (rest * 10 + sign - '0') % 97 : (rest * 100 + sign - 'A' + 10) % 97;
        return rest;
    }

    /// <summary>True when the first four signs (country or RF, and two check digits) fit the rest.</summary>
    public static bool Fits(string text) => Of(text[4..] + text[..4]) == 1;

    /// <summary>The two check digits for a text that follows them.</summary>
    /// <param name="prefix">Two capital letters.</param>
    /// <param name="rest">Digits and capital letters.</param>
    public static string CheckDigits(string prefix, string rest) => $"{98 - Of(rest + prefix + "00"):00}";
}
