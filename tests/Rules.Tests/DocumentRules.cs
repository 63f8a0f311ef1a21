using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Modellstadt.Testing;

namespace Modellstadt.Rules.Tests;

/// <summary>The documents name types and tests that exist, and every attack on our list has an answer.</summary>
public sealed partial class DocumentRules
{
    private const int Attacks = 30;
    private const int LongestPage = 70;

    /// <summary>Every type of the product and its tests, with the names of its methods.</summary>
    private static readonly Lazy<ILookup<string, string>> Written = new(() =>
        new[] { "src", "tests", "benchmarks" }.SelectMany(folder => SourceTree.Below(folder, "*.cs"))
            .SelectMany(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
            .SelectMany(type => type.ChildNodes().OfType<MethodDeclarationSyntax>().Select(method => method.Identifier.Text).Prepend("").Select(method => (Type: type.Identifier.Text, Method: method)))
            .Concat(SourceTree.Below("src", "*.razor").Select(path => (Type: Path.GetFileNameWithoutExtension(path), Method: "")))
            .ToLookup(named => named.Type, named => named.Method));

    [Theory]
    [InlineData("docs/specs.md")]
    [InlineData("docs/security.md")]
    [InlineData("docs/security/wallet.md")]
    public void Every_type_and_test_a_document_names_exists(string document)
    {
        var named = Quoted().Matches(File.ReadAllText(ProductFiles.PathOf(document))).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.Contains(named, IsCSharp);
        KnownExceptions.AssertOnly(document, named.Where(name => IsCSharp(name) ? !IsWritten(name) : BrowserTest().Match(name) is { Success: true } test && !IsWritten(test)));
    }

    [Fact]
    public void Every_attack_on_the_list_is_refused_by_a_named_test_or_its_absence_is_explained()
    {
        var rows = File.ReadLines(ProductFiles.PathOf("docs/security.md")).Select(line => AttackRow().Match(line)).Where(match => match.Success).ToList();
        Assert.Equal(Enumerable.Range(1, Attacks), rows.Select(row => int.Parse(row.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(rows, row => Assert.True(
            Quoted().IsMatch(row.Groups["proof"].Value) || Explained().IsMatch(row.Groups["answer"].Value),
            $"Attack {row.Groups["number"].Value} names no test and does not say why."));
    }

    /// <summary>The claims of the threat model are the tables whose first column says what an attacker cannot do.</summary>
    [Fact]
    public void Every_claim_about_the_wallet_names_a_test()
    {
        var claims = File.ReadLines(ProductFiles.PathOf("docs/security/wallet.md"))
            .Aggregate((Rows: new List<string>(), Inside: false), (read, line) =>
            {
                var inside = line.StartsWith("| cannot |", StringComparison.Ordinal) || (read.Inside && line.StartsWith('|'));
                if (read.Inside && inside && !line.StartsWith("|---", StringComparison.Ordinal))
                    read.Rows.Add(line);
                return (read.Rows, inside);
            }).Rows;
        Assert.NotEmpty(claims);
        Assert.All(claims, claim => Assert.True(
            claim.Split(" | ") is [_, _, var proof] && Quoted().Matches(proof).Any(name => IsCSharp(name.Groups[1].Value) || BrowserTest().IsMatch(name.Groups[1].Value)),
            $"This claim names no test: {claim}"));
    }

    [Fact]
    public void Every_code_word_of_the_glossary_is_a_word_of_the_code()
    {
        var identifiers = SourceTree.Files.SelectMany(file => file.Root.DescendantTokens()).Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.Text).ToHashSet();
        var words = File.ReadLines(ProductFiles.PathOf("docs/glossary.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .SelectMany(line => Quoted().Matches(line.Split('|')[1])).Select(match => match.Groups[1].Value);
        KnownExceptions.AssertOnly("glossary", words.Where(word => IsCSharp(word) && !identifiers.Contains(word) && !identifiers.Contains("I" + word)));
    }

    [Fact]
    public void Every_setting_stands_in_the_operations_manual()
    {
        var manual = File.ReadAllText(ProductFiles.PathOf("docs/operations.md"));
        var settings = SourceTree.Files.SelectMany(file => file.Nodes<ClassDeclarationSyntax>()).SelectMany(Settings).ToList();
        Assert.Contains("Town__Ags", settings);
        KnownExceptions.AssertOnly("setting", settings.Where(setting => !manual.Contains($"`{setting}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_decision_stands_in_the_table_of_the_architecture()
    {
        var table = File.ReadAllText(ProductFiles.PathOf("docs/architecture.md"));
        KnownExceptions.AssertOnly("decision", SourceTree.Below("docs/decisions", "*.md").Select(path => "decisions/" + Path.GetFileName(path)).Where(path => !table.Contains(path, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_module_has_a_readme_of_one_page() =>
        KnownExceptions.AssertOnly("module-readme", SourceTree.Projects("src/Modules")
            .Select(project => Path.Combine(Path.GetDirectoryName(project)!, "README.md"))
            .Where(readme => !File.Exists(readme) || File.ReadLines(readme).Count() > LongestPage)
            .Select(SourceTree.Relative));

    [Fact]
    public void Every_link_between_documents_leads_somewhere() =>
        KnownExceptions.AssertOnly("broken-link",
            from path in SourceTree.Below("", "*.md")
            from Match link in Link().Matches(File.ReadAllText(path))
            let target = Path.Combine(Path.GetDirectoryName(path)!, link.Groups[1].Value)
            where !File.Exists(target) && !Directory.Exists(target)
            select $"{SourceTree.Relative(path)} {link.Groups[1].Value}");

    /// <summary>Settable properties of a class whose summary names its configuration section, as environment variables.</summary>
    private static IEnumerable<string> Settings(ClassDeclarationSyntax type) =>
        Section().Match(type.GetLeadingTrivia().ToString()) is { Success: true } section
            ? type.Members.OfType<PropertyDeclarationSyntax>()
                .Where(property => property.AccessorList?.Accessors.Any(accessor => accessor.IsKind(SyntaxKind.SetAccessorDeclaration)) is true)
                .Where(property => !property.Type.ToString().EndsWith("Options", StringComparison.Ordinal))
                .Select(property => $"{section.Groups[1].Value.Replace(":", "__", StringComparison.Ordinal)}__{property.Identifier.Text}")
            : [];

    private static bool IsCSharp(string name) => CSharpName().IsMatch(name);

    private static bool IsWritten(string name) => name.Split('.') is [var type, ..] parts && Written.Value[type].Contains(parts.ElementAtOrDefault(1) ?? "");

    private static bool IsWritten(Match test) =>
        ProductFiles.PathOf(test.Groups["path"].Value) is var path && File.Exists(path) && File.ReadAllText(path).Contains(test.Groups["title"].Value, StringComparison.Ordinal);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    /// <summary><c>Type</c> or <c>TestClass.Method_name</c>.</summary>
    [GeneratedRegex(@"^[A-Z][a-z0-9]*[A-Z]?\w*(\.[A-Z]\w+)?$")]
    private static partial Regex CSharpName();

    /// <summary><c>src/Wallet/tests/scan.test.ts</c>, with <c>: title</c> when one test is meant.</summary>
    [GeneratedRegex(@"^(?<path>[\w./-]+\.test\.tsx?)(?:: (?<title>.+))?$")]
    private static partial Regex BrowserTest();

    [GeneratedRegex(@"^\| (?<number>\d+) \| (?<attack>[^|]+) \| (?<answer>[^|]+) \| (?<proof>[^|]+) \|$")]
    private static partial Regex AttackRow();

    [GeneratedRegex(@"Configuration section <c>([\w:]+)</c>")]
    private static partial Regex Section();

    [GeneratedRegex("^(Not in this version|Gap)")]
    private static partial Regex Explained();

    /// <summary>A link or a picture inside the repository.</summary>
    [GeneratedRegex("""(?:\]\(|src=")(?!https?:|mailto:|#)([^)#\s"]+)""")]
    private static partial Regex Link();
}
