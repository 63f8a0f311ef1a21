// ISO 11649 (structured creditor reference)
namespace Modellstadt.Payments;

/// <summary>
/// A structured creditor reference (ISO 11649): RF, two check digits, up to 21 letters and digits. A banking app carries it
/// unchanged, and a typing error is noticed by the check digits.
/// </summary>
public sealed record CreditorReference
{
    private const string Prefix = "RF";
    private const int LongestBody = 21;

    private CreditorReference(string text) => Text = text;

    /// <summary>The reference without blanks, capital letters: <c>RF65GE2026000123</c>.</summary>
    public string Text { get; }

    /// <summary>As people read it, four signs at a time (ISO 11649, print format).</summary>
    public string InGroups => string.Join(' ', Text.Chunk(4).Select(group => new string(group)));

    /// <summary>The reference of a notice: its letters and digits behind check digits.</summary>
    /// <param name="reference">The notice's own reference (Kassenzeichen), for example <c>GE-2026-000123</c>.</param>
    /// <exception cref="ArgumentException">Nothing but signs that no bank carries, or more than 21 letters and digits.</exception>
    public static CreditorReference Of(string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var body = string.Concat(reference.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        if (body.Length is 0 or > LongestBody)
            throw new ArgumentException($"A creditor reference is made of 1 to {LongestBody} letters and digits; {reference} has {body.Length}.", nameof(reference));
        return new CreditorReference(Prefix + Mod97.CheckDigits(Prefix, body) + body);
    }

    /// <summary>Reads a reference with or without blanks, in small or capital letters; null when it is none or its check digits do not fit.</summary>
    public static CreditorReference? TryRead(string? text)
    {
        if (text is null || text.Length > 2 * (LongestBody + 4))
            return null;

        var read = string.Concat(text.Where(sign => !char.IsWhiteSpace(sign))).ToUpperInvariant();
        return read.Length is > 4 and <= LongestBody + 4 && read.StartsWith(Prefix, StringComparison.Ordinal)
            && char.IsAsciiDigit(read[2]) && char.IsAsciiDigit(read[3]) && read.All(char.IsAsciiLetterOrDigit) && Mod97.Fits(read)
            ? new CreditorReference(read)
            : null;
    }

    /// <inheritdoc />
    public override string ToString() => Text;
}
