using System.Globalization;
using System.Text;

namespace Modellstadt.Registers;

/// <summary>A name in one spelling made comparable: capital letters A to Z, words, particles set apart.</summary>
/// <param name="Original">As it was written.</param>
/// <param name="GivenNames">The given names in their order; a hyphenated name is one.</param>
/// <param name="FamilyWords">The family name's words without particles.</param>
/// <param name="Particles">Von, van der, zu …, wherever they stood.</param>
internal sealed record SpelledName(PersonName Original, IReadOnlyList<string> GivenNames, IReadOnlyList<string> FamilyWords, string Particles)
{
    private static readonly HashSet<string> ParticleWords =
    [
        "VON", "VOM", "VAN", "DER", "DEN", "DEM", "DES", "DE", "DEL", "DELLA", "DI", "DA", "DO", "DOS", "DAS", "DU", "LA", "LE", "ZU", "ZUM", "ZUR",
        "UND", "TEN", "TER", "TE", "T", "AM", "IM", "AUF", "AUS", "AF", "AV",
    ];

    /// <summary>The family name without particles, its words joined.</summary>
    public string FamilyName { get; } = string.Concat(FamilyWords);

    /// <summary>The search form of DIN 91379: ü is UE. Null when a character is unknown.</summary>
    public static SpelledName? InSearchForm(PersonName name) => Spell(name, (_, searchForm) => searchForm);

    /// <summary>Base letters only, as foreign documents write them: ü is U. Null when a character is unknown.</summary>
    public static SpelledName? InBaseLetters(PersonName name) => Spell(name, (letter, searchForm) => BaseLetter(letter) ?? searchForm);

    /// <summary>A name part in A to Z, each word with a capital: <c>Łukaszewska</c> is <c>Lukaszewska</c>, <c>Müller</c> <c>Mueller</c>.</summary>
    public static string Latin(string part) =>
        string.Join(' ', part.Split(' ').Select(word => string.Join('-', word.Split('-').Select(LatinWord))));

    private static SpelledName? Spell(PersonName name, Func<string, string, string> choose)
    {
        var family = NameCharacters.SearchForm(name.FamilyName, choose);
        var given = name.GivenNames.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => NameCharacters.SearchForm(one, choose)).ToArray();
        if (family is null || given.Contains(null))
            return null;

        var words = family.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (start, end) = Core(words);
        return new SpelledName(
            name,
            [.. given.Select(one => one!.Replace(" ", "", StringComparison.Ordinal)).Where(one => one.Length > 0)],
            words[start..end],
            string.Join(' ', words[end..].Concat(words[..start])));
    }

    /// <summary>The name between the particles before and after it; a name of particles alone (<c>Le</c>, <c>Do</c>) is a name.</summary>
    private static (int Start, int End) Core(string[] words)
    {
        if (words.All(ParticleWords.Contains))
            return (0, words.Length);

        return (Array.FindIndex(words, word => !ParticleWords.Contains(word)), Array.FindLastIndex(words, word => !ParticleWords.Contains(word)) + 1);
    }

    private static string LatinWord(string word)
    {
        var form = NameCharacters.SearchForm(word, (_, searchForm) => searchForm)?.Replace(" ", "", StringComparison.Ordinal);
        return form is { Length: > 0 } ? (char.IsLower(word[0]) ? form.ToLowerInvariant() : form[0] + form[1..].ToLowerInvariant()) : word;
    }

    private static string? BaseLetter(string letter)
    {
        var decomposed = letter.Normalize(NormalizationForm.FormD);
        return decomposed.Length > 1 && char.IsAsciiLetter(decomposed[0]) && decomposed.Skip(1).All(IsCombining)
            ? decomposed[..1].ToUpperInvariant()
            : letter switch { "Ø" or "ø" => "O", _ => null };
    }

    private static bool IsCombining(char mark) => CharUnicodeInfo.GetUnicodeCategory(mark) is UnicodeCategory.NonSpacingMark;
}
