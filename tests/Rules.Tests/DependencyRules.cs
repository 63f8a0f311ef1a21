using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Modellstadt.Rules.Tests;

/// <summary>Only free licences; no host of a package registry and no machine's path in the project.</summary>
public sealed partial class DependencyRules
{
    private static readonly HashSet<string> Allowed =
        ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "PostgreSQL", "MPL-2.0", "0BSD", "EUPL-1.2", "OFL-1.1", "Unlicense", "CC0-1.0", "BlueOak-1.0.0"];

    /// <summary>Packages whose nuspec names a file or an address instead of an SPDX expression; their licence was read by hand.</summary>
    private static readonly Dictionary<string, string> ReadByHand = new(StringComparer.OrdinalIgnoreCase)
    {
    };

    [Fact]
    public void Every_package_of_the_product_has_a_free_licence()
    {
        var packages = SourceTree.Below("src", "packages.lock.json").Concat(SourceTree.Below("tests", "packages.lock.json")).SelectMany(Locked).Distinct();
        KnownExceptions.AssertOnly("licence", packages.Select(package => (package, licence: LicenceOf(package)))
            .Where(found => !Split(found.licence).Any(Allowed.Contains))
            .Select(found => $"{found.package.Id} {found.licence}"));
    }

    [Fact]
    public void Every_browser_package_has_a_free_licence() =>
        KnownExceptions.AssertOnly("browser-licence", SourceTree.Below("src", "package-lock.json").SelectMany(BrowserPackages)
            .Where(package => !Split(package.Licence).Any(Allowed.Contains))
            .Select(package => $"{package.Name} {package.Licence}"));

    [Fact]
    public void No_file_names_a_package_registry_or_a_path_of_a_machine()
    {
        string[] words = ["nuget" + ".org", "npmjs" + ".", "deb." + "debian", "/wo" + "rk/"];
        var offenders = TextFiles()
            .SelectMany(path => words.Where(word => File.ReadAllText(path).Contains(word, StringComparison.Ordinal)).Select(word => $"{SourceTree.Relative(path)} {word}"));
        Assert.Empty(offenders);
    }

    private static IEnumerable<string> TextFiles() =>
        SourceTree.Below("", "*").Where(path => TextFile().IsMatch(path) && !path.Contains("/.git/", StringComparison.Ordinal) && !path.Contains("/.modellstadt/", StringComparison.Ordinal) && !path.Contains("/wwwroot/assets/", StringComparison.Ordinal));

    private static IEnumerable<(string Id, string Version)> Locked(string path) =>
        from framework in JsonDocument.Parse(File.ReadAllText(path)).RootElement.GetProperty("dependencies").EnumerateObject()
        from package in framework.Value.EnumerateObject()
        where package.Value.TryGetProperty("resolved", out _)
        select (package.Name, package.Value.GetProperty("resolved").GetString()!);

    private static string LicenceOf((string Id, string Version) package)
    {
        var root = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var id = package.Id.ToLowerInvariant();
        var specification = XDocument.Load(Path.Combine(root, id, package.Version.ToLowerInvariant(), id + ".nuspec"));
        var licence = specification.Descendants().FirstOrDefault(element => element.Name.LocalName == "license");
        return licence?.Attribute("type")?.Value == "expression" ? licence.Value : ReadByHand.GetValueOrDefault(package.Id, "not stated");
    }

    private static IEnumerable<(string Name, string Licence)> BrowserPackages(string path) =>
        from package in JsonDocument.Parse(File.ReadAllText(path)).RootElement.GetProperty("packages").EnumerateObject()
        where package.Name.Length > 0
        select (package.Name, package.Value.TryGetProperty("license", out var licence) ? licence.GetString()! : "not stated");

    private static IEnumerable<string> Split(string expression) => Operators().Split(expression.Trim('(', ')')).Select(part => part.Trim('(', ')', ' '));

    [GeneratedRegex(@"\s+(?:OR|AND)\s+")]
    private static partial Regex Operators();

    [GeneratedRegex(@"\.(cs|csproj|props|targets|json|ts|tsx|js|css|html|md|yml|yaml|sh|sql|razor|txt)$|/(run|test|bench)$")]
    private static partial Regex TextFile();
}
