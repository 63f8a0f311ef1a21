// RFC 4180, as far as our own collections use it: commas, doubled quotes, no line breaks within a field.
using System.Text;

namespace Modellstadt.Region.Projects;

/// <summary>Reads the collections that ship with the product.</summary>
internal static class CommaRows
{
    /// <summary>The rows by the names of the first line; none when the file is not there.</summary>
    /// <exception cref="InvalidDataException">A row has more or fewer fields than the first line.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string path)
    {
        if (!File.Exists(path))
            return [];

        var lines = File.ReadAllLines(path).Where(line => line.Length > 0).Select(Fields).ToList();
        return [.. lines.Skip(1).Select(fields => fields.Count == lines[0].Count
            ? lines[0].Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second)
            : throw new InvalidDataException($"{path}: the row of {fields[0]} has {fields.Count} fields instead of {lines[0].Count}."))];
    }

    private static List<string> Fields(string line)
    {
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (line[at] != '"')
            {
                field.Append(line[at]);
            }
            else if (quoted && at + 1 < line.Length && line[at + 1] == '"')
            {
                field.Append(line[at++]);
            }
            else
            {
                quoted = !quoted;
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
