using System.Globalization;
using System.Text.RegularExpressions;

namespace Modellstadt.Region.Projects;

/// <summary>Sums as people type them: <c>1433000</c>, <c>1.433.000,50</c>, with <c>~</c> before it when the source rounds.</summary>
internal static partial class AmountText
{
    /// <summary>The sum as <see cref="Read"/> reads it.</summary>
    public static string Show(Amount amount)
    {
        var (euros, cents) = Math.DivRem(amount.Cents, 100);
        return string.Create(CultureInfo.InvariantCulture, $"{(amount.Rounded ? "~" : "")}{euros}{(cents == 0 ? "" : $",{cents:00}")}");
    }

    /// <summary>The sum; null when it is none.</summary>
    public static Amount? Read(string typed) => Typed().Match(typed.Replace("€", "", StringComparison.Ordinal).Trim()) is { Success: true } sum
        ? new Amount(
            long.Parse(sum.Groups["euros"].Value.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 100
                + long.Parse(sum.Groups["cents"].Value.PadRight(2, '0'), CultureInfo.InvariantCulture),
            sum.Groups["rounded"].Success)
        : null;

    /// <summary>Thousands may have points; a comma, or a point before one or two digits, separates the cents.</summary>
    [GeneratedRegex(@"^(?<rounded>~\s*)?(?<euros>[0-9]{1,11}|[0-9]{1,3}(\.[0-9]{3}){1,3})([.,](?<cents>[0-9]{1,2}))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Typed();
}
