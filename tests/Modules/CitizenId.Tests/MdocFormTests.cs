using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Issuer;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Registers;

namespace Modellstadt.CitizenId.Tests;

/// <summary>Citizen ID and DEMO ID card as mdoc, beside the SD-JWT VC that the same offer holds.</summary>
public sealed class MdocFormTests
{
    private const string Pid = "eu.europa.ec.eudi.pid.1";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_ID_card_as_mdoc_bears_the_names_of_the_PID_rule_book_and_says_DEMO_beside_them()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = town.NewCitizen();
        var person = town.AnyOf(DemoStory.Eligible);
        var offer = await town.Services.GetRequiredService<OfferDemoIdCard>().ExecuteAsync(person.Id.Value, key: null, Cancellation);

        var elements = await FetchAsync(citizen, offer.Value.Offer, "pid-mdoc");

        var pid = elements[Pid]!.AsObject();
        Assert.Equal(
            ["birth_date", "expiry_date", "family_name", "given_name", "issuing_authority", "issuing_country", "resident_city", "resident_country", "resident_postal_code", "resident_street"],
            pid.Select(element => element.Key).Order(StringComparer.Ordinal));
        Assert.Equal(person.Card.Name.FamilyName, pid.Text("family_name"));
        Assert.Equal(person.Card.BirthDate.ToString("O", System.Globalization.CultureInfo.InvariantCulture), pid.Text("birth_date"));
        Assert.True((bool)elements["org.modellstadt.demo.1"]!["demo"]!);
    }

    [Fact]
    public async Task The_citizen_ID_as_mdoc_says_what_the_SD_JWT_says()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = await town.NewCitizenAsync(town.AnyOf(DemoStory.Eligible));
        var link = await citizen.IdentifyAsync();
        var offer = await citizen.Wallet.OpenOfferAsync(link);
        Assert.Equal(["citizen-id", "citizen-id-mdoc"], offer.ConfigurationIds);
        var issuer = await citizen.Wallet.ReadIssuerAsync(offer);
        var token = await citizen.Wallet.FetchTokenAsync(issuer, offer);

        var claims = (await citizen.Wallet.FetchCopiesAsync(issuer, "citizen-id", token, 1))[0].Credential.Claims;
        var elements = (await citizen.Wallet.FetchMdocsAsync(issuer, "citizen-id-mdoc", token, 1))[0].Mdoc.Elements["org.modellstadt.citizen-id.1"]!.AsObject();

        Assert.Equal(claims.Text("family_name"), elements.Text("family_name"));
        Assert.Equal(claims.Text("birthdate"), elements.Text("birth_date"));
        Assert.Equal(claims.Object("address")!.Text("locality"), elements.Text("resident_city"));
        Assert.Equal(claims.Object("municipality")!.Text("ags"), elements.Text("municipality_ags"));
        Assert.Equal(claims.Text("resident_reference"), elements.Text("resident_reference"));
    }

    [Fact]
    public async Task The_town_believes_its_own_ID_card_as_mdoc()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var citizen = town.NewCitizen();
        var offer = await town.Services.GetRequiredService<OfferDemoIdCard>().ExecuteAsync(town.AnyOf(DemoStory.Eligible).Id.Value, key: null, Cancellation);
        await FetchAsync(citizen, offer.Value.Offer, "pid-mdoc");
        using var script = town.ManagementClient();
        var question = new JsonObject
        {
            ["dcql_query"] = new DcqlQuery([CredentialQuery.Mdoc("pid", Pid, Pid, ["family_name"])]).ToJson(),
            ["purpose"] = new JsonObject { ["de"] = "Zum Prüfen", ["en"] = "For the test" },
        };
        using var answer = await script.PostAsJsonAsync("/management/v1/presentations", question, Cancellation);
        var asked = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;

        await citizen.Wallet.PresentAsync((string)asked["wallet_uri"]!);

        var state = (await script.GetFromJsonAsync<JsonObject>($"/management/v1/presentations/{asked["id"]}", Cancellation))!;
        Assert.Equal("received", (string?)state["state"]);
    }

    private static async Task<JsonObject> FetchAsync(Citizen citizen, CredentialOffer created, string configuration)
    {
        var offer = await citizen.Wallet.OpenOfferAsync(created.OfferByReference.AbsoluteUri);
        var issuer = await citizen.Wallet.ReadIssuerAsync(offer);
        var copies = await citizen.Wallet.FetchMdocsAsync(issuer, configuration, await citizen.Wallet.FetchTokenAsync(issuer, offer), 1);
        return copies[0].Mdoc.Elements;
    }
}
