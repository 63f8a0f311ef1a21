using Microsoft.Playwright;

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
}
