using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modellstadt.Parking.Plates;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Inspections.OfflineSets;

/// <summary>
/// What the device reads without the town. The vectors in <c>src/App/Browser/tests</c> are read by the browser's own tests as well.
/// <c>MODELLSTADT_VECTORS=1</c> writes them anew.
/// </summary>
public sealed class PlateVectorTests
{
    private static readonly string VectorFile = ProductFiles.PathOf("src/App/Browser/tests/plates.vectors.json");
    private static readonly HashSet<string> Districts = ["B", "GE", "MÜ"];

    private static readonly string[] Written =
    [
        "GE-AB 123", "ge ab 123", "GEAB123", "GE:AB·123E", "GE-AB 123H 04–10", "GE-AB 123 (04/10)", "GE-AB 123 13-01", "mü-q7e", "MÜQ7", "BAB12", "GEA123", "XYZA7", "G-EA 123", "GE 1234", "B 1", "GE-AB 0123",
        "GE-AB 12345", "GE-ABC 1", "ABCD-E 1", "GE-ÄB 1", "GER-AB 1234", "", " ", "<script>", "geab 123e", "ſE-AB 1", "GE-AB 123 extra", "GE--AB  1", "GE-AB 1 H",
    ];

    [Fact]
    public void The_town_reads_the_vectors_that_the_browser_reads()
    {
        var expected = new JsonObject
        {
            ["districts"] = new JsonArray([.. Districts.Select(district => (JsonNode)district)]),
            ["plates"] = new JsonArray([.. Written.Select(written => (JsonNode)new JsonArray(written, new JsonArray([.. Keys(written).Select(key => (JsonNode)key)])))]),
        };
        if (Environment.GetEnvironmentVariable("MODELLSTADT_VECTORS") is { Length: > 0 })
            File.WriteAllText(VectorFile, expected.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");

        Assert.Equal(expected.ToJsonString(), JsonNode.Parse(File.ReadAllText(VectorFile))!.ToJsonString());
    }

    /// <summary>Known districts first, then what else the text can mean: the set settles it.</summary>
    private static IEnumerable<string> Keys(string written)
    {
        if (LicensePlate.Readings(written, Districts) is not { Count: > 0 } known)
            return [];
        return known.Concat(LicensePlate.Readings(written, FrozenSet<string>.Empty)).Select(plate => plate.Key).Distinct();
    }
}
