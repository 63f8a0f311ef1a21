using System.Net;
using System.Text.RegularExpressions;

namespace Modellstadt.Testing;

/// <summary>What the portal answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Onwards">Where the browser is sent, or null.</param>
/// <param name="Html">The page, entities decoded.</param>
public sealed partial record StaffPage(HttpStatusCode Status, string? Onwards, string Html)
{
    /// <summary>The fields of the page's form as they stand; what the framework put there is not among them.</summary>
    public Dictionary<string, string> Form => Field().Matches(Html[Html.IndexOf("<form method=\"post\" action=\"/office/", StringComparison.Ordinal)..])
        .Select(match => (Name: match.Groups["name"].Value, match.Groups["tag"].Value switch
        {
            "input" => Value().Match(match.Groups["attributes"].Value).Groups[1].Value,
            "textarea" => match.Groups["inside"].Value,
            _ => Chosen().Match(match.Groups["inside"].Value).Groups[1].Value,
        }))
        .Where(entry => !entry.Name.StartsWith('_'))
        .ToDictionary(entry => entry.Name, entry => entry.Item2);

    /// <summary>The key that the n-th form with one carries against being sent twice.</summary>
    public string Key(int form = 0) => FormKey().Matches(Html)[form].Groups[1].Value;

    [GeneratedRegex("<(?<tag>input|textarea|select)(?<attributes>[^>]* name=\"(?<name>[^\"]+)\"[^>]*)>(?:(?<inside>(?:(?!<(?:input|textarea|select)).)*?)</\\k<tag>>)?", RegexOptions.Singleline)]
    private static partial Regex Field();

    [GeneratedRegex(" value=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex("value=\"([^\"]+)\" selected")]
    private static partial Regex Chosen();

    [GeneratedRegex("name=\"key\" value=\"([^\"]+)\"")]
    private static partial Regex FormKey();
}
