using Modellstadt.Kernel.Outcomes;
using nietras.SeparatedValues;

namespace Modellstadt.Parking.Lists.Import;

/// <summary>A foreign list as table: columns, then rows.</summary>
internal sealed record ImportTable(IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows)
{
    /// <summary>Longest list, bytes.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>Longest list, rows.</summary>
    public const int MostRows = 20_000;

    private const int MostColumns = 40;

    /// <summary>Reads CSV (RFC 4180) with semicolons, commas or tabs, as the first row shows; refused when it is no table or too long.</summary>
    public static Outcome<ImportTable> Read(string text)
    {
        try
        {
            using var reader = Sep.Reader(options => options with { Unescape = true }).FromText(text.TrimStart('\uFEFF'));
            var columns = reader.Header.ColNames.Select(name => name.Trim().Trim('"')).ToArray();
            if (columns.Length is < 2 or > MostColumns || columns.Distinct().Count() != columns.Length)
                return new ImportUnreadable();

            var rows = new List<string[]>();
            foreach (var row in reader)
            {
                if (rows.Count == MostRows)
                    return new ImportTooLong(MostRows);
                rows.Add(Fields(row));
            }

            return new ImportTable(columns, rows);
        }
        catch (Exception broken) when (broken is InvalidDataException or ArgumentException or NotSupportedException)
        {
            return new ImportUnreadable();
        }
    }

    /// <summary>A row's fields by column.</summary>
    public string Field(string[] row, string column) => IndexOf(column) is >= 0 and var index && index < row.Length ? row[index].Trim() : "";

    private int IndexOf(string column)
    {
        for (var index = 0; index < Columns.Count; index++)
        {
            if (Columns[index] == column)
                return index;
        }

        return -1;
    }

    private static string[] Fields(SepReader.Row row)
    {
        var fields = new string[row.ColCount];
        for (var column = 0; column < fields.Length; column++)
            fields[column] = row[column].ToString();
        return fields;
    }
}
