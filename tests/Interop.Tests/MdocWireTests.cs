using System.Net;
using System.Text.Json.Nodes;
using Modellstadt.Testing;

namespace Modellstadt.Interop.Tests;

/// <summary>Mdocs on the wire: Credo, whose mdocs are those of <c>@animo-id/mdoc</c>, as wallet, verifier and issuer.</summary>
public sealed class MdocWireTests(InteropTown town)
{
    private const string CitizenId = "org.modellstadt.citizen-id.1";

    [Fact]
    public async Task Credo_fetches_a_citizen_ID_as_mdoc_and_shows_it_to_our_verifier()
    {
        var person = await town.AnyoneAsync();
        var wallet = await ForeignWallet.CreateAsync(town, "credo");
        var copies = await wallet.ReceiveAsync((string)(await town.OfferCitizenIdAsync(person))["wallet_uri"]!, format: "mso_mdoc");
        Assert.Equal((10, (string?)person["family_name"]), (copies.Count, (string?)copies[0][CitizenId]!["family_name"]));
        var asked = await town.ManageAsync(HttpMethod.Post, "/management/v1/presentations", new
        {
            dcql_query = new
            {
                credentials = new[]
                {
                    new { id = "card", format = "mso_mdoc", meta = new { doctype_value = CitizenId }, claims = new[] { new { path = new[] { CitizenId, "given_name" } } } },
                },
            },
            purpose = new { de = "Probe", en = "Rehearsal" },
        });

        var answer = await wallet.PresentAsync((string)asked["wallet_uri"]!);

        Assert.Equal(200, (int)answer["status"]!);
        var result = await town.ManageAsync(HttpMethod.Get, $"/management/v1/presentations/{asked["id"]}");
        Assert.Equal("received", (string?)result["state"]);
        AssertShown(result["credentials"]!["card"]!["claims"]!, CitizenId, "given_name", person["given_name"]);
    }

    [Fact]
    public async Task Credo_verifies_what_our_holder_library_shows_of_a_citizen_ID_as_mdoc()
    {
        var person = await town.AnyoneAsync();
        var wallet = await town.NewWalletAsync();
        await FetchAsync(wallet, (string)(await town.OfferCitizenIdAsync(person))["wallet_uri"]!, "citizen-id-mdoc");
        var verifier = await ForeignVerifier.StartAsync(town, "credo");
        var (question, link) = await verifier.AskForMdocAsync(CitizenId, town.Anchors, "given_name");

        Assert.Equal(HttpStatusCode.OK, (await wallet.PresentAsync(link)).Status);

        AssertShown(await verifier.ExpectClaimsAsync(question), CitizenId, "given_name", person["given_name"]);
    }

    [Fact]
    public async Task Our_holder_library_fetches_mdocs_from_Credo_and_shows_them_to_it()
    {
        var issuer = await ForeignIssuer.StartAsync(town, "credo");
        var verifier = await ForeignVerifier.StartAsync(town, "credo");
        var wallet = await town.NewWalletAsync();

        await FetchAsync(wallet, (await issuer.OfferAsync(new { member = "4711", branch = "North" }, format: "mso_mdoc")).Link, "library-card-mdoc");
        Assert.Equal(4, wallet.Mdocs.Count);
        var (question, link) = await verifier.AskForMdocAsync(ForeignIssuer.LibraryDocument, [town.ForeignRoot], "member");
        Assert.Equal(HttpStatusCode.OK, (await wallet.PresentAsync(link)).Status);

        AssertShown(await verifier.ExpectClaimsAsync(question), ForeignIssuer.LibraryDocument, "member", "4711");
    }

    [Fact]
    public async Task Credo_refuses_an_mdoc_of_an_issuer_that_does_not_count()
    {
        var wallet = await town.NewWalletAsync();
        await FetchAsync(wallet, (string)(await town.OfferCitizenIdAsync(await town.AnyoneAsync()))["wallet_uri"]!, "citizen-id-mdoc");
        var verifier = await ForeignVerifier.StartAsync(town, "credo");
        var (question, link) = await verifier.AskForMdocAsync(CitizenId, [town.ForeignRoot], "given_name");

        Assert.Equal(HttpStatusCode.BadRequest, (await wallet.PresentAsync(link)).Status);

        Assert.NotNull(await verifier.ReadErrorAsync(question));
    }

    /// <summary>That one element was shown, and nothing else.</summary>
    private static void AssertShown(JsonNode shown, string documentType, string element, JsonNode? value) =>
        Assert.Equal(new JsonObject { [documentType] = new JsonObject { [element] = value?.DeepClone() } }.ToJsonString(), shown.ToJsonString());

    private static async Task FetchAsync(HeadlessWallet wallet, string link, string configurationId)
    {
        var offer = await wallet.OpenOfferAsync(link);
        var issuer = await wallet.ReadIssuerAsync(offer);
        await wallet.FetchMdocsAsync(issuer, configurationId, await wallet.FetchTokenAsync(issuer, offer), issuer.Metadata.BatchSize);
    }
}
