namespace Modellstadt.Payments.Office;

/// <summary>A line of a table for spreadsheets (RFC 4180, fields parted by semicolons as German ones expect it).</summary>
internal static class CsvLine
{
    /// <summary>The line, without its end.</summary>
    public static string Of(params IEnumerable<string> fields) => string.Join(';', fields.Select(Field));

    /// <summary>Quoted where the format needs it; a spreadsheet must not take words for a formula.</summary>
    private static string Field(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(";\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
