using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Parking.Zones;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.RuleBooks;

/// <summary>A clerk draws zones, without a script too; what is drawn stands in the draft.</summary>
public sealed partial class ZonePagesTests
{
    private const string Square = """{"type":"Polygon","coordinates":[[[7.10,51.50],[7.11,51.50],[7.11,51.51],[7.10,51.50]]]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_new_zone_has_area_streets_and_spaces_and_an_old_one_keeps_its_signs(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var clerk = await BeginAsync(town);

        await SaveAsync(clerk, Zone("NEU", "Hafen", "40", "Hafenstraße\nAm Kai 2-20a gerade\nWerftweg 7 - 9", Square));
        await SaveAsync(clerk, Zone("P", "Altstadt", "350", "Georgstraße", ""), "?zone=P");

        var book = await BookAsync(town);
        var harbour = Assert.Single(book.Zones, zone => zone.ZoneId == "NEU");
        Assert.Equal(("Hafen", 40, "Beschluss"), (harbour.Name, harbour.Spaces.Value, harbour.Source));
        Assert.True(harbour.Area!.Contains(new Position(7.108, 51.502)));
        Assert.Equal(
            [("Hafenstraße", null, Parity.All), ("Am Kai", new HouseNumber(20, "a"), Parity.Even), ("Werftweg", new HouseNumber(9, ""), Parity.All)],
            harbour.Streets.Select(street => (street.Name, street.To, street.Parity)));
        var old = Assert.Single(book.Zones, zone => zone.ZoneId == "P");
        Assert.Equal((350, null), (old.Spaces.Value, old.Area));
        Assert.NotNull(old.NonResidents);
        Assert.Equal("Georgstraße", Assert.Single(old.Streets).Name);
    }

    [Theory]
    [InlineData("", "Hafen", "", "", "", "zone-needs-name")]
    [InlineData("NEU", " ", "", "", "", "zone-needs-name")]
    [InlineData("NEU", "Hafen", "viele", "", "", "rule-value-unusable")]
    [InlineData("NEU", "Hafen", "", "Am Kai 20-2", "", "zone-street-unusable")]
    [InlineData("NEU", "Hafen", "", "12", "", "zone-street-unusable")]
    [InlineData("NEU", "Hafen", "", "", "kein GeoJSON", "zone-area-unusable")]
    [InlineData("NEU", "Hafen", "", "", """{"type":"Point","coordinates":[7,51]}""", "zone-area-unusable")]
    [InlineData("NEU", "Hafen", "", "", """{"type":"Polygon","coordinates":[[[7,51],[8,52],[8,51],[7,52],[7,51]]]}""", "zone-area-unusable")]
    [InlineData("NEU", "Hafen", "", "", """{"type":"Polygon","coordinates":[[[370000,5710000],[370100,5710000],[370100,5710100],[370000,5710000]]]}""", "zone-area-unusable")]
    public async Task What_is_no_zone_is_refused_and_the_draft_stays(string letter, string name, string spaces, string streets, string area, string type)
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var clerk = await BeginAsync(town);
        var before = (await BookAsync(town)).Zones.Count;

        var answer = await SendAsync(clerk, Zone(letter, name, spaces, streets, area));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains($"urn:modellstadt:parking:{type}", answer.Html, StringComparison.Ordinal);
        Assert.Equal(before, (await BookAsync(town)).Zones.Count);
    }

    [Fact]
    public async Task Two_clerks_who_draw_at_once_do_not_overwrite_each_other()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var clerk = await BeginAsync(town);
        var page = await clerk.OpenAsync("/office/rules/1/zones");

        var first = await clerk.SendFormAsync("/office/rules/1/zones", Form(page, Zone("A1", "Eins", "", "", Square)));
        var second = await clerk.SendFormAsync("/office/rules/1/zones", Form(page, Zone("A2", "Zwei", "", "", Square)));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (first.Status, second.Status));
        Assert.DoesNotContain((await BookAsync(town)).Zones, zone => zone.ZoneId == "A2");
    }

    [Fact]
    public async Task What_is_in_force_is_not_drawn_on()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var clerk = await BeginAsync(town);

        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync("/office/rules/7/zones")).Status);
    }

    private static async Task<PortalBrowser> BeginAsync(PermitTown town)
    {
        var clerk = await town.SignInAsync("Clerk");
        await clerk.OpenAsync("/office/rules");
        await clerk.SendFormAsync("/office/rules", ("_handler", "begin"), ("based_on", "0"), ("reason", "Beschluss vom 12.11.2026"));
        return clerk;
    }

    private static (string, string)[] Zone(string letter, string name, string spaces, string streets, string area) =>
        [("zone_id", letter), ("name", name), ("spaces", spaces), ("streets", streets), ("area", area), ("source", "Beschluss")];

    private static async Task SaveAsync(PortalBrowser clerk, (string, string)[] zone, string query = "") =>
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(clerk, zone, query)).Status);

    private static async Task<Page> SendAsync(PortalBrowser clerk, (string, string)[] zone, string query = "") =>
        await clerk.SendFormAsync("/office/rules/1/zones", Form(await clerk.OpenAsync($"/office/rules/1/zones{query}"), zone));

    private static (string, string)[] Form(Page page, (string, string)[] zone) => [.. zone, ("checksum", Checksum().Match(page.Html).Groups[1].Value)];

    private static async Task<RuleBook> BookAsync(PermitTown town) =>
        (await town.Services.GetRequiredService<ListRuleBooks>().ReadBookAsync(1, Cancellation)).Value;

    [GeneratedRegex("name=\"checksum\" value=\"([^\"]+)\"")]
    private static partial Regex Checksum();
}
