using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Modellstadt.Registers;

/// <summary>A house number as German registers split it: a number and an addition (<c>17a</c> is 17 and <c>a</c>).</summary>
/// <param name="Number">1 to 99,999.</param>
/// <param name="Suffix">The addition in lower case; empty when there is none.</param>
public readonly partial record struct HouseNumber(int Number, string Suffix) : IComparable<HouseNumber>
{
    /// <summary>Reads <c>17</c>, <c>17a</c>, <c>17 A</c>, <c>17 1/2</c>; false when it is no house number.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out HouseNumber? houseNumber)
    {
        var match = text is { Length: <= 16 } ? Form().Match(text) : Match.Empty;
        houseNumber = match.Success
            ? new HouseNumber(int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), match.Groups["suffix"].Value.ToLowerInvariant())
            : null;
        return match.Success;
    }

    /// <summary>By number, then by addition: 17 before 17a before 17b before 18.</summary>
    public int CompareTo(HouseNumber other) =>
        Number != other.Number ? Number.CompareTo(other.Number) : string.CompareOrdinal(Suffix, other.Suffix);

    /// <summary>As it is written on the door: <c>17a</c>.</summary>
    public override string ToString() => Suffix is [>= '0' and <= '9', ..] ? $"{Number} {Suffix}" : $"{Number}{Suffix}";

    [GeneratedRegex(@"^\s*(?<number>[1-9][0-9]{0,4})\s*(?<suffix>[a-zA-Z]|[1-9]/[1-9])?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
