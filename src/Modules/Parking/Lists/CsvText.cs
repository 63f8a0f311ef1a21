using System.Text;
using nietras.SeparatedValues;

namespace Modellstadt.Parking.Lists;

/// <summary>Writes tables for spreadsheet programs: UTF-8 with a byte order mark, semicolons, quotes where they are needed (RFC 4180).</summary>
internal static class CsvText
{
    private const char Separator = ';';

    /// <summary>The table as bytes of a file.</summary>
    /// <param name="columns">The first row.</param>
    /// <param name="rows">The others, each as long as the first.</param>
    public static byte[] Write(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var writer = Sep.New(Separator).Writer(options => options with { Escape = true }).ToText();
        foreach (var fields in rows)
        {
            using var row = writer.NewRow();
            for (var column = 0; column < columns.Count; column++)
                row[columns[column]].Set(Harmless(fields[column]));
        }

        var text = writer.ToString();
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.Length > 0 ? text : string.Join(Separator, columns) + "\n")];
    }

    /// <summary>A field that a spreadsheet program would take for a formula gets an apostrophe in front: a name in a list must not run anything.</summary>
    private static string Harmless(string field) => field is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{field}" : field;
}
