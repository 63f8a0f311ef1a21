namespace Modellstadt.Interop.Tests;

/// <summary>Foreign wallets get a card whose type demands HAIP: pushed request, PKCE, DPoP, attested wallet.</summary>
public sealed class HaipTests(InteropTown town)
{
    [Theory]
    [InlineData("jwt")]
    [InlineData("attested jwt")]
    [InlineData("attestation")]
    public async Task An_attested_foreign_wallet_fetches_an_ID_card_with_a_code(string proof)
    {
        var person = await town.AnyoneAsync();
        var wallet = await ForeignWallet.CreateAsync(town, "oid4vc");

        var address = await wallet.AuthorizeAsync((string)(await town.OfferIdCardAsync(person))["wallet_uri"]!);
        var copies = await wallet.ReceiveAuthorizedAsync(await town.AgreeAsync(address), proof);

        Assert.Equal(10, copies.Count);
        Assert.All(copies, copy => Assert.Equal((string?)person["given_name"], (string?)copy["given_name"]));
    }
}
