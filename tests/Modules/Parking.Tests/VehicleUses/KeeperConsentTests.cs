using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Parking.VehicleUses;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.VehicleUses;

/// <summary>A vehicle that somebody else keeps: the keeper consents from the keeper's own wallet.</summary>
[Collection(SharedTowns.Name)]
public sealed partial class KeeperConsentTests(PermitTowns towns)
{
    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task With_the_consent_from_the_keepers_wallet_the_user_gets_a_permit_for_the_keepers_vehicle(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var (user, keeper) = (await town.CitizenAsync(DemoStory.NoVehicle), await town.CitizenAsync());
        var plate = await PlateOfAsync(town, keeper);
        Assert.Contains("Anderes Fahrzeug", (await user.ShowCitizenIdAsync()).Html, StringComparison.Ordinal);
        var link = await AskAsync(user, plate);

        var page = await ConsentAsync(keeper, link);

        Assert.Contains($"Ich bin Halterin oder Halter des Fahrzeugs {plate}", page.Html, StringComparison.Ordinal);
        var use = await UseAsync(town, user);
        Assert.Equal((VehicleUseState.Accepted, keeper.Person.Id.Value), (use.State, use.KeeperId));
        await user.GetPermitAsync();
        Assert.Equal(plate, (await town.PermitOfAsync(user)).Plates);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Nobody_but_the_keeper_can_consent(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var (user, keeper, stranger) = (await town.CitizenAsync(DemoStory.NoVehicle), await town.CitizenAsync(), await town.CitizenAsync());
        await user.ShowCitizenIdAsync();
        var link = await AskAsync(user, await PlateOfAsync(town, keeper));

        var page = await ConsentAsync(stranger, link);
        var own = await ConsentAsync(user, link);

        Assert.Contains("urn:modellstadt:parking:not-the-keeper", page.Html, StringComparison.Ordinal);
        Assert.Contains("urn:modellstadt:parking:not-the-keeper", own.Html, StringComparison.Ordinal);
        Assert.Equal(VehicleUseState.WaitingForKeeper, (await UseAsync(town, user)).State);
        Assert.Equal(VehicleUseState.Accepted, await AfterConsentAsync(town, user, keeper, link));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_keeper_withdraws_and_the_permit_ends(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var (user, keeper) = (await town.CitizenAsync(DemoStory.NoVehicle), await town.CitizenAsync());
        var plate = await PlateOfAsync(town, keeper);
        await user.ShowCitizenIdAsync();
        var link = await AskAsync(user, plate);
        await ConsentAsync(keeper, link);
        await user.GetPermitAsync();
        var warden = await town.SignInAsync("Warden");
        await warden.OpenAsync("/warden");
        Assert.Equal("valid", await warden.StateOfAsync(plate));

        await ConsentAsync(keeper, link, withdraws: true);

        Assert.Equal(VehicleUseState.Withdrawn, (await UseAsync(town, user)).State);
        await Staff.UntilAsync(async () => await warden.StateOfAsync(plate) == "not-valid");
        Assert.Equal(PermitState.Lapsed, (await town.PermitOfAsync(user)).State);
        var permit = await town.PermitOfAsync(user);
        var decision = await town.ReadAsync(database => database.Decisions.SingleAsync(decision => decision.PermitId == permit.Id && decision.Purpose == ApplicationPurpose.Lapse, Cancellation));
        Assert.NotNull(decision.LegalBasis);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_consent_ends_with_the_keepers_registration(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var (user, keeper) = (await town.CitizenAsync(DemoStory.NoVehicle), await town.CitizenAsync());
        await user.ShowCitizenIdAsync();
        await ConsentAsync(keeper, await AskAsync(user, await PlateOfAsync(town, keeper)));
        var use = await UseAsync(town, user);
        await town.ReadAsync(database => database.VehicleUses.Where(one => one.Id == use.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.KeeperId, "somebody-else"), Cancellation));

        Assert.Contains("urn:modellstadt:parking:no-vehicle", (await user.ShowCitizenIdAsync()).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CompanyCar")]
    [InlineData("CarSharing")]
    [InlineData("Care")]
    public async Task What_no_wallet_proves_a_clerk_looks_at(string basis)
    {
        var town = await towns.OnAsync(DatabaseKind.Sqlite);
        var user = await town.CitizenAsync(DemoStory.NoVehicle);
        var plate = $"BO-XY {1000 + basis.Length}";
        await user.ShowCitizenIdAsync();
        await user.Browser.OpenAsync("/permit/mine/vehicles");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(user, basis, plate, "kurz")).Status);
        await SendAsync(user, basis, plate, "Bestätigung vom 1. März, Beispiel GmbH");
        Assert.Contains("urn:modellstadt:parking:no-vehicle", (await user.ShowCitizenIdAsync()).Html, StringComparison.Ordinal);

        var clerk = await town.SignInAsync("Clerk");
        Assert.Contains("Beispiel GmbH", (await clerk.OpenAsync("/office/vehicle-uses")).Html, StringComparison.Ordinal);
        var use = await UseAsync(town, user);
        await clerk.SendFormAsync($"/office/vehicle-uses/{use.Id}", ("words", "Original gesehen"), ("accepts", "true"), ("length", "4200"), ("width", "1800"));
        var late = await clerk.SendFormAsync($"/office/vehicle-uses/{use.Id}", ("words", "Doch nicht"), ("accepts", "false"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        await user.GetPermitAsync();
        Assert.Equal(plate, (await town.PermitOfAsync(user)).Plates);
    }

    [Fact]
    public async Task A_guessed_link_leads_nowhere_and_too_many_requests_are_refused()
    {
        var town = await towns.OnAsync(DatabaseKind.Sqlite);
        var user = await town.CitizenAsync(DemoStory.NoVehicle);
        await user.ShowCitizenIdAsync();
        await user.Browser.OpenAsync("/permit/mine/vehicles");
        for (var count = 0; count < 3; count++)
            Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(user, "KeeperConsent", $"GE-ZZ {100 + count}", "")).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await SendAsync(user, "KeeperConsent", "GE-ZZ 200", "")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await town.NewBrowser().OpenAsync("/consent/AAAAAAAAAAAAAAAAAAAAAA")).Status);
    }

    [Fact]
    public async Task The_secret_of_the_link_stands_in_no_address_and_only_its_maker_sees_it()
    {
        var town = await towns.OnAsync(DatabaseKind.Sqlite);
        var (user, keeper) = (await town.CitizenAsync(DemoStory.NoVehicle), await town.CitizenAsync());
        await user.ShowCitizenIdAsync();
        await user.Browser.OpenAsync("/permit/mine/vehicles");

        var asked = await SendAsync(user, "KeeperConsent", await PlateOfAsync(town, keeper), "");

        Assert.Equal((HttpStatusCode.SeeOther, "/permit/mine/vehicles"), (asked.Status, asked.Onwards));
        var shown = Link().Match((await user.Browser.OpenAsync("/permit/mine/vehicles")).Html);
        Assert.True(shown.Success);
        var secret = shown.Groups[1].Value["/consent/".Length..];
        Assert.DoesNotContain(secret, (await user.Browser.OpenAsync("/permit/mine")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(user, "CompanyCar", "GE-ZZ 900", "Arbeitgeber Beispiel GmbH")).Status);
        Assert.Equal(secret, Link().Match((await user.Browser.OpenAsync("/permit/mine/vehicles")).Html).Groups[1].Value["/consent/".Length..]);
        Assert.DoesNotMatch(Link(), (await town.NewBrowser().OpenAsync("/permit/mine/vehicles")).Html);
    }

    private static async Task<string> AskAsync(Citizen user, string plate)
    {
        await user.Browser.OpenAsync("/permit/mine/vehicles");
        var asked = await SendAsync(user, "KeeperConsent", plate, "");
        return Link().Match((await user.Browser.OpenAsync(asked.Onwards!)).Html).Groups[1].Value;
    }

    private static Task<Page> SendAsync(Citizen user, string basis, string plate, string evidence) =>
        user.Browser.SendFormAsync("/permit/mine/vehicles", ("basis", basis), ("plate", plate), ("evidence", evidence));

    private static async Task<Page> ConsentAsync(Citizen keeper, string link, bool withdraws = false)
    {
        await keeper.Browser.OpenAsync(link);
        var asked = await keeper.Browser.SendFormAsync(link, withdraws ? [("device", "same"), ("withdraws", "true")] : [("device", "same")]);
        var reply = await keeper.Wallet.PresentAsync(asked.Onwards!);
        var answered = await keeper.Browser.OpenAsync(reply.RedirectUri!);
        return await keeper.Browser.OpenAsync(answered.Onwards!);
    }

    private static async Task<VehicleUseState> AfterConsentAsync(PermitTown town, Citizen user, Citizen keeper, string link)
    {
        await ConsentAsync(keeper, link);
        return (await UseAsync(town, user)).State;
    }

    private static async Task<string> PlateOfAsync(PermitTown town, Citizen keeper) =>
        ((RegisterAnswer<IReadOnlyList<RegisteredVehicle>>.Found)await town.Registers.FindByKeeperAsync(keeper.Person.Id, Cancellation)).Value[0].Plate;

    private static Task<VehicleUse> UseAsync(PermitTown town, Citizen user) =>
        town.ReadAsync(database => database.VehicleUses.AsNoTracking().SingleAsync(use => use.UserId == user.Person.Id.Value, Cancellation));

    [GeneratedRegex("href=\"http://localhost:5080(/consent/[^\"]+)\"")]
    private static partial Regex Link();
}
