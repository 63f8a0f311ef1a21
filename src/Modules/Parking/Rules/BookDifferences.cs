using System.Text.Json;
using System.Text.Json.Nodes;
using Modellstadt.Parking.Facts;

namespace Modellstadt.Parking.Rules;

/// <summary>One value that two books state differently.</summary>
/// <param name="Place">Where it stands: <c>rules.provisional_days</c>, <c>zones[P].spaces</c>.</param>
/// <param name="Before">The value of the first book; null when it has none.</param>
/// <param name="After">The value of the second book; null when it has none.</param>
internal sealed record BookDifference(string Place, string? Before, string? After);

/// <summary>Compares two rule books value by value; entries of lists are found again by what names them, whatever their order.</summary>
internal static class BookDifferences
{
    /// <summary>What names an entry of a list, the first one that it has.</summary>
    private static readonly string[][] Names = [["zone_id"], ["id"], ["permit_zone", "also_in"], ["old_zone"], ["street", "from"], ["name", "from", "to", "parity"], ["basis"], ["unit", "length"]];

    /// <summary>Every difference, in the order of the places.</summary>
    public static IReadOnlyList<BookDifference> Of(RuleBook before, RuleBook after)
    {
        var (one, other) = (Values(before), Values(after));
        return
        [
            .. one.Keys.Union(other.Keys)
                .Where(place => one.GetValueOrDefault(place) != other.GetValueOrDefault(place))
                .Order(StringComparer.Ordinal)
                .Select(place => new BookDifference(place, one.GetValueOrDefault(place), other.GetValueOrDefault(place))),
        ];
    }

    private static Dictionary<string, string> Values(RuleBook book)
    {
        var values = new Dictionary<string, string>();
        Collect(JsonSerializer.SerializeToNode(book, FactFormat.Strict), "", values);
        return values;
    }

    private static void Collect(JsonNode? node, string place, Dictionary<string, string> values)
    {
        if (node is JsonObject entry)
        {
            // A sourced value is one value; an area is compared whole.
            if (entry.ContainsKey("coordinates"))
                values[place] = entry.ToJsonString();
            else if (entry.ContainsKey("value") && entry.ContainsKey("confidence"))
                Collect(entry["value"], place, values);
            else
                foreach (var (name, value) in entry)
                    Collect(value, place.Length == 0 ? name : $"{place}.{name}", values);
        }
        else if (node is JsonArray list)
        {
            foreach (var (position, item) in list.Index())
                Collect(item, $"{place}[{NameOf(item) ?? $"{position + 1}"}]", values);
        }
        else if (node is not null)
        {
            values[place] = node.ToString();
        }
    }

    private static string? NameOf(JsonNode? item)
    {
        if (item is not JsonObject entry || Array.Find(Names, names => names.All(entry.ContainsKey)) is not { } naming)
            return null;
        return string.Join(' ', naming.Select(name => entry[name]?.ToString()).Where(part => !string.IsNullOrEmpty(part)));
    }
}
