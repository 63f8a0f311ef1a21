using System.Text.RegularExpressions;

namespace Modellstadt.Rules.Tests;

/// <summary>Both databases have the same schema, as far as names can tell; the storage tests run on both.</summary>
public sealed partial class StorageRules
{
    [Fact]
    public void Every_schema_script_stands_there_for_both_databases()
    {
        var scripts = SourceTree.Below("src", "*.sql").Select(SourceTree.Relative).ToHashSet();
        Assert.NotEmpty(scripts);
        KnownExceptions.AssertOnly("schema-script", scripts.Where(script => !scripts.Contains(Other(script))));
    }

    [Fact]
    public void Both_databases_have_the_same_tables_and_indexes() =>
        KnownExceptions.AssertOnly("schema-name", SourceTree.Below("src", "*.sql").Where(path => path.Contains("/Sqlite/", StringComparison.Ordinal))
            .SelectMany(path => Names(path).Except(Names(Other(path))).Concat(Names(Other(path)).Except(Names(path))).Select(name => $"{SourceTree.Relative(path)} {name}")));

    private static HashSet<string> Names(string path) => [.. Created().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value)];

    private static string Other(string script) => script.Contains("/Sqlite/", StringComparison.Ordinal)
        ? script.Replace("/Sqlite/", "/PostgreSql/", StringComparison.Ordinal)
        : script.Replace("/PostgreSql/", "/Sqlite/", StringComparison.Ordinal);

    [GeneratedRegex(@"CREATE\s+(?:UNIQUE\s+)?(?:TABLE|INDEX)\s+(\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Created();
}
