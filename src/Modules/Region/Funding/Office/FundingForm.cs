using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Funding.Office;

/// <summary>What clerks type into the forms of the funding ledger.</summary>
internal static partial class FundingForm
{
    private const string KeyPrefix = "form/";

    /// <summary>A page that says why, in the portal's own frame.</summary>
    public static IResult Refused(this HttpContext context, Refusal refusal)
    {
        context.RefusePage(refusal);
        return Results.Empty;
    }

    /// <summary>The key of the form, drawn when its page was shown; null when it carries none.</summary>
    public static string? Key(this IFormCollection form) => form["key"].ToString() is var key && KeySigns().IsMatch(key) ? KeyPrefix + key : null;

    /// <summary>A field without blanks around it; null when it is empty.</summary>
    public static string? Words(this IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } words ? words : null;

    /// <summary>A day as date fields send it; null when it is none.</summary>
    public static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), ["yyyy-MM-dd", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>One of an enumeration by its name; null when it is none.</summary>
    public static TEnum? Choice<TEnum>(string? typed) where TEnum : struct, Enum =>
        typed is not null && Enum.IsDefined(typeof(TEnum), typed) ? Enum.Parse<TEnum>(typed) : null;

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

    [GeneratedRegex("^[A-Za-z0-9_-]{8,64}$")]
    private static partial Regex KeySigns();
}
