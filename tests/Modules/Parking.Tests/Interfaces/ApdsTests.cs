using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Interfaces;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Interfaces;

/// <summary>Places and rights in the words of APDS 4.0 (ISO/TS 5206-1).</summary>
public sealed class ApdsTests
{
    private const string Places = "/api/parking/v1/apds/places?page_size=500";
    private const string Specifications = "/api/parking/v1/apds/rights/specs?page_size=500";
    private const string Assigned = "/api/parking/v1/apds/rights/assigned";
    private const string Rates = "/api/parking/v1/apds/rates?page_size=500";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_town_holds_its_zones_and_each_zone_its_streets()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.ReadApds);

        var places = (await ReadAsync(program, Places))["data"]!.AsArray().ToDictionary(place => (string)place!["id"]!, place => place!.AsObject());

        var root = places["05513000"];
        Assert.Equal(("parkingPlace", 0, "Europe/Berlin"), ((string?)root["type"], (int?)root["layer"], (string?)root["timeZone"]));
        Assert.Contains("05513000-P", root["childIds"]!.AsArray().Select(child => (string)child!["id"]!));
        foreach (var (id, place) in places.Where(place => place.Key != "05513000"))
        {
            Assert.All((string[])["id", "version", "name", "layer", "type", "hierarchyElementRecord", "parentId"], member => Assert.True(place.ContainsKey(member), $"{id} {member}"));
            var parent = places[(string)place["parentId"]!["id"]!];
            Assert.Contains(id, parent["childIds"]!.AsArray().Select(child => (string)child!["id"]!));
            Assert.Equal((int)parent["layer"]! + 1, (int)place["layer"]!);
        }
    }

    [Fact]
    public async Task A_right_specification_says_what_where_for_whom_and_for_how_much()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.ReadApds);

        var specification = (await ReadAsync(program, Specifications))["data"]!.AsArray().Single(each => (string)each!["id"]! == "05513000-P-resident")!.AsObject();
        var rates = (await ReadAsync(program, Rates))["data"]!.AsArray().ToDictionary(rate => (string)rate!["id"]!, rate => rate!.AsObject());

        Assert.Equal(("permitParking", false), ((string?)specification["type"], (bool?)specification["transferable"]));
        Assert.Equal("05513000-P", (string?)specification["hierarchyElements"]![0]!["id"]);
        var rule = specification["rateEligibility"]![0]!;
        Assert.Equal("residents", (string?)rule["eligibility"]!["qualifications"]![0]!["userQualifications"]![0]!["userGroup"]!["entryDefinedValue"]);
        var table = rates[(string)rule["rateTable"]!["id"]!];
        Assert.All((string[])["rateTableName", "validityStart", "activeTimes", "availability", "rateLineCollections"], member => Assert.True(table.ContainsKey(member), member));
        Assert.Equal(("EUR", "flatRate"), ((string?)table["rateLineCollections"]![0]!["applicableCurrency"], (string?)table["rateLineCollections"]![0]!["rateLines"]![0]!["rateLineType"]));
    }

    [Fact]
    public async Task Tickets_for_visitors_are_rights_of_each_zone_with_their_price()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.ReadApds);

        var specification = (await ReadAsync(program, Specifications))["data"]!.AsArray().Single(each => (string)each!["id"]! == "05513000-P-visitor-Hour-4")!.AsObject();
        var table = (await ReadAsync(program, Rates))["data"]!.AsArray().Single(rate => (string?)rate!["id"] == (string?)specification["rateEligibility"]![0]!["rateTable"]!["id"])!;

        Assert.Equal("oneTimeUseParking", (string?)specification["type"]);
        Assert.Equal("visitors", (string?)specification["rateEligibility"]![0]!["eligibility"]!["qualifications"]![0]!["userQualifications"]![0]!["userGroup"]!["entryDefinedValue"]);
        Assert.Equal(("PT4H", 1.0m), ((string?)table["rateLineCollections"]![0]!["maxTime"], (decimal)table["rateLineCollections"]![0]!["rateLines"]![0]!["value"]!));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_right_that_is_held_names_neither_holder_nor_plate_nor_number(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var permit = await town.AddPermitAsync("GE-AB 123");
        await town.AddPermitAsync("GE-AB 124", other => other.State = PermitState.Revoked);
        var today = DateOnly.FromDateTime(town.Time.Now.Date);
        await town.AddPermitAsync("GE-AB 125", other => (other.From, other.Until) = (today.AddDays(-9), today.AddDays(-1)));
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.ReadApds);

        var listed = await ReadAsync(program, Assigned);

        var right = Assert.Single(listed["data"]!.AsArray())!.AsObject();
        Assert.Equal(["id", "version", "rightHolder", "rightSpecification", "expiry", "issuanceTime", "issueMethod"], right.Select(member => member.Key));
        Assert.Empty(right["rightHolder"]!.AsObject());
        Assert.Equal(("05513000-P-resident", "2027-11-23T23:00:00Z", "2026-11-23T23:00:00Z"), ((string?)right["rightSpecification"]!["id"], (string?)right["expiry"], (string?)right["issuanceTime"]));
        foreach (var personal in (string[])[permit.ResidentId, permit.PermitNumber, permit.Id.ToString(), "GE-AB", permit.ApplicationId.ToString()])
            Assert.DoesNotContain(personal, listed.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_reader_follows_what_changed_and_hears_what_ended(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var first = await town.AddPermitAsync("GE-AB 123");
        var second = await town.AddPermitAsync("GE-AB 124");
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.ReadApds);
        var before = await ReadAsync(program, Assigned);
        town.Time.Now += TimeSpan.FromMinutes(5);
        await ChangeAsync(town, second.Id);

        var since = (long)before["meta"]!["referenceInstant"]! + 1;
        var later = await ReadAsync(program, $"{Assigned}?modified_since={since}");

        Assert.Equal(2, before["data"]!.AsArray().Count);
        Assert.Empty(later["data"]!.AsArray());
        var gone = Assert.Single(later["deletedReferences"]!.AsArray())!;
        Assert.Equal("AssignedRight", (string?)gone["className"]);
        Assert.Contains((string?)gone["id"], before["data"]!.AsArray().Select(right => (string?)right!["id"]));
        Assert.DoesNotContain(first.Id.ToString(), later.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Pages_hold_everything_once(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        for (var number = 100; number < 105; number++)
            await town.AddPermitAsync($"GE-AB {number}");
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.ReadApds);

        var pages = new[] { await ReadAsync(program, $"{Assigned}?page_size=2"), await ReadAsync(program, $"{Assigned}?page_size=2&offset=2"), await ReadAsync(program, $"{Assigned}?page_size=2&offset=4") };

        Assert.All(pages, page => Assert.Equal(5, (int)page["meta"]!["total"]!));
        var ids = pages.SelectMany(page => page["data"]!.AsArray()).Select(right => (string)right!["id"]!).ToList();
        Assert.Equal((5, 5), (ids.Count, ids.Distinct().Count()));
    }

    [Fact]
    public async Task What_is_known_already_is_not_sent_again()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.ReadApds);
        using var first = await program.SendAsync(HttpMethod.Get, Assigned);

        using var second = await program.SendAsync(HttpMethod.Get, Assigned, etag: first.Headers.ETag!.ToString());
        await town.AddPermitAsync("GE-AB 123");
        using var third = await program.SendAsync(HttpMethod.Get, Assigned, etag: first.Headers.ETag!.ToString());

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (second.StatusCode, third.StatusCode));
        Assert.Equal("", await second.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("page_size=501")]
    [InlineData("page_size=0")]
    [InlineData("offset=-1")]
    [InlineData("modified_since=-1")]
    [InlineData("modified_since=9223372036854775807")]
    public async Task A_part_that_does_not_exist_is_refused(string query)
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.ReadApds);
        using var answer = await program.SendAsync(HttpMethod.Get, $"{Assigned}?{query}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task The_right_to_ask_about_plates_opens_no_export()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.ReadRights);
        using var answer = await program.SendAsync(HttpMethod.Get, Assigned);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task<JsonObject> ReadAsync(ForeignProgram program, string path)
    {
        using var answer = await program.SendAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
    }

    private static async Task ChangeAsync(PermitTown town, Guid id)
    {
        await using var database = await town.OpenDatabaseAsync();
        (await database.Permits.SingleAsync(permit => permit.Id == id, Cancellation)).End(PermitState.Returned, "returned", town.Time.Now);
        await database.SaveChangesAsync(Cancellation);
    }
}
