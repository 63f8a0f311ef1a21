using Modellstadt.Kernel.Randomness;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Testing;

namespace Modellstadt.Interop.Tests;

/// <summary>Issuance as HAIP has it, both ways: pushed request, PKCE, DPoP, attested wallet, signed metadata.</summary>
public sealed class HaipTests(InteropTown town)
{
    private readonly RandomFill random = RandomSource.System.Fill;

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

    [Fact]
    [Oidf("VCIWalletTestCredentialIssuance")]
    public async Task Our_holder_library_fetches_from_a_foreign_issuer_as_HAIP_has_it()
    {
        var provider = new TestWalletProvider(InteropTown.Time.GetUtcNow(), random);
        var issuer = await ForeignIssuer.StartAsync(town, "oid4vc", provider.Root);
        var line = default(ProvingLine);
        var wallet = await town.NewWalletAsync(way => line = new ProvingLine(way, InteropTown.Time, random)
        {
            ClientId = HeadlessWallet.ClientId,
            DpopKey = SoftwareSigningKey.Create(random),
            Instance = provider.AttestWallet(SoftwareSigningKey.Create(random), HeadlessWallet.ClientId, InteropTown.Time.GetUtcNow()),
        });
        var offer = await wallet.OpenOfferAsync((await issuer.OfferAsync(new { member = "4711" })).Link);
        var metadata = await wallet.ReadIssuerAsync(offer);
        line!.Server = metadata.Server.Issuer;

        var asked = await wallet.AskAsync(metadata, offer.ConfigurationIds[0], request => request with { IssuerState = offer.IssuerState });
        var tokens = await wallet.ExchangeAsync(metadata, asked, await town.FollowAsync(asked.Address!));
        var copies = await wallet.FetchCopiesAsync(metadata, offer.ConfigurationIds[0], tokens.AccessToken, metadata.Metadata.BatchSize);

        Assert.True(tokens.IsBound);
        Assert.Contains(offer.CredentialIssuer, wallet.SigningIssuers);
        Assert.Equal(("4711", 4), (copies[0].Credential.Claims.Text("member"), copies.Count));
    }
}
