using System.Globalization;
using System.Text.RegularExpressions;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Parking.Rules.Words;

/// <summary>Places and values of a rule book in words: <c>zones[P].spaces</c> is "Zone P – Stellplätze".</summary>
internal abstract partial class BookWords : ITexts<BookWords>
{
    private static readonly BookWords German = new GermanBookWords();
    private static readonly BookWords English = new EnglishBookWords();

    public static BookWords For(Language language) => language is Language.German ? German : English;

    /// <summary>Members of the book; what is missing here stands as the book writes it.</summary>
    protected abstract IReadOnlyDictionary<string, string> Names { get; }

    /// <summary>Words of closed lists.</summary>
    protected abstract IReadOnlyDictionary<string, string> Values { get; }

    protected abstract Language Language { get; }

    /// <summary>Nothing stands there.</summary>
    public abstract string NotStated { get; }

    /// <summary>An area of a map, which is not written out.</summary>
    public abstract string OtherArea { get; }

    /// <summary>A place (<see cref="BookDifference.Place"/>) in words.</summary>
    public string PlaceOf(string place) => string.Join(" – ", Step().Matches(place).Where(step => step.Groups["name"].Value != "rules").Select(Of));

    /// <summary>A value in words; null: nothing stands there.</summary>
    public string ValueOf(string? value)
    {
        if (value is null)
            return NotStated;
        if (value.StartsWith('{'))
            return OtherArea;
        if (DateOnly.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.ToString("d", Language.Culture());
        return Amount().IsMatch(value) ? decimal.Parse(value, CultureInfo.InvariantCulture).ToString("0.00##", Language.Culture()) : Values.GetValueOrDefault(value, value);
    }

    private string Of(Match step)
    {
        var name = Names.GetValueOrDefault(step.Groups["name"].Value, step.Groups["name"].Value);
        return step.Groups["key"].Success ? $"{name} {string.Join(' ', step.Groups["key"].Value.Split(' ').Select(part => Values.GetValueOrDefault(part, part)))}" : name;
    }

    /// <summary>A member, and behind it in brackets which entry of a list.</summary>
    [GeneratedRegex(@"(?<name>[^.\[\]]+)(\[(?<key>[^\]]*)\])?")]
    private static partial Regex Step();

    [GeneratedRegex(@"^\d{1,7}\.\d{1,6}$")]
    private static partial Regex Amount();
}
