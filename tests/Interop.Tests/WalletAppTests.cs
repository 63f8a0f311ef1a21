using System.Text.Json.Nodes;
using System.Web;
using Microsoft.Playwright;
using Modellstadt.Testing;

namespace Modellstadt.Interop.Tests;

/// <summary>Our wallet app, in a browser, against foreign issuers and verifiers that its operator has named.</summary>
public sealed class WalletAppTests(InteropTown town)
{
    public static TheoryData<string> Stacks => ["oid4vc", "credo"];

    [Theory, MemberData(nameof(Stacks))]
    public async Task The_wallet_app_takes_a_card_of_a_foreign_issuer_and_shows_it_to_a_foreign_verifier(string stack)
    {
        var issuer = await ForeignIssuer.StartAsync(town, stack);
        var verifier = await ForeignVerifier.StartAsync(town, stack);
        await using var wallet = await WalletApp.SetUpAsync(town);

        var (offer, code) = await issuer.OfferAsync(new { member = "4711", branch = "North" }, withTransactionCode: true);
        await wallet.TakeAsync(offer, code);
        await Assertions.Expect(wallet.Page.Locator($"[data-testid=card-face][data-vct='{ForeignIssuer.LibraryCard}']").First).ToBeVisibleAsync();
        var (question, link) = await verifier.AskAsync(ForeignIssuer.LibraryCard, [town.ForeignRoot], "member");
        await wallet.ShowAsync(link);

        var claims = await verifier.ExpectClaimsAsync(question);
        Assert.Equal("4711", (string?)claims["member"]);
        Assert.Null(claims["branch"]);
    }

