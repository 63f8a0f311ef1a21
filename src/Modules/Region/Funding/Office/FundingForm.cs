using System.Globalization;
using System.Text.RegularExpressions;

namespace Modellstadt.Region.Funding.Office;

/// <summary>What clerks type into the forms of the funding ledger.</summary>
internal static partial class FundingForm
{
    /// <summary>An amount as people type it, <c>30</c>, <c>30,00</c> or <c>1.234,50</c>, in cents; null when it is none.</summary>
    public static long? Cents(string? typed)
    {
        var text = typed?.Replace("€", "", StringComparison.Ordinal).Trim() ?? "";
        return Amount().Match(text) is { Success: true } amount
            ? long.Parse(amount.Groups["euros"].Value.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 100
                + long.Parse(amount.Groups["cents"].Value.PadRight(2, '0'), CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>A rate as people type it, <c>80</c> or <c>66,67</c>, in hundredths of a percent; null when it is none.</summary>
    public static int? Rate(string? typed) =>
        Cents(typed?.Replace("%", "", StringComparison.Ordinal)) is { } hundredths and <= FundingRate.Whole ? (int)hundredths : null;

    /// <summary>Thousands may have points; a point or a comma before one or two digits separates the cents.</summary>
    [GeneratedRegex(@"^(?<euros>[0-9]{1,9}|[0-9]{1,3}(\.[0-9]{3}){1,2})([.,](?<cents>[0-9]{1,2}))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Amount();
}
