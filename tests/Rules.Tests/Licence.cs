using System.Text.RegularExpressions;

namespace Modellstadt.Rules.Tests;

/// <summary>SPDX licence expressions (SPDX 2.3, Annex D) without exceptions (<c>WITH</c>), which none of our packages uses.</summary>
internal static partial class Licence
{
    private const string Yes = "yes", No = "no";

    /// <summary>True when a free licence can be chosen: one side of an <c>OR</c>, every side of an <c>AND</c>.</summary>
    public static bool Allows(string expression, IReadOnlySet<string> free)
    {
        while (Innermost().Match(expression) is { Success: true } group)
            expression = expression.Replace(group.Value, Allows(group.Groups[1].Value, free) ? Yes : No, StringComparison.Ordinal);
        return expression.Split(" OR ").Any(choice => choice.Split(" AND ").Select(part => part.Trim()).All(part => part == Yes || free.Contains(part)));
    }

    [GeneratedRegex(@"\(([^()]*)\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Innermost();
}
