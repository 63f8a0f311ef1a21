using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Modellstadt.Rules.Tests;

/// <summary>How tests are written.</summary>
public sealed class TestRules
{
    private const int MostKnownExceptions = 0;

    private static readonly string[] Unfinished = ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception"];

    private static readonly Lazy<List<(string Path, MethodDeclarationSyntax Method)>> Tests = new(() =>
        [.. SourceTree.Below("tests", "*Tests.cs").Concat(SourceTree.Below("tests/City.Tests", "*Journey.cs")).SelectMany(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot().DescendantNodes()
            .OfType<MethodDeclarationSyntax>().Where(IsTest).Select(method => (SourceTree.Relative(path), method)))]);

    [Fact]
    public void A_test_is_a_sentence() =>
        KnownExceptions.AssertOnly("test-name", Tests.Value.Where(test => test.Method.Identifier.Text.Split('_').Length < 3).Select(test => $"{test.Path} {test.Method.Identifier}"));

    [Fact]
    public void No_test_is_switched_off() =>
        KnownExceptions.AssertOnly("skipped-test", Tests.Value
            .Where(test => test.Method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.ArgumentList?.Arguments.Any(argument => argument.NameEquals?.Name.Identifier.Text == "Skip") is true))
            .Select(test => $"{test.Path} {test.Method.Identifier}"));

    [Fact]
    public void Nothing_says_that_it_is_unfinished() =>
        KnownExceptions.AssertOnly("unfinished",
            from path in new[] { "src", "tests", "benchmarks" }.SelectMany(folder => new[] { "*.cs", "*.razor", "*.ts", "*.tsx", "*.sql" }.SelectMany(pattern => SourceTree.Below(folder, pattern)))
            let text = File.ReadAllText(path)
            from word in Unfinished
            where text.Contains(word, StringComparison.Ordinal)
            select $"{SourceTree.Relative(path)} {word}");

    /// <summary>Whoever mends the last one of a hundred lowers the number to 99; nobody raises it.</summary>
    [Fact]
    public void The_list_of_known_exceptions_only_shrinks() => Assert.InRange(KnownExceptions.Count, 0, MostKnownExceptions);

    private static bool IsTest(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is "Fact" or "Theory");
}
