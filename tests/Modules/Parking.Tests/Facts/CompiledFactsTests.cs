using System.Text.Json.Nodes;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Facts;

/// <summary>The shipped files hold every value of the collection they were compiled from, and nothing beyond it.</summary>
public sealed class CompiledFactsTests
{
    /// <summary>Properties that the product calls otherwise.</summary>
    private static readonly Dictionary<string, string> Renamed = new() { ["source_url"] = "source", ["notes"] = "note" };

    [Theory]
    [InlineData("fees.json", "fees")]
    [InlineData("zones.json", "zones")]
    [InlineData("zones.json", "space_assignments")]
    [InlineData("zones.json", "availability")]
    public void Every_value_of_the_collection_is_shipped(string file, string list)
    {
        Assert.SkipUnless(SharedFiles.Present, SharedFiles.Absent);
        var collected = JsonNode.Parse(SharedFiles.Read($"data/resident-parking/{file}"))![list]!.AsArray();
        var shipped = JsonNode.Parse(File.ReadAllText(ProductFiles.PathOf($"data/parking/{file}")))![list]!.AsArray();

        Assert.Equal(collected.Count, shipped.Count);
        Assert.All(collected.Zip(shipped), entry => AssertHolds(entry.First!, entry.Second!, list));
    }

    [Theory]
    [InlineData("municipalities.csv")]
    [InlineData("projects.csv")]
    public void The_model_region_is_shipped_as_collected(string file)
    {
        Assert.SkipUnless(SharedFiles.Present, SharedFiles.Absent);
        Assert.Equal(SharedFiles.Read($"data/modellregion/{file}"), File.ReadAllText(ProductFiles.PathOf($"data/modellregion/{file}")));
    }

    /// <summary>Texts may go on in the product ("2026" became "2026-01-01" with its precision beside it); everything else is equal.</summary>
    private static void AssertHolds(JsonNode collected, JsonNode? shipped, string place)
    {
        if (collected is JsonObject entry)
        {
            foreach (var (name, value) in entry.Where(property => property.Value is not null && !IsUnknownDate(property.Value)))
                AssertHolds(value!, shipped![Renamed.GetValueOrDefault(name, name)], $"{place}/{name}");
        }
        else if (collected is JsonArray list)
        {
            Assert.Equal(list.Count, shipped!.AsArray().Count);
            Assert.All(list.Zip(shipped.AsArray()), item => AssertHolds(item.First!, item.Second, place));
        }
        else if (collected.AsValue().TryGetValue<string>(out var text))
        {
            Assert.StartsWith(text, shipped?.GetValue<string>(), StringComparison.Ordinal);
        }
        else
        {
            Assert.True(JsonNode.DeepEquals(collected, shipped), $"{place}: {collected} became {shipped}");
        }
    }

    private static bool IsUnknownDate(JsonNode value) => value is JsonValue text && text.TryGetValue<string>(out var date) && date == "stored page, date unknown";
}
