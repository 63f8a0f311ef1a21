// DIN 91379:2022-08 (successor of DIN SPEC 91379:2019-03): data type A, the characters of natural persons' names, and the
// normative mapping of letters to their search form.
using System.Collections.Frozen;
using System.Text;

namespace Modellstadt.Registers;

/// <summary>The characters that a person's name may have in German registers: 649 Latin letters and 18 other signs of DIN 91379.</summary>
public static class NameCharacters
{
    /// <summary>Group N1: blank, hyphen, apostrophes, dots, and signs of transliteration.</summary>
    private const string OtherSigns = " ',-.`~¨´·ʹʺʾʿˈˌ’‡";

    private static readonly FrozenDictionary<string, string> Letters = ReadLetters();
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> LetterAt = Letters.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int LongestLetter = Letters.Keys.Max(letter => letter.Length);

    /// <summary>Every letter in normal form C, sequences of a letter and combining marks included.</summary>
    internal static IReadOnlyCollection<string> AllLetters => Letters.Keys;

    /// <summary>The first character that the standard does not know, for the sentence that says so; null when all are known.</summary>
    public static string? FirstUnknown(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text, (_, _) => { });
    }

    /// <summary>Normal form C; what has none (half characters, U+FFFE) becomes the replacement character.</summary>
    internal static string Compose(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormC);

    /// <summary>Letters in their search form (A to Z), every other sign as a blank; null when the text has an unknown character.</summary>
    internal static string? SearchForm(string text, Func<string, string, string> choose)
    {
        var form = new StringBuilder(text.Length);
        var unknown = Read(text, (letter, searchForm) => form.Append(letter.Length == 0 ? searchForm : choose(letter, searchForm)));
        return unknown is null ? form.ToString() : null;
    }

    /// <summary>Takes each letter (with its search form) or other sign (as an empty letter with what separates) in turn; returns the first unknown character.</summary>
    private static string? Read(string text, Action<string, string> take)
    {
        var rest = Compose(text).AsSpan();
        while (!rest.IsEmpty)
        {
            var length = LetterLength(rest);
            if (length > 0)
                take(rest[..length].ToString(), LetterAt[rest[..length]]);
            else if (OtherSigns.Contains(rest[0], StringComparison.Ordinal))
                take("", Separates(rest[0]) ? " " : "");
            else
                return Rune.DecodeFromUtf16(rest, out var rune, out _) is System.Buffers.OperationStatus.Done ? rune.ToString() : "\uFFFD";
            rest = rest[Math.Max(length, 1)..];
        }

        return null;
    }

    /// <summary>The longest letter wins: K with the macron below and H is one letter.</summary>
    private static int LetterLength(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(LongestLetter, text.Length); length > 0; length--)
        {
            if (LetterAt.ContainsKey(text[..length]))
                return length;
        }

        return 0;
    }

    /// <summary>Blank, hyphen, comma and dot stand between words; apostrophes and signs of transliteration stand inside them.</summary>
    private static bool Separates(char sign) => sign is ' ' or '-' or ',' or '.' or '·';

    private static FrozenDictionary<string, string> ReadLetters()
    {
        using var reader = new StreamReader(typeof(NameCharacters).Assembly.GetManifestResourceStream("din-91379-letters.txt")!);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.Split(": "))
            .SelectMany(parts => parts[1].Split(' ').Select(letter => KeyValuePair.Create(letter, parts[0])))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }
}
