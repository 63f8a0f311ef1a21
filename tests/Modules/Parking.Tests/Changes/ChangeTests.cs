using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Changes;

/// <summary>Another car, a workshop's car, another home: each from the page of the permit to the warden and the wallet.</summary>
public sealed class ChangeTests
{
    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task A_new_car_comes_onto_the_permit_in_two_taps_and_the_old_card_ends(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.Wallet.ReceiveAsync((await citizen.GetPermitAsync()).Onwards!);
        var (before, oldCard) = (await town.PermitOfAsync(citizen), citizen.Wallet.Copies[^1]);
        town.Registers.Change(citizen.Person.Id, (IReadOnlyList<RegisteredVehicle> cars) => [.. cars, cars[0] with { Plate = "GE-NE 1" }]);

        var changed = await citizen.SendChangeAsync(await citizen.OpenMineAsync(), "PlateChange", ("vehicle", "GE-NE1"));
        var copies = await citizen.Wallet.ReceiveAsync(changed.Onwards!);

        var permit = await town.PermitOfAsync(citizen);
        Assert.Equal(("GE-NE 1", before.ValidUntil, before.PermitNumber), (permit.Plates, permit.ValidUntil, permit.PermitNumber));
        Assert.Equal("GE-NE 1", (string?)copies[0].Credential.Claims["plate"]);
        Assert.Equal("GE-NE 1", Assert.Single(town.Services.GetRequiredService<PlateIndex>().OfPermit(permit.Id)).Plate);
        await town.EventuallyAsync(() => town.ReadAsync(async database => !await database.Outbox.AnyAsync(Cancellation)));
        Assert.False(await town.AcceptsAsync(citizen, oldCard));
        Assert.True(await town.AcceptsAsync(citizen, citizen.Wallet.Copies[^1])); // What was fetched after the change stays good.
        var notice = await town.ReadAsync(database => database.FeeNotices.SingleAsync(notice => notice.Occasion == ApplicationPurpose.PlateChange, Cancellation));
        Assert.Equal(1000, notice.AmountCents);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_vehicle_of_somebody_else_does_not_come_onto_the_permit(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var before = await town.PermitOfAsync(citizen);
        town.Registers.Change(citizen.Person.Id, (IReadOnlyList<RegisteredVehicle> cars) => [.. cars, cars[0] with { Plate = "GE-NE 1" }]);

        var sent = await citizen.SendChangeAsync(await citizen.OpenMineAsync(), "PlateChange", ("vehicle", "GE-XX99"));

        Assert.Contains("vehicle-not-registered", (await citizen.Browser.OpenAsync(sent.Onwards!)).Html, StringComparison.Ordinal);
        Assert.Equal(before.Plates, (await town.PermitOfAsync(citizen)).Plates);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_temporary_plate_counts_for_its_days_only_and_the_own_one_stays(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();

        var sent = await citizen.SendChangeAsync(await citizen.OpenMineAsync(), "TemporaryPlate", ("plate", "m-ws 7"), ("from", "2026-11-26"), ("until", "2026-12-02"));

        Assert.Contains("Das Kennzeichen ist eingetragen", (await citizen.Browser.OpenAsync(sent.Onwards!)).Html, StringComparison.Ordinal);
        var right = Assert.Single(town.Services.GetRequiredService<PlateIndex>().OfPlate("M-WS7"));
        Assert.Equal(
            [false, true, true, false],
            new[] { new DateOnly(2026, 11, 25), new DateOnly(2026, 11, 26), new DateOnly(2026, 12, 2), new DateOnly(2026, 12, 3) }.Select(right.IsValidOn));
        Assert.Equal(2, town.Services.GetRequiredService<PlateIndex>().OfPermit(right.PermitId).Count);
        Assert.Contains("M-WS 7", (await citizen.OpenMineAsync()).Html, StringComparison.Ordinal);

        await town.RestartAsync();
        Assert.True(Assert.Single(town.Services.GetRequiredService<PlateIndex>().OfPlate("M-WS7")).IsValidOn(new DateOnly(2026, 12, 1)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task After_a_move_within_the_town_one_tap_brings_the_zone_of_the_new_home(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (citizen, neighbour) = (await town.CitizenAsync(), await OfAnotherZoneAsync(town));
        await citizen.Wallet.ReceiveAsync((await citizen.GetPermitAsync()).Onwards!);
        var before = await town.PermitOfAsync(citizen);
        await neighbour.GetPermitAsync();
        var target = await town.PermitOfAsync(neighbour);
        Assert.NotEqual(before.Zone, target.Zone);
        var home = (RegisterAnswer<Resident>.Found)await town.Registers.ReadAsync(neighbour.Person.Id, Cancellation);
        town.Registers.Change(citizen.Person.Id, (Resident resident) => resident with { Residences = home.Value.Residences });

        var swapped = await citizen.SendChangeAsync(await citizen.OpenMineAsync(), "ZoneSwap");
        var copies = await citizen.Wallet.ReceiveAsync(swapped.Onwards!);

        var permit = await town.PermitOfAsync(citizen);
        Assert.Equal((target.Zone, target.ZoneName, before.ValidUntil), (permit.Zone, permit.ZoneName, permit.ValidUntil));
        Assert.Equal(target.Zone, (string?)copies[0].Credential.Claims["zone"]);
        Assert.Equal(1000, await town.ReadAsync(database => database.FeeNotices.Where(notice => notice.Occasion == ApplicationPurpose.ZoneSwap).Select(notice => notice.AmountCents).SingleAsync(Cancellation)));
    }

    private static async Task<Citizen> OfAnotherZoneAsync(PermitTown town)
    {
        var zones = town.Services.GetRequiredService<Parking.Rules.TownRules>().Today.Zones;
        var first = town.Services.GetRequiredService<DemoPersons>().Of(DemoStory.Eligible).First();
        var zone = await ZoneOfAsync(town, zones, first);
        foreach (var person in town.Services.GetRequiredService<DemoPersons>().Of(DemoStory.Eligible).Skip(1))
        {
            if (await ZoneOfAsync(town, zones, person) is { } other && other != zone)
                return await town.CitizenAsync(person);
        }

        throw new InvalidOperationException("All eligible people live in one zone.");
    }

    private static async Task<string?> ZoneOfAsync(PermitTown town, Parking.Zones.ZoneMap zones, DemoPerson person) =>
        await town.Registers.ReadAsync(person.Id, Cancellation) is RegisterAnswer<Resident>.Found(var resident)
        && resident.MainResidenceOn(new DateOnly(2026, 11, 24)) is { } home
        && zones.Find(home.Address.Street, home.Address.HouseNumber) is Parking.Zones.ZoneAnswer.InZone(var zone) ? zone.ZoneId : null;
}
