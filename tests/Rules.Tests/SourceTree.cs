using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Modellstadt.Testing;

namespace Modellstadt.Rules.Tests;

/// <summary>The product's own C# files, parsed once.</summary>
internal static class SourceTree
{
    private static readonly Lazy<IReadOnlyList<SourceFile>> Parsed = new(Parse);

    /// <summary>Every C# file below <c>src</c>.</summary>
    public static IReadOnlyList<SourceFile> Files => Parsed.Value;

    /// <summary>Project files below a folder, without build output.</summary>
    public static IEnumerable<string> Projects(string below) => Below(below, "*.csproj");

    /// <summary>Files below a folder of the checkout, without build output and installed packages.</summary>
    public static IEnumerable<string> Below(string folder, string pattern) =>
        Directory.EnumerateFiles(ProductFiles.PathOf(folder), pattern, SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "dist" or "artifacts"));

    private static List<SourceFile> Parse() =>
        [.. Below("src", "*.cs").Select(path => new SourceFile(Relative(path), CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetCompilationUnitRoot()))];

    /// <summary>The path from the root of the checkout.</summary>
    public static string Relative(string path) => Path.GetRelativePath(ProductFiles.Root, path);
}

/// <summary>One parsed file.</summary>
internal sealed record SourceFile(string Path, CompilationUnitSyntax Root)
{
    public IEnumerable<TNode> Nodes<TNode>() => Root.DescendantNodes().OfType<TNode>();
}
