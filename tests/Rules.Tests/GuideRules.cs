using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Testing;

namespace Modellstadt.Rules.Tests;

/// <summary>What a guide tells developers to type compiles, and does what the guide says.</summary>
public sealed partial class GuideRules
{
    [Fact]
    public void The_program_in_the_guide_shows_the_reader_number_and_hides_the_family_name()
    {
        var printed = RunProgram(Program());

        Assert.Contains("\"reader_number\":\"4711\"", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("Zuse", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_in_the_guide_names_the_broken_rule_when_the_nonce_is_another()
    {
        var printed = RunProgram(Program().Replace("new KeyBindingRules(\"https://films.example\", \"nonce-1\")", "new KeyBindingRules(\"https://films.example\", \"nonce-2\")", StringComparison.Ordinal));

        Assert.StartsWith(ErrorCodes.KeyBindingNonce, printed, StringComparison.Ordinal);
    }

    private static string Program() => CSharpBlock().Match(File.ReadAllText(ProductFiles.PathOf("docs/guides/en/issue-your-own-credential.md"))).Groups[1].Value;

    private static string RunProgram(string program)
    {
        const string Implicit = "global using System; global using System.Collections.Generic; global using System.Linq;";
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "Guide", [CSharpSyntaxTree.ParseText(Implicit), CSharpSyntaxTree.ParseText(program)], platform.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        using var assembly = new MemoryStream();
        Assert.Empty(compilation.Emit(assembly).Diagnostics.Where(found => found.Severity is DiagnosticSeverity.Error));

        var console = Console.Out;
        using var printed = new StringWriter();
        Console.SetOut(printed);
        try
        {
            Assembly.Load(assembly.ToArray()).EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
        }

        return printed.ToString();
    }

    [GeneratedRegex("```csharp\r?\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
