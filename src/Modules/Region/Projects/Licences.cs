// SPDX License List (spdx.org/licenses): the short identifiers of those that public bodies use most; LicenseRef- for any other (SPDX 2.3, annex D).
using System.Text.RegularExpressions;

namespace Modellstadt.Region.Projects;

/// <summary>Licences by their SPDX identifier, and how others may be named.</summary>
internal static partial class Licences
{
    /// <summary>For documents and data, then for software.</summary>
    public static IReadOnlyList<string> Usual { get; } =
    [
        "CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-ND-4.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "CC-BY-NC-ND-4.0", "CC-BY-3.0-DE", "CC-BY-SA-3.0-DE",
        "DL-DE-ZERO-2.0", "DL-DE-BY-2.0", "ODbL-1.0", "ODC-By-1.0", "PDDL-1.0",
        "EUPL-1.2", "EUPL-1.1", "MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MPL-2.0", "PostgreSQL", "0BSD", "Unlicense",
        "GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0-only", "GPL-3.0-or-later", "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later",
        "AGPL-3.0-only", "AGPL-3.0-or-later", "OFL-1.1",
    ];

    /// <summary>The identifier as SPDX spells it; null when it is none that is known. Upper and lower case are the same, as SPDX says.</summary>
    public static string? Find(string typed) =>
        Usual.FirstOrDefault(licence => string.Equals(licence, typed, StringComparison.OrdinalIgnoreCase)) ?? (Own().IsMatch(typed) ? typed : null);

    /// <summary>True when it is written like an identifier: other towns may know more of them.</summary>
    public static bool IsIdentifier(string text) => text.Length <= ProjectDocument.LongestLicence && Identifier().IsMatch(text);

    /// <summary>A licence that SPDX does not list, by a name of one's own.</summary>
    [GeneratedRegex("^LicenseRef-[A-Za-z0-9.-]{1,50}$")]
    private static partial Regex Own();

    [GeneratedRegex("^[A-Za-z0-9.+-]+$")]
    private static partial Regex Identifier();
}
