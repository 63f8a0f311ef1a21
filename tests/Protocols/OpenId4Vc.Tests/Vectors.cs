using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Testing;

namespace Modellstadt.Protocols.OpenId4Vc.Tests;

/// <summary>The published examples beside the checkout; tests that need them are skipped where they are absent.</summary>
internal static class Vectors
{
    /// <summary>The bytes of a file.</summary>
    public static byte[] Bytes(string name)
    {
        Assert.SkipUnless(SharedFiles.Present, SharedFiles.Absent);
        return File.ReadAllBytes(SharedFiles.PathOf($"vectors/{name}"));
    }

    /// <summary>The JSON object in a file.</summary>
    public static JsonObject Read(string name) => JsonNode.Parse(Bytes(name))!.AsObject();

    /// <summary>The body of an HTTP response in a file; strings that were wrapped over lines are joined.</summary>
    public static byte[] Body(string name)
    {
        var text = Encoding.UTF8.GetString(Bytes(name));
        var body = text[text.IndexOf('{', StringComparison.Ordinal)..];
        return Encoding.UTF8.GetBytes(string.Concat(body.Split('\n').Select(line => line.Trim())));
    }

    /// <summary>The files of a folder of this pattern; one name that will be skipped where the vectors are absent.</summary>
    public static IEnumerable<string> Files(string folder, string pattern)
    {
        if (!SharedFiles.Present)
            return ["absent.json"];
        return Directory.GetFiles(SharedFiles.PathOf($"vectors/{folder}"), pattern).Select(file => $"{folder}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal);
    }

    /// <summary>An example of the specification's text by its number.</summary>
    public static JsonObject Example(string file, int number) =>
        Read(file)["examples"]!.AsArray().Single(example => (int)example!["n"]! == number)!.AsObject();
}
