using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Modellstadt.Region.Office;

/// <summary>What the forms of ledger and board carry.</summary>
internal static partial class OfficeForm
{
    private const string KeyPrefix = "form/";

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

    [GeneratedRegex("^[A-Za-z0-9_-]{8,64}$")]
    private static partial Regex KeySigns();
}
