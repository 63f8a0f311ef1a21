// EPC069-12 version 3.1 (European Payments Council, Quick Response Code: Guidelines to Enable Data Capture for the Initiation of a SEPA Credit Transfer)
using System.Globalization;
using System.Text;

namespace Modellstadt.Payments;

/// <summary>A transfer that a banking app reads from a QR code (GiroCode, EPC069-12 version 3.1): who gets how much for what.</summary>
public sealed record GiroCode
{
    private const int LongestName = 70;
    private const int LongestRemittance = 140;
    private const int LongestHint = 70;
    private const int MostBytes = 331;
    private const decimal Least = 0.01m;
    private const decimal Most = 999_999_999.99m;

    /// <summary>A transfer with words for the payee to read; checks every field against the limits of section 4.</summary>
    /// <param name="name">Name of the payee, 1 to 70 characters.</param>
    /// <param name="iban">IBAN of the payee without blanks; its check digits must be right.</param>
    /// <param name="euros">0.01 to 999,999,999.99, at most two decimals.</param>
    /// <param name="remittance">What the payment is for, at most 140 characters, unstructured.</param>
    /// <param name="hint">A hint to the payer, at most 70 characters; null when there is none.</param>
    /// <exception cref="ArgumentException">A field breaks its limit, or all of them together are longer than 331 bytes.</exception>
    public GiroCode(string name, string iban, decimal euros, string remittance, string? hint = null)
        : this(name, iban, euros, ("", remittance), hint)
    {
    }

    /// <summary>A transfer with a reference that the payee's books know; the guideline allows either a reference or words, not both.</summary>
    /// <param name="name">Name of the payee, 1 to 70 characters.</param>
    /// <param name="iban">IBAN of the payee without blanks; its check digits must be right.</param>
    /// <param name="euros">0.01 to 999,999,999.99, at most two decimals.</param>
    /// <param name="reference">The creditor reference.</param>
    /// <param name="hint">A hint to the payer, at most 70 characters; null when there is none.</param>
    /// <exception cref="ArgumentException">A field breaks its limit, or all of them together are longer than 331 bytes.</exception>
    public GiroCode(string name, string iban, decimal euros, CreditorReference reference, string? hint = null)
        : this(name, iban, euros, ((reference ?? throw new ArgumentNullException(nameof(reference))).Text, ""), hint)
    {
    }

    private GiroCode(string name, string iban, decimal euros, (string Reference, string Words) remittance, string? hint)
    {
        Require(name is { Length: > 0 and <= LongestName } && IsOneLine(name), "The payee's name has 1 to 70 characters.", nameof(name));
        Require(iban is not null && Iban.IsWellFormed(iban), "The IBAN is not valid.", nameof(iban));
        Require(euros is >= Least and <= Most && decimal.Round(euros, 2) == euros, "The amount is 0.01 to 999,999,999.99 euros.", nameof(euros));
        Require(remittance.Words is { Length: <= LongestRemittance } && IsOneLine(remittance.Words), "The remittance information has at most 140 characters.", nameof(remittance));
        Require(hint is null || (hint.Length <= LongestHint && IsOneLine(hint)), "The hint has at most 70 characters.", nameof(hint));
        // Service tag, version 002 (BIC optional), character set UTF-8, SEPA credit transfer, no BIC; then the purpose code stays empty.
        string[] lines =
            ["BCD", "002", "1", "SCT", "", name, iban!, string.Create(CultureInfo.InvariantCulture, $"EUR{euros:0.00}"), "", remittance.Reference, remittance.Words, hint ?? ""];
        Text = string.Join('\n', lines).TrimEnd('\n');
        Require(Encoding.UTF8.GetByteCount(Text) <= MostBytes, "The code carries at most 331 bytes.", nameof(remittance));
    }

    /// <summary>What the QR code carries: UTF-8, lines ended by LF.</summary>
    public string Text { get; }

    private static bool IsOneLine(string text) => !text.Any(char.IsControl);

    private static void Require(bool holds, string rule, string field)
    {
        if (!holds)
            throw new ArgumentException(rule, field);
    }
}
