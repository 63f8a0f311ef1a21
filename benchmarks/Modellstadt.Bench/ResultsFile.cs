using Modellstadt.Testing;

namespace Modellstadt.Bench;

/// <summary>
/// benchmarks/RESULTS.md: for each benchmark and database a table between two marks, replaced by <c>--record</c>. What people wrote
/// around the marks stays.
/// </summary>
internal static class ResultsFile
{
    private const string TableHead =
        """
        | figure | value | unit | limit of the run | ratio | target | |
        |---|---|---|---|---|---|---|
        """;

    /// <summary>Puts the figures of one run into the place of those before.</summary>
    /// <param name="name">The benchmark.</param>
    /// <param name="database">The database under it.</param>
    /// <param name="heading">Hardware, date, database.</param>
    /// <param name="command">How it was measured.</param>
    /// <param name="figures">What came out.</param>
    public static async Task RecordAsync(string name, string database, string heading, string command, IReadOnlyList<Figure> figures)
    {
        var path = ProductFiles.PathOf("benchmarks/RESULTS.md");
        var (start, end) = ($"<!-- {name} {database} -->\n", $"<!-- /{name} {database} -->\n");
        var text = await File.ReadAllTextAsync(path);
        if (!text.Contains(start, StringComparison.Ordinal))
            text += $"\n## {name} ({database})\n\n{start}{end}";

        var table = string.Concat([$"{heading}; `{command}`\n\n{TableHead}\n", .. figures.Select(figure => $"{figure.ToRow()}\n")]);
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        var to = text.IndexOf(end, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text[..from] + table + text[to..]);
    }
}