    [Fact]
    [Oidf("VCIWalletTestCredentialIssuance")]
    public async Task The_wallet_app_fetches_a_card_on_a_foreign_issuer_s_page_as_HAIP_has_it()
    {
        await using var wallet = await WalletApp.SetUpAsync(town);
        var issuer = await ForeignIssuer.StartAsync(town, "oid4vc", town.WalletProviderRoot);

        var (offer, _) = await issuer.OfferAsync(new { member = "4711" });
        await wallet.OpenAsync("receive", WithoutPreAuthorizedCode(offer));
        await Assertions.Expect(wallet.Page.GetByTestId("sign-in-hint")).ToBeVisibleAsync();
        await wallet.AgreeAsync();

        await wallet.Page.GetByTestId("arrived").WaitForAsync();
        await Assertions.Expect(wallet.Page.GetByTestId("copies-left")).ToHaveAttributeAsync("data-left", "4");
        Assert.DoesNotContain("code=", wallet.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    [Oidf("VCIWalletTestCredentialIssuance")]
    public async Task The_wallet_app_fetches_an_ID_card_that_demands_all_of_HAIP()
    {
        var person = await town.AnyoneAsync();
        await using var wallet = await WalletApp.SetUpAsync(town);

        await wallet.OpenAsync("receive", (string)(await town.OfferIdCardAsync(person))["wallet_uri"]!);
        await wallet.AgreeAsync();
        await wallet.Page.Locator("form[action$='/grant'] button[type=submit]").ClickAsync();

        await wallet.Page.GetByTestId("arrived").WaitForAsync();
        await Assertions.Expect(wallet.Page.GetByTestId("card-claims")).ToContainTextAsync((string)person["given_name"]!);
    }

    [Theory]
    [InlineData("oid4vc", "direct_post", "x509_hash")]
    [InlineData("oid4vc", "direct_post.jwt", "x509_san_dns")]
    [InlineData("credo", "direct_post", "x509_san_dns")]
    public async Task The_wallet_app_answers_under_each_name_and_in_each_way(string stack, string responseMode, string clientIdPrefix)
    {
        var issuer = await ForeignIssuer.StartAsync(town, stack);
        var verifier = await ForeignVerifier.StartAsync(town, stack);
        await using var wallet = await WalletApp.SetUpAsync(town);
        await wallet.TakeAsync((await issuer.OfferAsync(new { member = "4711", branch = "North" })).Link);

        var card = new { id = "card", format = "dc+sd-jwt", meta = new { vct_values = new[] { ForeignIssuer.LibraryCard } }, claims = new[] { new { path = new[] { "member" } } } };
        var (question, link) = await verifier.AskForAsync(new { credentials = new[] { card } }, [town.ForeignRoot], responseMode, clientIdPrefix);
        await wallet.ShowAsync(link);

        var claims = await verifier.ExpectClaimsAsync(question);
        Assert.Equal("4711", (string?)claims["member"]);
        Assert.Null(claims["branch"]);
    }

    [Theory]
    [InlineData("direct_post")]
    [InlineData("direct_post.jwt")]
    public async Task The_wallet_app_shows_an_mdoc_to_Credo_and_beside_it_what_is_optional_when_the_person_wants_to(string responseMode)
    {
        var issuer = await ForeignIssuer.StartAsync(town, "credo");
        var verifier = await ForeignVerifier.StartAsync(town, "credo");
        await using var wallet = await WalletApp.SetUpAsync(town);
        await wallet.TakeAsync((await issuer.OfferAsync(new { member = "4711", branch = "North" }, format: "mso_mdoc")).Link);
        await wallet.TakeAsync((await issuer.OfferAsync(new { member = "4712", branch = "South" })).Link);
        object[] credentials =
        [
            new { id = "card", format = "mso_mdoc", meta = new { doctype_value = ForeignIssuer.LibraryDocument }, claims = new[] { new { path = new[] { ForeignIssuer.LibraryDocument, "member" } } } },
            new { id = "more", format = "dc+sd-jwt", meta = new { vct_values = new[] { ForeignIssuer.LibraryCard } }, claims = new[] { new { path = new[] { "branch" } } } },
        ];
        var query = new { credentials, credential_sets = new[] { new { options = new[] { new[] { "card" } }, required = true }, new { options = new[] { new[] { "more" } }, required = false } } };

        var (question, link) = await verifier.AskForAsync(query, [town.ForeignRoot], responseMode);
        await wallet.ShowAsync(link);
        var shown = await verifier.ExpectCredentialsAsync(question);
        Assert.Equal(new JsonObject { [ForeignIssuer.LibraryDocument] = new JsonObject { ["member"] = "4711" } }.ToJsonString(), shown["card"]!.ToJsonString());
        Assert.Null(shown["more"]);

        (question, link) = await verifier.AskForAsync(query, [town.ForeignRoot], responseMode);
        await wallet.OpenAsync("present", link);
        await wallet.Page.GetByTestId("optional-card").CheckAsync();
        await wallet.ConfirmAsync();
        Assert.Equal("South", (string?)(await verifier.ExpectCredentialsAsync(question))["more"]!["branch"]);
    }

    [Fact]
    public async Task The_wallet_app_takes_an_mdoc_of_Credo()
    {
        var issuer = await ForeignIssuer.StartAsync(town, "credo");
        await using var wallet = await WalletApp.SetUpAsync(town);

        await wallet.TakeAsync((await issuer.OfferAsync(new { member = "4711", branch = "North" }, format: "mso_mdoc")).Link);

        await Assertions.Expect(wallet.Page.Locator($"[data-testid=card-face][data-vct='{ForeignIssuer.LibraryDocument}']").First).ToBeVisibleAsync();
        await Assertions.Expect(wallet.Page.GetByTestId("card-claims")).ToContainTextAsync("4711");
    }

    [Fact]
    [Oidf("VCIWalletTestCredentialIssuance")]
    public async Task The_wallet_app_waits_for_a_card_that_is_being_made_and_fetches_it_by_itself()
    {
        await using var wallet = await WalletApp.SetUpAsync(town);
        var claims = new { permit_number = "GE-2026-999999", plate = "GE-XY 1", zone = "A", zone_name = "Altstadt", valid_from = "2026-01-01", valid_until = "2099-12-31", municipality = new { ags = "05513000", name = "Gelsenkirchen" } };
        var offer = await town.ManageAsync(HttpMethod.Post, "/management/v1/offers", new { credential_configuration_id = "resident-parking-permit", claims, subject = "permit/interop-deferred", deferred = true });

        await wallet.OpenAsync("receive", (string)offer["wallet_uri"]!);
        await wallet.AgreeAsync();
        await Assertions.Expect(wallet.Page.GetByTestId("making")).ToBeVisibleAsync();
        await town.DecideAsync($"/management/v1/offers/{offer["id"]}/release", new { });

        await Assertions.Expect(wallet.Page.GetByTestId("plate")).ToHaveTextAsync("GE-XY 1", new() { Timeout = 60_000 });
        await Assertions.Expect(wallet.Page.GetByTestId("making")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_wallet_app_fetches_fresh_copies_before_the_last_one_is_shown()
    {
        var person = await town.AnyoneAsync();
        var verifier = await ForeignVerifier.StartAsync(town, "oid4vc");
        await using var wallet = await WalletApp.SetUpAsync(town);
        await wallet.TakeAsync((string)(await town.OfferCitizenIdAsync(person))["wallet_uri"]!);
        var card = wallet.Page.Url;

        for (var shown = 0; shown < 7; shown++)
        {
            var (question, link) = await verifier.AskAsync(InteropTown.CitizenIdType, town.Anchors, "given_name");
            await wallet.ShowAsync(link);
            await verifier.ExpectClaimsAsync(question);
        }

        await wallet.Page.GotoAsync(card);
        await Assertions.Expect(wallet.Page.Locator("[data-testid=copies-left][data-left='10']")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        var (again, fresh) = await verifier.AskAsync(InteropTown.CitizenIdType, town.Anchors, "given_name");
        await wallet.ShowAsync(fresh);
        Assert.Equal((string?)person["given_name"], (string?)(await verifier.ExpectClaimsAsync(again))["given_name"]);
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task The_wallet_app_shows_a_citizen_ID_to_a_foreign_verifier(string stack)
    {
        var person = await town.AnyoneAsync();
        var verifier = await ForeignVerifier.StartAsync(town, stack);
        await using var wallet = await WalletApp.SetUpAsync(town);

        await wallet.TakeAsync((string)(await town.OfferCitizenIdAsync(person))["wallet_uri"]!);
        var (question, link) = await verifier.AskAsync(InteropTown.CitizenIdType, town.Anchors, "given_name", "address/locality");
        await wallet.ShowAsync(link);

        var claims = await verifier.ExpectClaimsAsync(question);
        Assert.Equal((string?)person["given_name"], (string?)claims["given_name"]);
        Assert.Null(claims["family_name"]);
    }

    /// <summary>The same offer for wallets that shall ask the issuer's own page.</summary>
    private static string WithoutPreAuthorizedCode(string link)
    {
        var (scheme, query) = (link[..link.IndexOf('?', StringComparison.Ordinal)], HttpUtility.ParseQueryString(link[link.IndexOf('?', StringComparison.Ordinal)..]));
        var offer = JsonNode.Parse(query["credential_offer"]!)!;
        Assert.True(offer["grants"]!.AsObject().Remove("urn:ietf:params:oauth:grant-type:pre-authorized_code"));
        return $"{scheme}?credential_offer={Uri.EscapeDataString(offer.ToJsonString())}";
    }
}
