// ISO 11649; the search in free text is ours
using System.Text;

namespace Modellstadt.Payments.Statements;

/// <summary>Finds creditor references in what payers write: anywhere in the words, with blanks, without check digits, with a typing error.</summary>
internal static class ReferenceReading
{
    private const string Prefix = "RF";
    private const int HeadLength = 4;
    private const int LongestWords = 1_000;
    private const string Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /// <summary>References whose check digits fit, wherever they stand.</summary>
    /// <param name="words">What the payer wrote.</param>
    /// <param name="lengths">How long the town's references are, check digits included.</param>
    public static IReadOnlySet<string> Whole(string words, IReadOnlyCollection<int> lengths) =>
        Windows(Squeezed(words), lengths).Where(window => CreditorReference.TryRead(window) is not null).ToHashSet();

    /// <summary>References of which the payer left out RF and the check digits: every piece of the words that is as long as one without them.</summary>
    public static IReadOnlySet<string> WithoutHead(string words, IReadOnlyCollection<int> lengths)
    {
        var bodies = Windows(Squeezed(words), [.. lengths.Select(length => length - HeadLength)]);
        return bodies.Where(body => body.Any(char.IsAsciiDigit)).Select(body => CreditorReference.Of(body).Text).ToHashSet();
    }

    /// <summary>References that differ from the words in one sign: wrong, missing, too much, or two in the wrong order. The check digits leave few of them.</summary>
    public static IReadOnlySet<string> Mistyped(string words, IReadOnlyCollection<int> lengths)
    {
        var text = Squeezed(words);
        return lengths.SelectMany(length => Windows(text, [length - 1, length, length + 1]).Where(LooksLikeOne).SelectMany(window => Corrections(window, length)))
            .Where(candidate => CreditorReference.TryRead(candidate) is not null)
            .ToHashSet();
    }

    /// <summary>Letters and digits only, in capitals: banks break lines and people set blanks where they like.</summary>
    private static string Squeezed(string words)
    {
        var text = new StringBuilder();
        foreach (var sign in words.Take(LongestWords))
        {
            if (char.IsAsciiLetterOrDigit(sign))
                text.Append(char.ToUpperInvariant(sign));
        }

        return text.ToString();
    }

    private static IEnumerable<string> Windows(string text, IReadOnlyCollection<int> lengths) =>
        lengths.Where(length => length > 0).SelectMany(length => Enumerable.Range(0, Math.Max(0, text.Length - length + 1)).Select(start => text.Substring(start, length)));

    /// <summary>Begins like a reference, one sign of RF may be wrong or missing.</summary>
    private static bool LooksLikeOne(string window) => window[0] == Prefix[0] || window[0] == Prefix[1] || window[1] == Prefix[1];

    private static IEnumerable<string> Corrections(string typed, int length) => (length - typed.Length) switch
    {
        1 => Enumerable.Range(0, typed.Length + 1).SelectMany(place => Signs.Select(sign => typed.Insert(place, sign.ToString()))),
        -1 => Enumerable.Range(0, typed.Length).Select(place => typed.Remove(place, 1)),
        _ => Enumerable.Range(0, typed.Length).SelectMany(place => Signs.Select(sign => typed[..place] + sign + typed[(place + 1)..]))
            .Concat(Enumerable.Range(0, typed.Length - 1).Select(place => typed[..place] + typed[place + 1] + typed[place] + typed[(place + 2)..])),
    };
}
