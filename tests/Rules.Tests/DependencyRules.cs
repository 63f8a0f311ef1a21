using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Modellstadt.Rules.Tests;

/// <summary>Only free licences; no host of a package registry and no machine's path in the project.</summary>
public sealed partial class DependencyRules
{
    private static readonly HashSet<string> Free = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC", "PostgreSQL", "MPL-2.0"];

    /// <summary>Design assets come through the browser's packages only.</summary>
    private static readonly HashSet<string> FreeForDesign = [.. Free, "EUPL-1.2", "OFL-1.1"];

    [Fact]
    public void Every_package_of_the_product_has_a_free_licence()
    {
        var packages = new[] { "src", "tests", "benchmarks" }.SelectMany(folder => SourceTree.Below(folder, "packages.lock.json")).SelectMany(Locked).Distinct();
        KnownExceptions.AssertOnly("licence", packages.Select(package => (package, licence: LicenceOf(package)))
            .Where(found => !Licence.Allows(found.licence, Free))
            .Select(found => $"{found.package.Id} {found.licence}"));
    }

    [Fact]
    public void Every_browser_package_has_a_free_licence() =>
        KnownExceptions.AssertOnly("browser-licence", SourceTree.Below("src", "package-lock.json").SelectMany(BrowserPackages)
            .Where(package => !Licence.Allows(package.Licence, FreeForDesign))
            .Select(package => $"{package.Name} {package.Licence}"));

    [Theory]
    [InlineData("MIT", true)]
    [InlineData("GPL-3.0-only", false)]
    [InlineData("GPL-3.0-only OR MIT", true)]
    [InlineData("(MIT AND GPL-3.0-only)", false)]
    [InlineData("(MIT OR GPL-3.0-only) AND (ISC OR GPL-2.0-only)", true)]
    [InlineData("not stated", false)]
    public void One_choice_of_an_OR_is_enough_and_every_part_of_an_AND_counts(string expression, bool isFree) =>
        Assert.Equal(isFree, Licence.Allows(expression, Free));

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
        return licence?.Attribute("type")?.Value switch
        {
            "expression" => licence.Value,
            "file" when IsMit(File.ReadAllText(Path.Combine(root, id, package.Version.ToLowerInvariant(), licence.Value))) => "MIT",
            _ => "not stated",
        };
    }

    /// <summary>A few packages bring the text of their licence instead of its name.</summary>
    private static bool IsMit(string text) =>
        Blanks().Replace(text, " ").StartsWith("The MIT License (MIT) Copyright (c)", StringComparison.OrdinalIgnoreCase)
        && Blanks().Replace(text, " ").Contains("Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the \"Software\"), to deal in the Software without restriction", StringComparison.Ordinal);

    private static IEnumerable<(string Name, string Licence)> BrowserPackages(string path) =>
        from package in JsonDocument.Parse(File.ReadAllText(path)).RootElement.GetProperty("packages").EnumerateObject()
        where package.Name.Length > 0
        select (package.Name, package.Value.TryGetProperty("license", out var licence) ? licence.GetString()! : "not stated");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\.(cs|csproj|props|targets|json|ts|tsx|js|css|html|md|yml|yaml|sh|sql|razor|txt)$|/(run|test|bench)$")]
    private static partial Regex TextFile();
}
