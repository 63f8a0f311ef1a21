using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Registers.Tests;

/// <summary>A demo clerk lets somebody move, die, sell the car; the registers tell of it, once to each receiver.</summary>
public sealed class ChangeDemoTownTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_happens_to_a_person_is_told_and_known_after_a_restart(DatabaseKind kind)
    {
        var recipient = new Recipient();
        await using var town = await StartAsync(kind, recipient);
        var person = Persons(town).Of(DemoStory.Eligible).First();
        var before = await ReadAsync(town, person.Id);
        await HappenAsync(town, person.Id, new { change = "moved-within" });
        await HappenAsync(town, person.Id, new { change = "name-changed", family_name = "Łukaszewska" });
        await HappenAsync(town, person.Id, new { change = "blocked" });
        await HappenAsync(town, person.Id, new { change = "unblocked" });
        await HappenAsync(town, person.Id, new { change = "vehicle-gone" });
        await HappenAsync(town, person.Id, new { change = "vehicle-registered", plate = "GE-ZZ 4711" });
        var told = await recipient.WaitForAsync(6);

        Assert.All(told, change => Assert.Equal((person.Id, new DateOnly(2026, 11, 24)), (change.Resident, change.Since)));
        Assert.Distinct(told.Select(change => change.Id));
        Assert.Equal(
            [typeof(RegisterChange.MovedWithin), typeof(RegisterChange.NameChanged), typeof(RegisterChange.Blocked), typeof(RegisterChange.Unblocked), typeof(RegisterChange.VehicleGone), typeof(RegisterChange.VehicleRegistered)],
            told.Select(change => change.GetType()).OrderBy(type => type.MetadataToken));

        await town.RestartAsync();
        var after = await ReadAsync(town, person.Id);
        Assert.Equal(("Łukaszewska", false, 2), (after.Name.FamilyName, after.Blocked, after.Residences.Count));
        Assert.NotEqual(before.Residences[0].Address.Street, after.MainResidenceOn(new DateOnly(2026, 11, 24))!.Address.Street);
        Assert.Equal("GE-ZZ 4711", Assert.Single(await VehiclesAsync(town, person.Id)).Plate);
    }

    [Fact]
    public async Task Who_dies_or_moves_away_has_no_home_here_any_more()
    {
        var recipient = new Recipient();
        await using var town = await StartAsync(DatabaseKind.Sqlite, recipient);
        var (leaver, dead) = (Persons(town).Of(DemoStory.Eligible).First().Id, Persons(town).Of(DemoStory.Eligible).Skip(1).First().Id);
        await HappenAsync(town, leaver, new { change = "moved-away" });
        await HappenAsync(town, dead, new { change = "died" });
        var told = await recipient.WaitForAsync(2);
        Assert.IsType<RegisterChange.MovedAway>(Assert.Single(told, change => change.Resident == leaver));
        Assert.IsType<RegisterChange.Died>(Assert.Single(told, change => change.Resident == dead));
        Assert.NotEqual("05513000", (await ReadAsync(town, leaver)).MainResidenceOn(new DateOnly(2026, 11, 24))!.Address.Ags);
        Assert.True((await ReadAsync(town, dead)).Deceased);
    }

    [Fact]
    public async Task A_move_leads_to_the_address_that_was_named()
    {
        await using var town = await StartAsync(DatabaseKind.Sqlite);
        var person = Persons(town).Of(DemoStory.Eligible).First().Id;
        var answer = await HappenAsync(town, person, new { change = "moved-within", street = "Demo-Waldweg", house_number = "17a" });
        Assert.Equal("Demo-Waldweg 17a", (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["street_address"]);
        Assert.Equal("Demo-Waldweg 17a", (await ReadAsync(town, person)).Residences[0].Address.StreetAddress);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task One_receiver_that_cannot_keeps_a_change_from_no_other_and_gets_it_after_a_restart(DatabaseKind kind)
    {
        Recipient idle = new("idle"), busy = new("busy") { IsBusy = true };
        await using var town = await StartAsync(kind, idle, busy);
        var person = Persons(town).Of(DemoStory.Eligible).First().Id;
        await HappenAsync(town, person, new { change = "moved-away" });
        await idle.WaitForAsync(1);
        Assert.Empty(busy.Taken);

        busy.IsBusy = false;
        town.Time.Now += TimeSpan.FromMinutes(2);
        await town.RestartAsync();
        Assert.Equal(Assert.Single(idle.Taken.Distinct()), (await busy.WaitForAsync(1))[0]);
    }

    [Theory]
    [InlineData("moved-within", "Waldweg", "keine")]
    [InlineData("vehicle-gone", null, null, "GE-XX 1")]
    [InlineData("vehicle-registered", null, null, null)]
    [InlineData("name-changed", null, null, null)]
    [InlineData("name-changed", null, null, null, "Анна")]
    public async Task What_cannot_happen_is_refused_and_nothing_is_told(string change, string? street, string? number, string? plate = null, string? name = null)
    {
        var recipient = new Recipient();
        await using var town = await StartAsync(DatabaseKind.Sqlite, recipient);
        var person = Persons(town).Of(DemoStory.Eligible).First().Id;
        var answer = await PostAsync(town, new { resident_id = person.Value, change, street, house_number = number, plate, family_name = name });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("urn:modellstadt:registers:demo-change-impossible", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Empty(recipient.Taken);
    }

    [Fact]
    public async Task Only_made_up_people_change_and_only_by_the_key()
    {
        await using var town = await StartAsync(DatabaseKind.Sqlite);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(town, new { resident_id = "nobody", change = "died" })).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await town.Client().PostAsJsonAsync("/management/v1/demo/registers/changes", new { resident_id = "nobody", change = "died" }, Cancellation)).StatusCode);
        await using var real = await RegistersTown.StartAsync(demo: false);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(real, new { resident_id = "nobody", change = "died" })).StatusCode);
    }

    private static Task<RegistersTown> StartAsync(DatabaseKind kind, params Recipient[] recipients) => RegistersTown.StartAsync(kind, recipients, ("Town:Demo", "true"), ("Registers:Demo:Count", "300"));

    private static DemoPersons Persons(RegistersTown town) => town.Services.GetRequiredService<DemoPersons>();

    private static async Task<Resident> ReadAsync(RegistersTown town, ResidentId id) => Assert.IsType<RegisterAnswer<Resident>.Found>(await town.Residents.ReadAsync(id, Cancellation)).Value;

    private static async Task<IReadOnlyList<RegisteredVehicle>> VehiclesAsync(RegistersTown town, ResidentId id) =>
        Assert.IsType<RegisterAnswer<IReadOnlyList<RegisteredVehicle>>.Found>(await town.Vehicles.FindByKeeperAsync(id, Cancellation)).Value;

    private static async Task<HttpResponseMessage> HappenAsync(RegistersTown town, ResidentId person, object what)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(what)!.AsObject();
        body["resident_id"] = person.Value;
        var answer = await PostAsync(town, body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer;
    }

    private static Task<HttpResponseMessage> PostAsync(RegistersTown town, object body) => town.ManagementClient().PostAsJsonAsync("/management/v1/demo/registers/changes", body, Cancellation);
}
