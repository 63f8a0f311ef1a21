using System.Text.Json.Nodes;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Towns;

/// <summary>The facts of the demo town with a street list that somebody typed in a hurry: a range that ends before it begins, and a street in two zones.</summary>
internal sealed class BrokenStreetList : IDisposable
{
    private const string Overlay = "parking/overlays/gelsenkirchen.demo.json";

    public BrokenStreetList()
    {
        Directory = System.IO.Directory.CreateTempSubdirectory("modellstadt-facts-").FullName;
        foreach (var file in new[] { "towns.json", "parking/zones.json", "parking/fees.json", "law/remedies.json", Overlay })
        {
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Directory, file))!);
            File.Copy(ProductFiles.PathOf($"data/{file}"), Path.Combine(Directory, file));
        }

        var overlay = JsonNode.Parse(File.ReadAllText(Path.Combine(Directory, Overlay)))!;
        var street = Streets(overlay, "GRENZ").Single(line => (string)line!["name"]! == "Demo-Zechenallee")!;
        (street["from"], street["to"]) = ("60", "1");
        Streets(overlay, "S").Add(Streets(overlay, "P").Single(line => (string)line!["name"]! == "Demo-Lindenstraße")!.DeepClone());
        File.WriteAllText(Path.Combine(Directory, Overlay), overlay.ToJsonString());
    }

    /// <summary>The folder with the facts.</summary>
    public string Directory { get; }

    public void Dispose() => TestFolder.Remove(Directory);

    private static JsonArray Streets(JsonNode overlay, string zone) =>
        overlay["zones"]!.AsArray().Single(one => (string)one!["zone_id"]! == zone)!["streets"]!.AsArray();
}
