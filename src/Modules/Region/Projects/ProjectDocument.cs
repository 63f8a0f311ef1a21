using System.Text.RegularExpressions;

namespace Modellstadt.Region.Projects;

/// <summary>Something of a project that stands on the web and may be used.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Address">Where it stands, https only.</param>
/// <param name="Licence">How it may be used: an SPDX licence identifier.</param>
internal sealed partial record ProjectDocument(string Title, string Address, string Licence)
{
    /// <summary>Most documents of a project.</summary>
    public const int Most = 20;

    /// <summary>Longest licence identifier, characters.</summary>
    public const int LongestLicence = 64;

    /// <summary>The documents as they are typed: one a line, title, address and licence with semicolons between them.</summary>
    public static string Show(IEnumerable<ProjectDocument> documents) => string.Join('\n', documents.Select(document => $"{document.Title}; {document.Address}; {document.Licence}"));

    /// <summary>Reads what <see cref="Show"/> shows.</summary>
    /// <returns>Null when a line cannot be meant so: no https address, or a licence that nobody knows.</returns>
    public static IReadOnlyList<ProjectDocument>? Read(string typed)
    {
        var documents = typed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ReadLine).ToList();
        return documents.Count > Most || documents.Contains(null) ? null : [.. documents.OfType<ProjectDocument>()];
    }

    /// <summary>True for an absolute address that browsers open with https.</summary>
    public static bool IsAddress(string address) => Uri.TryCreate(address, UriKind.Absolute, out var read) && read.Scheme == Uri.UriSchemeHttps && read.UserInfo.Length == 0;

    private static ProjectDocument? ReadLine(string line) =>
        Line().Match(line) is { Success: true } read && IsAddress(read.Groups["address"].Value) && Licences.Find(read.Groups["licence"].Value) is { } licence
            ? new(read.Groups["title"].Value, read.Groups["address"].Value, licence)
            : null;

    [GeneratedRegex(@"^(?<title>\S.{0,199}?)\s*;\s*(?<address>https://\S{1,500}?)\s*;\s*(?<licence>\S{1,64})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
