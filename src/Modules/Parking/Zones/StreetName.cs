using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Modellstadt.Parking.Zones;

/// <summary>
/// A street's name in a form that compares equal however it was written: <c>Elsa-Brändström-Str.</c>,
/// <c>ELSA BRÄNDSTRÖM STRASSE</c> and <c>Elsa-Brändström-Straße</c> are one street.
/// </summary>
internal readonly partial record struct StreetName
{
    private readonly string key;

    private StreetName(string key) => this.key = key;

    /// <summary>Reads a name as people and registers write it.</summary>
    public static StreetName Of(string written)
    {
        var spelled = Spelled(written.Normalize(NormalizationForm.FormC).ToLowerInvariant());
        var words = Abbreviation().Replace(spelled, match => match.Groups["saint"].Success ? "sankt " : match.Groups["square"].Success ? "platz" : "strasse");
        return new StreetName(string.Concat(WithoutAccents(words).Where(char.IsLetterOrDigit)));
    }

    /// <inheritdoc />
    public override string ToString() => key;

    private static string Spelled(string lower) =>
        lower.Replace("ß", "ss", StringComparison.Ordinal)
            .Replace("ä", "ae", StringComparison.Ordinal)
            .Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ü", "ue", StringComparison.Ordinal);

    private static IEnumerable<char> WithoutAccents(string text) =>
        text.Normalize(NormalizationForm.FormD).Where(character => CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark);

    [GeneratedRegex(@"(?<street>str(\.|(?![\p{L}\p{N}])))|(?<square>pl\.)|(?<saint>\bst\.\s*)", RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();
}
