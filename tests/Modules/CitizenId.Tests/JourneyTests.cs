using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.CitizenId.Tests;

/// <summary>From the DEMO ID card to the citizen ID, as a phone's browser and wallet do it.</summary>
public sealed class JourneyTests
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_ID_card_becomes_a_citizen_ID(DatabaseKind kind)
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var person = town.AnyOf(DemoStory.Eligible);
        var resident = await town.ReadResidentAsync(person);
        using var citizen = town.NewCitizen();

        var offered = await citizen.Browser.SubmitAsync("/demo-id-card", "/demo-id-card/offers", ("resident_id", person.Id.Value), ("device", "same"));
        var card = (await citizen.Wallet.ReceiveAsync(offered.Location!))[0].Credential;
        Assert.Equal((DemoIdCardType.Vct, person.Card.Name.FamilyName), (card.CredentialType, card.Claims.Text("family_name")));

        var claims = await citizen.GetCitizenIdAsync();

        var home = resident.Residences[0].Address;
        Assert.Equal(CitizenIds.Vct, claims.Text("vct"));
        Assert.Equal((resident.Name.GivenNames, resident.Name.FamilyName), (claims.Text("given_name"), claims.Text("family_name")));
        Assert.Equal(resident.BirthDate.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), claims.Text("birthdate"));
        var address = claims.Object("address")!;
        Assert.Equal((home.StreetAddress, home.PostalCode, "Gelsenkirchen", "DE"), (address.Text("street_address"), address.Text("postal_code"), address.Text("locality"), address.Text("country")));
        Assert.Equal(("05513000", "Gelsenkirchen"), (claims.Object("municipality")!.Text("ags"), claims.Object("municipality")!.Text("name")));
        Assert.Equal("demo-substantial", claims.Text("assurance_level"));
        Assert.NotNull(claims.Text("resident_reference"));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_desktop_waits_while_the_phone_shows_the_card_and_fetches_the_citizen_ID(DatabaseKind kind)
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        var page = await citizen.StartOnDesktopAsync();
        Assert.Equal(("waiting", null), await citizen.Browser.PollAsync(page));

        var code = (await town.ReadRequestAsync()).Presentation.Code;
        Assert.Contains(Kernel.Randomness.TypedCode.Show(code), (await citizen.Browser.GetAsync(page)).Html, StringComparison.Ordinal);
        var reply = await citizen.Wallet.PresentAsync(await citizen.Wallet.LookUpAsync(town.Town.PublicUrl, code));
        Assert.Equal((HttpStatusCode.OK, null), (reply.Status, reply.RedirectUri));

        var (state, onwards) = await citizen.Browser.PollAsync(page);
        Assert.Equal("done", state);
        Assert.Equal(page, (await citizen.Browser.GetAsync(onwards!)).Location);
        Assert.Contains("Ihre Bürger-ID ist bereit", (await citizen.Browser.GetAsync(page)).Html, StringComparison.Ordinal);
        Assert.Equal(("waiting", null), await citizen.Browser.PollAsync(page));

        await citizen.Wallet.ReceiveAsync(await OfferOnAsync(citizen, page));
        Assert.Equal(("done", page), await citizen.Browser.AskAsync($"{page}/state?shown=Offered"));
        Assert.Contains("Ihre Bürger-ID ist in der Wallet", (await citizen.Browser.GetAsync(page)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ID_card_office_is_another_issuer_and_marked_DEMO_in_name_certificate_and_claims()
    {
        await using var town = await IdentifyingTown.StartAsync();
        var anchors = town.Services.GetRequiredService<IssuerAnchors>().All.ToDictionary(anchor => anchor.Slug);
        var (office, ownTown) = (anchors[DemoIdCardType.IssuerSlug], anchors[IssuerIdentity.TownSlug]);

        Assert.NotEqual(ownTown.Issuer, office.Issuer);
        Assert.NotEqual(ownTown.Certificate.Thumbprint, office.Certificate.Thumbprint);
        Assert.True(office.Demo);
        Assert.Contains("DEMO", office.Name.German, StringComparison.Ordinal);
        Assert.Contains("DEMO", office.Name.English, StringComparison.Ordinal);
        Assert.Contains("DEMO", office.Certificate.Subject, StringComparison.Ordinal);

        using var citizen = town.NewCitizen();
        var page = await citizen.Browser.GetAsync("/demo-id-card");
        Assert.Contains("DEMO", page.Html, StringComparison.Ordinal);
        var offered = await citizen.Browser.SubmitAsync("/demo-id-card", "/demo-id-card/offers", ("resident_id", OfferDemoIdCard.AnybodyEligible), ("device", "same"));
        var claims = (await citizen.Wallet.ReceiveAsync(offered.Location!))[0].Credential.Claims;
        Assert.True((bool)claims["demo"]!);
        Assert.Contains("DEMO", claims.Text("issuing_authority")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_copies_come_at_once_and_no_two_can_be_told_to_belong_together()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        var copies = await citizen.Wallet.ReceiveAsync(await citizen.IdentifyAsync());
        Assert.Equal(10, copies.Count);
        Assert.Equal(10, copies.Select(copy => copy.Key.Thumbprint).Distinct().Count());
    }

    [Fact]
    public async Task The_page_of_the_ID_card_office_finds_people_by_name_and_street()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = town.NewCitizen();
        var person = town.AnyOf(DemoStory.NameWrittenDifferently);

        Assert.Contains(person.DisplayName, (await citizen.Browser.GetAsync($"/demo-id-card?q={Uri.EscapeDataString(person.DisplayName)}")).Html, StringComparison.Ordinal);
        Assert.Contains("Çelik", (await citizen.Browser.GetAsync("/demo-id-card?q=celik")).Html, StringComparison.Ordinal);
        Assert.Contains("keine erfundene Person", (await citizen.Browser.GetAsync("/demo-id-card?q=Nobody-at-all")).Html, StringComparison.Ordinal);
        Assert.All(Enum.GetValues<DemoStory>(), story => Assert.Contains(town.AnyOf(story).DisplayName, citizen.Browser.GetAsync("/demo-id-card").Result.Html, StringComparison.Ordinal));
    }

    private static async Task<string> OfferOnAsync(Citizen citizen, string page) =>
        Links.IntoWallet((await citizen.Browser.GetAsync(page)).Html, "/receive?");
}
