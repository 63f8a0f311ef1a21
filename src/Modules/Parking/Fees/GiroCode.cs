// EPC069-12 version 3.1 (European Payments Council, Quick Response Code: Guidelines to Enable Data Capture for the Initiation of a SEPA Credit Transfer)
using System.Globalization;
using System.Text;

namespace Modellstadt.Parking.Fees;

/// <summary>A transfer that a banking app reads from a QR code (GiroCode, EPC069-12 version 3.1): who gets how much for what.</summary>
internal sealed record GiroCode
{
    private const int LongestName = 70;
    private const int LongestRemittance = 140;
    private const int LongestHint = 70;
    private const int MostBytes = 331;
    private const decimal Least = 0.01m;
    private const decimal Most = 999_999_999.99m;

    /// <summary>Checks every field against the limits of section 4.</summary>
    /// <param name="name">Name of the payee, 1 to 70 characters.</param>
    /// <param name="iban">IBAN of the payee without blanks; its check digits must be right.</param>
    /// <param name="euros">0.01 to 999,999,999.99, at most two decimals.</param>
    /// <param name="remittance">What the payment is for, at most 140 characters, unstructured.</param>
    /// <param name="hint">A hint to the payer, at most 70 characters; null when there is none.</param>
    /// <exception cref="ArgumentException">A field breaks its limit, or all of them together are longer than 331 bytes.</exception>
    public GiroCode(string name, string iban, decimal euros, string remittance, string? hint = null)
    {
        Require(name.Length is > 0 and <= LongestName && IsOneLine(name), "The payee's name has 1 to 70 characters.", nameof(name));
        Require(IsIban(iban), "The IBAN is not valid.", nameof(iban));
        Require(euros is >= Least and <= Most && decimal.Round(euros, 2) == euros, "The amount is 0.01 to 999,999,999.99 euros.", nameof(euros));
        Require(remittance.Length <= LongestRemittance && IsOneLine(remittance), "The remittance information has at most 140 characters.", nameof(remittance));
        Require(hint is null || (hint.Length <= LongestHint && IsOneLine(hint)), "The hint has at most 70 characters.", nameof(hint));
        // Service tag, version 002 (BIC optional), character set UTF-8, SEPA credit transfer, no BIC; then purpose code and structured remittance stay empty.
        string[] lines =
            ["BCD", "002", "1", "SCT", "", name, iban, string.Create(CultureInfo.InvariantCulture, $"EUR{euros:0.00}"), "", "", remittance, hint ?? ""];
        Text = string.Join('\n', lines).TrimEnd('\n');
        Require(Encoding.UTF8.GetByteCount(Text) <= MostBytes, "The code carries at most 331 bytes.", nameof(remittance));
    }

    /// <summary>What the QR code carries: UTF-8, lines ended by LF.</summary>
    public string Text { get; }

    /// <summary>ISO 13616 with check digits by ISO 7064 MOD 97-10.</summary>
    private static bool IsIban(string iban)
    {
        if (iban.Length is < 15 or > 34 || !iban.All(character => char.IsAsciiDigit(character) || char.IsAsciiLetterUpper(character)) || !char.IsAsciiLetter(iban[0]) || !char.IsAsciiLetter(iban[1]))
            return false;

        var rest = 0;
        foreach (var character in iban[4..] + iban[..4])
            rest = char.IsAsciiDigit(character) ? (rest * 10 + character - '0') % 97 : (rest * 100 + character - 'A' + 10) % 97;
        return rest == 1;
    }

    private static bool IsOneLine(string text) => !text.Any(char.IsControl);

    private static void Require(bool holds, string rule, string field)
    {
        if (!holds)
            throw new ArgumentException(rule, field);
    }
}
