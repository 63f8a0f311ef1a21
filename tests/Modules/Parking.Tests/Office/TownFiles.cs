using System.Text.Json.Nodes;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Office;

/// <summary>The facts that ship with the product, with rules of the demo town taken out, in a folder of their own.</summary>
internal sealed class TownFiles : IDisposable
{
    private const string Overlay = "parking/overlays/gelsenkirchen.demo.json";

    /// <summary>Copies the files.</summary>
    /// <param name="unstated">Rules that the town has not stated.</param>
    public TownFiles(params IEnumerable<string> unstated)
    {
        foreach (var file in Directory.EnumerateFiles(ProductFiles.PathOf("data"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(ProductFiles.PathOf("data"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var path = Path.Combine(Folder, Overlay);
        var town = JsonNode.Parse(File.ReadAllText(path))!;
        foreach (var rule in unstated)
            town["rules"]![rule]!["value"] = null;
        File.WriteAllText(path, town.ToJsonString());
    }

    /// <summary>Where they lie.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("modellstadt-town-").FullName;

    /// <summary>The setting that leads a town to them.</summary>
    public (string Key, string Value) Setting => ("Town:FactsDirectory", Folder);

    /// <summary>States a rule, before a town starts with the files.</summary>
    public void State(string rule, bool value)
    {
        var path = Path.Combine(Folder, Overlay);
        var town = JsonNode.Parse(File.ReadAllText(path))!;
        town["rules"]![rule]!["value"] = value;
        File.WriteAllText(path, town.ToJsonString());
    }

    public void Dispose() => TestFolder.Remove(Folder);
}
