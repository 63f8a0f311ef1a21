using System.Text;

namespace Modellstadt.Registers;

/// <summary>Reads the supplier's file row by row: the first row names the columns, exactly those of the manual, in any order.</summary>
internal static class ExportReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Hands every row with the right number of fields to <paramref name="take"/>; notes what is wrong.</summary>
    /// <param name="content">The file.</param>
    /// <param name="columns">The columns it must have.</param>
    /// <param name="mostRows">Where to stop reading.</param>
    /// <param name="problems">Where problems are noted.</param>
    /// <param name="take">Gets each row.</param>
    public static void Read(Stream content, IReadOnlyList<string> columns, int mostRows, ExportProblems problems, Action<ExportRow> take)
    {
        using var text = new StreamReader(content, StrictUtf8, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024, leaveOpen: true);
        var rows = new CsvRows(text);
        try
        {
            if (text.Peek() == '\uFEFF')
                text.Read();
            if (Header(rows.Next() ?? [], columns, problems) is { } positions)
                Rows(rows, positions, mostRows, problems, take);
        }
        catch (DecoderFallbackException)
        {
            problems.Add(rows.Number, "", ExportProblemKind.NotUtf8);
        }
        catch (InvalidDataException)
        {
            problems.Add(rows.Number, "", ExportProblemKind.NotCsv);
        }
    }

    private static Dictionary<string, int>? Header(string[] names, IReadOnlyList<string> columns, ExportProblems problems)
    {
        foreach (var missing in columns.Except(names))
            problems.Add(1, missing, ExportProblemKind.ColumnMissing);
        if (names.Except(columns).Any() || names.Distinct().Count() != names.Length)
            problems.Add(1, "", ExportProblemKind.ColumnUnknown);
        return problems.Count == 0 ? names.Index().ToDictionary(name => name.Item, name => name.Index) : null;
    }

    private static void Rows(CsvRows rows, Dictionary<string, int> positions, int mostRows, ExportProblems problems, Action<ExportRow> take)
    {
        while (rows.Next() is { } fields)
        {
            if (rows.Number > mostRows + 1)
            {
                problems.Add(rows.Number, "", ExportProblemKind.TooManyRows);
                return;
            }

            if (fields.Length == positions.Count)
                take(new ExportRow(rows.Number, positions, fields, problems));
            else
                problems.Add(rows.Number, "", ExportProblemKind.WrongFieldCount);
        }

        if (rows.Number < 2)
            problems.Add(0, "", ExportProblemKind.NoRows);
    }
}
