using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Office;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Plates;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Permits;

/// <summary>From the first button to the permit in the wallet.</summary>
[Collection(SharedTowns.Name)]
public sealed class JourneyTests(PermitTowns towns)
{
    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task Three_steps_lead_from_the_button_to_the_permit_in_the_wallet(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();

        var proposal = await citizen.ShowCitizenIdAsync();
        Assert.Equal(HttpStatusCode.OK, proposal.Status);
        Assert.Contains("Verbindlich beantragen", proposal.Html, StringComparison.Ordinal);

        var granted = await citizen.ConfirmAsync(proposal);
        Assert.Equal(HttpStatusCode.SeeOther, granted.Status);
        Assert.StartsWith("http://wallet.localhost:5081/receive?credential_offer_uri=", granted.Onwards, StringComparison.Ordinal);

        Assert.Equal(10, (await citizen.Wallet.ReceiveAsync(granted.Onwards!)).Count);
        Assert.Contains("Der Ausweis ist in Ihrer Wallet", (await citizen.OpenApplicationAsync()).Html, StringComparison.Ordinal);
        Assert.Equal(
            ["applicant-identified", "application-confirmed", "application-proposed", "application-started", "permit-granted"],
            await town.HistoryOfAsync(citizen.Application));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_town_asks_for_the_reference_only_and_says_why_and_what_follows(DatabaseKind kind)
    {
        var citizen = await (await towns.OnAsync(kind)).CitizenAsync();

        var request = (await citizen.Wallet.OpenRequestAsync(await citizen.StartAsync())).Request;

        var asked = Assert.Single(request.Query.Credentials);
        Assert.Equal("""["resident_reference"]""", Assert.Single(asked.Claims).ToJson()["path"]!.ToJsonString());
        Assert.Contains("Ihre Anschrift im Melderegister", request.Purpose!.German, StringComparison.Ordinal);
        Assert.Equal("resident-parking-permit", Assert.Single(request.AnnouncedOffer!.ConfigurationIds));
        Assert.Equal("http://localhost:5080/issuers/town", request.AnnouncedOffer.CredentialIssuer);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_card_says_what_the_town_granted_and_nothing_about_the_person(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        var granted = await citizen.GetPermitAsync();

        var copies = await citizen.Wallet.ReceiveAsync(granted.Onwards!);

        var permit = await town.PermitOfAsync(citizen);
        var card = copies[0].Credential.Claims;
        Assert.Matches("^GE-2026-[0-9]{6}$", permit.PermitNumber);
        var expected = new JsonObject
        {
            ["permit_number"] = permit.PermitNumber,
            ["plate"] = permit.Plates,
            ["zone"] = permit.Zone,
            ["zone_name"] = permit.ZoneName,
            ["valid_from"] = "2026-11-24",
            ["valid_until"] = "2027-11-23",
            ["municipality"] = new JsonObject { ["ags"] = "05513000", ["name"] = "Gelsenkirchen" },
        };
        Assert.All(expected, claim => Assert.True(JsonNode.DeepEquals(claim.Value, card[claim.Key]), claim.Key));
        Assert.DoesNotContain(citizen.Person.Card.Name.FamilyName, card.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_warden_finds_the_plate_at_once(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();

        await citizen.GetPermitAsync();

        var permit = await town.PermitOfAsync(citizen);
        var plate = LicensePlate.Parse(permit.Plates, new HashSet<string> { "GE" })!;
        Assert.Contains(town.Services.GetRequiredService<PlateIndex>().OfPlate(plate.Key), right => right.PermitId == permit.Id);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task From_the_desktop_the_page_goes_on_by_itself_at_each_step_of_the_phone(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();

        var asked = await citizen.StartOnOtherDeviceAsync();
        Assert.Contains("<svg", asked.Html, StringComparison.Ordinal);
        Assert.Null(await citizen.PollAsync(asked));
        Assert.Null((await citizen.Wallet.PresentAsync(citizen.LinkIn(asked))).RedirectUri);

        var answer = await citizen.PollAsync(asked);
        var proposal = await citizen.ComeBackAsync(answer!);
        var granted = await citizen.ConfirmAsync(proposal);
        Assert.Equal(citizen.PagePath, granted.Onwards);

        var offered = await citizen.OpenApplicationAsync();
        Assert.Null(await citizen.PollAsync(offered));
        await citizen.Wallet.ReceiveAsync(citizen.LinkIn(offered));
        Assert.Equal(citizen.PagePath, await citizen.PollAsync(offered));
        Assert.Contains("Der Ausweis ist in Ihrer Wallet", (await citizen.OpenApplicationAsync()).Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_fee_is_shown_before_confirming_and_the_longest_term_is_preselected(DatabaseKind kind)
    {
        var citizen = await (await towns.OnAsync(kind)).CitizenAsync(DemoStory.SeveralVehicles);

        var proposal = await citizen.ShowCitizenIdAsync();

        Assert.Contains("12 Monate: 30,00 €", proposal.Html, StringComparison.Ordinal);
        Assert.Contains("6 Monate: 15,00 €", proposal.Html, StringComparison.Ordinal);
        Assert.Matches("value=\"12\" checked", proposal.Html);
        Assert.Contains("DEMO", proposal.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_shorter_term_ends_earlier_and_costs_less(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();

        await citizen.ConfirmAsync(await citizen.ShowCitizenIdAsync(), months: "6");

        var permit = await town.PermitOfAsync(citizen);
        Assert.Equal(permit.ValidFrom.AddMonths(6).AddDays(-1), permit.ValidUntil);
        Assert.Equal(1500, await town.ReadAsync(database => database.FeeNotices.Where(notice => notice.PermitId == permit.Id).Select(notice => notice.AmountCents).SingleAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_new_phone_gets_the_permit_once_more(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.Wallet.ReceiveAsync((await citizen.GetPermitAsync()).Onwards!);
        await citizen.OpenApplicationAsync();

        var again = await citizen.Browser.SendFormAsync($"{citizen.PagePath}/offer", ("device", "same"));

        Assert.Equal(10, (await citizen.Wallet.ReceiveAsync(again.Onwards!)).Count);
        Assert.Equal(1, await town.ReadAsync(database => database.Permits.CountAsync(permit => permit.ApplicationId == citizen.Application, Cancellation)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_revoked_permit_is_offered_to_no_wallet(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        using (var scope = town.Services.CreateScope())
            await scope.ServiceProvider.GetRequiredService<RevokePermit>().RevokeAsync((await town.PermitOfAsync(citizen)).Id, "Umzug", Guid.Empty, Cancellation);

        Assert.Contains("Dieser Ausweis gilt nicht mehr", (await citizen.OpenApplicationAsync()).Html, StringComparison.Ordinal);
        Assert.Equal(citizen.PagePath, (await citizen.Browser.SendFormAsync($"{citizen.PagePath}/offer", ("device", "same"))).Onwards);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_permit_that_is_revoked_while_it_is_offered_reaches_no_wallet(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        var link = (await citizen.GetPermitAsync()).Onwards!;
        var offer = Uri.UnescapeDataString(link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        var readBefore = await town.PermitOfAsync(citizen);
        using (var scope = town.Services.CreateScope())
            await scope.ServiceProvider.GetRequiredService<RevokePermit>().RevokeAsync(readBefore.Id, "Umzug", Guid.Empty, Cancellation);
        await town.EventuallyAsync(async () => await citizen.Browser.OpenAsync(offer) is { Status: HttpStatusCode.NotFound });

        Assert.Null(await town.Services.GetRequiredService<OfferPermit>().ExecuteAsync(readBefore, Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.Browser.OpenAsync(offer)).Status);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task When_a_permit_has_ended_its_holder_gets_a_new_one(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.ConfirmAsync(await citizen.ShowCitizenIdAsync(), months: "6");
        var first = await town.PermitOfAsync(citizen);

        town.Time.Now = TownCalendar.EndOf(first.ValidUntil);
        var later = await town.CitizenAsync(citizen.Person);
        await later.GetPermitAsync();

        Assert.Equal(PermitState.Expired, (await town.PermitOfAsync(citizen)).State);
        Assert.Equal(PermitState.Active, (await town.PermitOfAsync(later)).State);
    }
}
