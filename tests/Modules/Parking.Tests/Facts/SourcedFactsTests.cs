using System.Text.Json.Nodes;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Facts;

/// <summary>Every value of the shipped files says where it comes from and how far it can be trusted.</summary>
public sealed class SourcedFactsTests
{
    private const string Overlays = "data/parking/overlays";
    private static readonly string[] ClaimKeys = ["value", "zone_id", "address_zone", "rule", "zone_count", "ags_prefix", "levels", "area", "projects", "months_after_purpose", "rates", "recipient_kind", "held_on", "content"];
    private static readonly string[] Confidences = ["high", "medium", "low", "none"];

    /// <summary>Everything of the files that claims something: rules, plate districts, zones, spaces, fees.</summary>
    public static IEnumerable<TheoryDataRow<string>> Files =>
        from path in Directory.EnumerateFiles(ProductFiles.PathOf("data"), "*.json", SearchOption.AllDirectories).Order()
        select new TheoryDataRow<string>(Path.GetRelativePath(ProductFiles.Root, path));

    [Theory, MemberData(nameof(Files))]
    public void Every_value_has_a_source_and_a_confidence(string file)
    {
        var madeUp = IsOverlay(file);
        var claims = Claims(JsonNode.Parse(File.ReadAllText(ProductFiles.PathOf(file)))).ToList();

        Assert.NotEmpty(claims);
        Assert.All(claims, claim =>
        {
            Assert.NotEmpty(claim["source"]!.GetValue<string>());
            Assert.Contains(claim["confidence"]!.GetValue<string>(), madeUp ? ["demo"] : Confidences);
        });
    }

    [Theory, MemberData(nameof(Files))]
    public void Only_overlays_hold_made_up_values_and_each_of_them_says_so(string file)
    {
        if (IsOverlay(file))
        {
            var root = Read(file);
            Assert.EndsWith(".demo.json", file, StringComparison.Ordinal);
            Assert.True(root["demo"]!.GetValue<bool>());
            Assert.All(Claims(root), claim => Assert.StartsWith("DEMO", claim["source"]!.GetValue<string>(), StringComparison.Ordinal));
            Assert.All(new[] { "zones", "fees" }.SelectMany(part => root[part]?.AsArray() ?? []).Append(root["payee"]).OfType<JsonObject>(), part => Assert.True(part["demo"]!.GetValue<bool>()));
        }
        else
        {
            Assert.DoesNotContain("\"demo\": true", File.ReadAllText(ProductFiles.PathOf(file)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_real_street_of_the_overlay_stands_in_the_compiled_zones()
    {
        var proven = Read("data/parking/zones.json")["zones"]!.AsArray().Where(zone => zone!["ags"]!.GetValue<string>() == "05513000")
            .SelectMany(zone => zone!["streets"]!.AsArray()).Select(street => street!["name"]!.GetValue<string>()).ToHashSet();

        Assert.All(Read($"{Overlays}/gelsenkirchen.demo.json")["zones"]!.AsArray().SelectMany(zone => zone!["streets"]!.AsArray()), street =>
        {
            var name = street!["name"]!.GetValue<string>();
            Assert.True(proven.Contains(name) || (name.StartsWith("Demo-", StringComparison.Ordinal) && street["demo"]!.GetValue<bool>()), name);
        });
    }

    [Fact]
    public void A_value_that_was_not_found_has_no_confidence() =>
        Assert.All(Read("data/towns.json")["towns"]!.AsArray().SelectMany(town => town!["rules"]!.AsObject()), rule =>
            Assert.Equal(rule.Value!["value"] is null, rule.Value["confidence"]!.GetValue<string>() == "none"));

    [Fact]
    public void An_undated_page_is_not_trusted_highly()
    {
        var undated = Read("data/parking/zones.json")["zones"]!.AsArray().Where(zone => zone!["as_of"] is null).ToList();
        Assert.NotEmpty(undated);
        Assert.All(undated, zone => Assert.NotEqual("high", zone!["confidence"]!.GetValue<string>()));

        var pages = undated.Select(zone => zone!["source"]!.GetValue<string>()).ToHashSet();
        Assert.All(Claims(Read("data/towns.json")).Where(claim => pages.Contains(claim["source"]!.GetValue<string>())), claim =>
            Assert.NotEqual("high", claim["confidence"]!.GetValue<string>()));
    }

    private static bool IsOverlay(string file) => file.Contains("/overlays/", StringComparison.Ordinal);

    private static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllText(ProductFiles.PathOf(file)))!.AsObject();

    /// <summary>The objects that claim something: single values, zones, spaces, fees, remedies, levels of reminders, authorities, programmes and their grants, meetings and proposals, days on which projects were shown.</summary>
    private static IEnumerable<JsonObject> Claims(JsonNode? node) => node switch
    {
        JsonObject claim when ClaimKeys.Any(claim.ContainsKey) => [claim],
        JsonObject other => other.Where(property => property.Key is not "schema").SelectMany(property => Claims(property.Value)),
        JsonArray several => several.SelectMany(Claims),
        _ => [],
    };
}
