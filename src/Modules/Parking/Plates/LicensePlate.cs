using System.Text;
using System.Text.RegularExpressions;

namespace Modellstadt.Parking.Plates;

/// <summary>
/// A German number plate (FZV § 9 and § 10): district, one or two letters, one to four digits, perhaps <c>E</c> (electric) or
/// <c>H</c> (historic), perhaps a season. Together at most eight characters. Plates of authorities, diplomats and the armed forces
/// have another form and are no plates of residents.
/// </summary>
internal sealed partial record LicensePlate
{
    private const int MostCharacters = 8;
    private const int LongestInput = 24;

    private LicensePlate(string district, string letters, string number, string suffix, PlateSeason? season) =>
        (District, Letters, Number, Suffix, Season) = (district, letters, number, suffix, season);

    /// <summary>Unterscheidungszeichen: one to three letters, umlauts included.</summary>
    public string District { get; }

    /// <summary>One or two letters.</summary>
    public string Letters { get; }

    /// <summary>One to four digits without a leading zero.</summary>
    public string Number { get; }

    /// <summary><c>E</c>, <c>H</c> or empty.</summary>
    public string Suffix { get; }

    /// <summary>Months of a seasonal plate; null when it holds all year.</summary>
    public PlateSeason? Season { get; }

    /// <summary>What makes two plates the same, however they were written; the season is no part of it.</summary>
    public string Key => $"{District}-{Letters}{Number}{Suffix}";

    /// <summary>As it stands on the car without its season: <c>GE-AB 123E</c>.</summary>
    public string WithoutSeason => $"{District}-{Letters} {Number}{Suffix}";

    /// <summary>
    /// Every plate that the text can mean, best known first: one when district and letters are written apart, perhaps several
    /// for <c>GEAB123</c>; empty when it has not the form of a plate. A known district settles the question.
    /// </summary>
    public static IReadOnlyList<LicensePlate> Readings(string? written, IReadOnlySet<string> knownDistricts)
    {
        if (written is null || written.Length > LongestInput || written.Any(HasNoNormalForm))
            return [];

        var text = string.Concat(written.Normalize(NormalizationForm.FormC).Trim().Select(Capital));
        if (Apart().Match(text) is { Success: true } apart)
            return From(apart, apart.Groups["district"].Value, apart.Groups["letters"].Value) is { } plate ? [plate] : [];

        if (Together().Match(text) is not { Success: true } together)
            return [];

        var run = together.Groups["run"].Value;
        if (knownDistricts.Contains(run))
            return []; // "GE 1234" is a plate of an authority: a district without letters.

        var readings = Enumerable.Range(1, 3)
            .Where(length => run.Length - length is 1 or 2)
            .Select(length => From(together, run[..length], run[length..]))
            .OfType<LicensePlate>()
            .ToArray();
        var known = readings.Where(reading => knownDistricts.Contains(reading.District)).ToArray();
        return known is [] ? readings : known;
    }

    /// <summary>The one plate that the text means; null when it has not the form of a plate or can mean several.</summary>
    public static LicensePlate? Parse(string? written, IReadOnlySet<string> knownDistricts) =>
        Readings(written, knownDistricts) is [var only] ? only : null;

    /// <summary>As it stands on the car: <c>GE-AB 123E</c>, with the season when there is one.</summary>
    public override string ToString() => Season is null ? WithoutSeason : $"{WithoutSeason} {Season}";

    /// <summary>Such signs make <see cref="string.Normalize()"/> throw.</summary>
    private static bool HasNoNormalForm(char sign) => char.IsSurrogate(sign) || sign is '\uFFFE';

    /// <summary>Only letters of plates: elsewhere a small sign can become a letter that it is not (<c>ſ</c> becomes <c>S</c>).</summary>
    private static char Capital(char sign) => sign is (>= 'a' and <= 'z') or 'ä' or 'ö' or 'ü' ? char.ToUpperInvariant(sign) : sign;

    private static LicensePlate? From(Match match, string district, string letters)
    {
        if (!PlateSeason.TryRead(match.Groups["from"].Value, match.Groups["to"].Value, out var season))
            return null;

        var (number, suffix) = (match.Groups["number"].Value, match.Groups["suffix"].Value);
        var fits = letters.All(char.IsAsciiLetterUpper) && district.Length + letters.Length + number.Length + suffix.Length <= MostCharacters;
        return fits ? new LicensePlate(district, letters, number, suffix, season) : null;
    }

    private const string Rest = @"(?<number>[1-9][0-9]{0,3})\s*(?<suffix>[EH])?(\s*\(?(?<from>[0-9]{2})\s*[-–/]\s*(?<to>[0-9]{2})\)?)?$";

    [GeneratedRegex(@"^(?<district>[A-ZÄÖÜ]{1,3})[\s\-–:·.]+(?<letters>[A-Z]{1,2})[\s\-–]*" + Rest, RegexOptions.CultureInvariant)]
    private static partial Regex Apart();

    [GeneratedRegex(@"^(?<run>[A-ZÄÖÜ]{2,5})\s*" + Rest, RegexOptions.CultureInvariant)]
    private static partial Regex Together();
}
