// RFC 4180, with a semicolon between fields as German programs write it.
using System.Text;

namespace Modellstadt.Registers;

/// <summary>Reads rows of a CSV file one after the other. Refuses what is longer than a row of a register can be before it is in memory.</summary>
internal sealed class CsvRows(TextReader text)
{
    private const char Separator = ';';
    private const int LongestField = 400;
    private const int MostFields = 40;

    private bool atEnd;

    /// <summary>Number of the row read last, from 1; a field with line breaks is one row.</summary>
    public int Number { get; private set; }

    /// <summary>The next row's fields; null after the last one.</summary>
    /// <exception cref="InvalidDataException">A quote is not closed, or a row has more or longer fields than any register writes.</exception>
    public string[]? Next()
    {
        if (atEnd || text.Peek() < 0)
            return null;

        Number++;
        var fields = new List<string>();
        do
        {
            if (fields.Count == MostFields)
                throw new InvalidDataException("too many fields");
            fields.Add(Field());
        }
        while (EndsWithSeparator());
        return [.. fields];
    }

    private string Field()
    {
        var field = new StringBuilder();
        if (text.Peek() == '"')
        {
            text.Read();
            Quoted(field);
        }

        while (text.Peek() is >= 0 and not Separator and not '\r' and not '\n')
            Append(field, text.Read());
        return field.ToString();
    }

    /// <summary>Up to the closing quote; a doubled one is a quote.</summary>
    private void Quoted(StringBuilder field)
    {
        while (true)
        {
            var next = text.Read();
            if (next < 0)
                throw new InvalidDataException("a quote is not closed");
            if (next == '"')
            {
                if (text.Peek() != '"')
                    return;
                text.Read();
            }

            Append(field, next);
        }
    }

    private static void Append(StringBuilder field, int next)
    {
        if (field.Length == LongestField)
            throw new InvalidDataException("a field is too long");
        field.Append((char)next);
    }

    /// <summary>True after a field that another one follows; takes the end of the row otherwise.</summary>
    private bool EndsWithSeparator()
    {
        var next = text.Read();
        if (next == Separator)
            return true;

        if (next == '\r' && text.Peek() == '\n')
            text.Read();
        atEnd = next < 0;
        return false;
    }
}
