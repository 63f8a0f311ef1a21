using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Modellstadt.Rules.Tests;

/// <summary>How the code is written.</summary>
public sealed partial class CodeRules
{
    private const int LongestMethod = 60;
    private const int LongestUsualMethod = 30;
    private const int MostConstructorParameters = 6;
    private const int KernelBudget = 2_500;

    private static readonly string[] EmptyWords = ["Manager", "Helper", "Helpers", "Utils", "Util", "Common", "Impl", "Data", "Info", "Dto", "Model"];

    [Fact]
    public void A_method_has_at_most_60_lines() =>
        KnownExceptions.AssertOnly("method-length", Methods().Where(method => method.Lines > LongestMethod).Select(method => method.Place));

    [Fact]
    public void Nine_methods_of_ten_have_at_most_30_lines()
    {
        var lengths = Methods().Select(method => method.Lines).Order().ToList();
        Assert.InRange(lengths[lengths.Count * 9 / 10], 1, LongestUsualMethod);
    }

    [Fact]
    public void A_constructor_takes_at_most_6_parameters() =>
        KnownExceptions.AssertOnly("constructor-parameters", SourceTree.Files.SelectMany(file =>
            file.Nodes<ClassDeclarationSyntax>().Where(type => type.ParameterList?.Parameters.Count > MostConstructorParameters).Select(type => $"{file.Path} {type.Identifier}")
                .Concat(file.Nodes<ConstructorDeclarationSyntax>().Where(constructor => constructor.ParameterList.Parameters.Count > MostConstructorParameters).Select(constructor => $"{file.Path} {constructor.Identifier}"))));

    [Fact]
    public void A_class_is_sealed_static_or_abstract() =>
        KnownExceptions.AssertOnly("open-class", SourceTree.Files.SelectMany(file => file.Nodes<TypeDeclarationSyntax>()
            .Where(type => type is ClassDeclarationSyntax or RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: not (int)SyntaxKind.StructKeyword })
            .Where(type => !type.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.SealedKeyword or SyntaxKind.StaticKeyword or SyntaxKind.AbstractKeyword))
            .Where(type => !IsPartOfSealedType(file, type))
            .Select(type => $"{file.Path} {type.Identifier}")));

    [Fact]
    public void A_name_says_something() =>
        KnownExceptions.AssertOnly("empty-name", SourceTree.Files.SelectMany(file => file.Nodes<BaseTypeDeclarationSyntax>()
            .Where(type => EmptyWords.Any(word => type.Identifier.Text.EndsWith(word, StringComparison.Ordinal)))
            .Select(type => $"{file.Path} {type.Identifier}")));

    [Fact]
    public void Only_doors_catch_every_exception() =>
        KnownExceptions.AssertOnly("catch-all", CatchAlls().Where(found => !IsBackgroundLoop(found.Clause)).Select(found => found.Place));

    [Fact]
    public void A_door_tells_somebody_what_it_caught() =>
        KnownExceptions.AssertOnly("swallowed-exception", CatchAlls()
            .Where(found => found.Clause.Declaration is not { Identifier.ValueText: { Length: > 0 } name } || !found.Clause.Block.DescendantNodes().OfType<IdentifierNameSyntax>().Any(used => used.Identifier.ValueText == name))
            .Select(found => found.Place));

    [Fact]
    public void The_kernel_stays_small()
    {
        var lines = SourceTree.Files.Where(file => file.Path.StartsWith("src/Kernel/", StringComparison.Ordinal)).Sum(file => file.Root.GetText().Lines.Count);
        Assert.InRange(lines, 1, KernelBudget);
    }

    [Fact]
    public void A_protocol_file_begins_with_its_specification_or_says_that_it_is_ours() =>
        KnownExceptions.AssertOnly("specification-header", SourceTree.Files
            .Where(file => file.Path.StartsWith("src/Protocols/", StringComparison.Ordinal))
            .Where(file => !SpecificationHeader().IsMatch(file.Root.GetLeadingTrivia().ToString()))
            .Select(file => file.Path));

    private static IEnumerable<(string Place, CatchClauseSyntax Clause)> CatchAlls() =>
        from file in SourceTree.Files
        from clause in file.Nodes<CatchClauseSyntax>()
        where clause.Declaration is null or { Type: IdentifierNameSyntax { Identifier.Text: "Exception" } or QualifiedNameSyntax { Right.Identifier.Text: "Exception" } }
        where !NamesWhatItCatches(clause.Filter)
        select ($"{file.Path} {clause.Ancestors().OfType<BaseTypeDeclarationSyntax>().First().Identifier}", clause);

    /// <summary><c>when (failure is HttpRequestException or IOException)</c> catches two kinds, not every one.</summary>
    private static bool NamesWhatItCatches(CatchFilterClauseSyntax? filter) =>
        filter?.FilterExpression is IsPatternExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression }
        && !filter.DescendantNodes().Any(node => node.IsKind(SyntaxKind.NotPattern));

    /// <summary>A background service is a door: its loop has no caller who could be told, and must go on.</summary>
    private static bool IsBackgroundLoop(CatchClauseSyntax clause) =>
        clause.Ancestors().OfType<ClassDeclarationSyntax>().Any(type => type.BaseList?.Types.Any(parent => parent.Type is IdentifierNameSyntax { Identifier.Text: "BackgroundService" }) is true);

    [GeneratedRegex(@"^// (?:Ours: .{20,}|.*(?:§|Appendix|App\.|Annex))", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SpecificationHeader();

    /// <summary>A partial type whose other part carries the modifier (texts per language, source generators).</summary>
    private static bool IsPartOfSealedType(SourceFile file, TypeDeclarationSyntax type) =>
        type.Modifiers.Any(SyntaxKind.PartialKeyword)
        && SourceTree.Files
            .Where(other => Path.GetDirectoryName(other.Path) == Path.GetDirectoryName(file.Path))
            .SelectMany(other => other.Nodes<TypeDeclarationSyntax>())
            .Any(other => other.Identifier.Text == type.Identifier.Text && other.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.SealedKeyword or SyntaxKind.StaticKeyword or SyntaxKind.AbstractKeyword));

    private static IEnumerable<(string Place, int Lines)> Methods() =>
        from file in SourceTree.Files
        from method in file.Nodes<BaseMethodDeclarationSyntax>()
        where method.Body is not null || method.ExpressionBody is not null
        select ($"{file.Path} {Name(method)}", Lines(method));

    private static string Name(BaseMethodDeclarationSyntax method) => method switch
    {
        MethodDeclarationSyntax named => named.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        _ => method.Kind().ToString(),
    };

    private static int Lines(SyntaxNode node)
    {
        var span = node.SyntaxTree.GetLineSpan(node.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }
}
