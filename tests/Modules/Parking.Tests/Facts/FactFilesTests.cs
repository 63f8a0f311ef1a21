using System.Text.Json.Nodes;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Zones;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Facts;

/// <summary>The facts that ship with the product, as the program reads them.</summary>
public sealed class FactFilesTests
{
    private const string Gelsenkirchen = "05513000";
    private const string Overlay = "parking/overlays/gelsenkirchen.demo.json";
    private static readonly FactFiles Shipped = new(ProductFiles.PathOf("data"));

    public static IEnumerable<TheoryDataRow<string, bool>> Towns =>
        from town in Shipped.Towns.Towns
        from withOverlay in new[] { false, true }
        select new TheoryDataRow<string, bool>(town.Ags, withOverlay);

    [Fact]
    public void The_shipped_files_can_be_read()
    {
        Assert.NotEmpty(Shipped.Towns.Towns);
        Assert.NotEmpty(Shipped.Zones.Zones);
        Assert.NotEmpty(Shipped.Fees.Fees);
        Assert.NotNull(Shipped.Overlay(Gelsenkirchen));
    }

    [Theory, MemberData(nameof(Towns))]
    public void Every_town_starts_with_its_facts_and_with_the_made_up_ones(string ags, bool withOverlay)
    {
        var facts = Shipped.Of(ags, withOverlay);

        Assert.Equal(ags, facts.Town.Ags);
        Assert.Equal(withOverlay && Shipped.Overlay(ags) is not null, facts.Demo);
        Assert.All(facts.Zones.Zones, zone => Assert.Equal(ags, zone.Ags));
        Assert.All(facts.Spaces, space => Assert.Equal(ags, space.Ags));
    }

    [Theory, MemberData(nameof(Towns))]
    public void A_town_without_overlay_holds_nothing_made_up(string ags, bool withOverlay)
    {
        if (withOverlay)
            return;

        var facts = Shipped.Of(ags, withOverlay);
        Assert.Null(facts.Payee);
        Assert.All(facts.Zones.Zones, zone => Assert.False(zone.Demo || zone.Streets.Any(street => street.Demo), zone.Name));
        Assert.False(facts.Fees.On(new DateOnly(2026, 11, 23))?.Demo ?? false);
    }

    [Fact]
    public void Every_town_with_a_zone_or_a_fee_is_a_town_of_the_product()
    {
        var known = Shipped.Towns.Towns.Select(town => town.Ags).ToHashSet();
        Assert.All(Shipped.Zones.Zones, zone => Assert.Contains(zone.Ags, known));
        Assert.All(Shipped.Fees.Fees.Where(fee => fee.Ags is not null), fee => Assert.Contains(fee.Ags!, known));
    }

    [Fact]
    public void The_overlay_makes_the_demo_town_whole()
    {
        var facts = Shipped.Of(Gelsenkirchen, withOverlay: true);

        Assert.IsType<ZoneAnswer.InZone>(facts.Zones.Find("Demo-Lindenstraße", new HouseNumber(3, "")));
        Assert.IsType<ZoneAnswer.NotInAnyZone>(facts.Zones.Find("Demo-Waldweg", new HouseNumber(3, "")));
        Assert.Equal([6, 12], facts.Fees.On(new DateOnly(2026, 11, 23))!.TermsIn("P"));
        Assert.True(facts.Payee!.Demo);
    }

    [Fact]
    public void The_version_names_exactly_the_facts_that_were_used() =>
        Assert.NotEqual(Shipped.Of(Gelsenkirchen, withOverlay: false).Version, Shipped.Of(Gelsenkirchen, withOverlay: true).Version);

    [Fact]
    public void An_unknown_town_does_not_start() => Assert.Throws<InvalidDataException>(() => Shipped.Of("99999999", withOverlay: true));

    [Fact]
    public void A_made_up_file_without_the_demo_mark_is_refused() =>
        AssertRefused(overlay => overlay["demo"] = false);

    [Fact]
    public void A_town_with_several_permits_for_one_person_is_refused() =>
        AssertRefused(overlay => overlay["rules"]!["permits_per_person"]!["value"] = 2);

    /// <summary>The shipped facts with another overlay do not start.</summary>
    private static void AssertRefused(Action<JsonObject> change)
    {
        var folder = Directory.CreateTempSubdirectory("modellstadt-facts-");
        try
        {
            foreach (var file in new[] { "towns.json", "parking/zones.json", "parking/fees.json" })
                Write(file, folder.FullName, ReadShipped(file));
            var overlay = JsonNode.Parse(ReadShipped(Overlay))!.AsObject();
            change(overlay);
            Write(Overlay, folder.FullName, overlay.ToJsonString());

            Assert.Throws<InvalidDataException>(() => new FactFiles(folder.FullName).Of(Gelsenkirchen, withOverlay: true));
        }
        finally
        {
            TestFolder.Remove(folder.FullName);
        }
    }

    private static string ReadShipped(string file) => File.ReadAllText(ProductFiles.PathOf($"data/{file}"));

    private static void Write(string file, string folder, string text)
    {
        var target = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, text);
    }
}
