using System.Text;
using Modellstadt.Region.Similarity;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Similarity;

/// <summary>
/// The labelled catalogue entries of towns in North Rhine-Westphalia: two entries of different towns with one label are the same thing. The label takes
/// the place of a project's topic.
/// </summary>
internal static class SampleCatalogue
{
    /// <summary>Where it lies below <c>../shared</c>.</summary>
    public const string Path = "data/open/sample-data-catalogue/nrw-labelled.csv";

    /// <summary>Whether it is there to measure on.</summary>
    public static bool Present => SharedFiles.Present && File.Exists(SharedFiles.PathOf(Path));

    /// <summary>Its entries as projects; those without a label have no topic.</summary>
    public static IReadOnlyList<ProjectText> Read()
    {
        var rows = Rows(SharedFiles.Read(Path)).ToList();
        string[] columns = ["ORG", "dct:title", "dct:description", "dcat:theme", "MUSTERDATENSATZ"];
        var at = columns.Select(name => rows[0].FindIndex(column => column.Trim('\uFEFF') == name)).ToArray();
        return [.. rows.Skip(1).Select((row, number) => new ProjectText($"{number:D5}", row[at[0]], row[at[1]], $"{row[at[2]]} {row[at[3]]}", row[at[4]] is { Length: > 0 } label ? label : null))];
    }

    /// <summary>RFC 4180: quoted fields may hold commas, line breaks and doubled quotes.</summary>
    private static IEnumerable<List<string>> Rows(string text)
    {
        var (row, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (sign is '"' && quoted && at + 1 < text.Length && text[at + 1] is '"')
                field.Append(text[++at]);
            else if (sign is '"')
                quoted = !quoted;
            else if (quoted || sign is not (',' or '\r' or '\n'))
                field.Append(sign);
            else if (sign is ',' or '\n')
            {
                row.Add(field.ToString());
                field.Clear();
                if (sign is ',')
                    continue;
                yield return row;
                row = [];
            }
        }

        if (field.Length > 0 || row.Count > 0)
            yield return [.. row, field.ToString()];
    }
}
