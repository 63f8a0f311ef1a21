using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Bench.Issuance;

/// <summary>
/// One worker's way to the town: sends what wallets send whose tokens are bound to a key, and counts the copies without checking them. It keeps the
/// nonces and challenges that the town gave.
/// </summary>
internal sealed class ProvingWallet
{
    private const string Type = "citizen-id";

    private readonly Scene scene;
    private readonly ProvingLine line;
    private readonly HeadlessWallet wallet;
    private readonly SigningKey holderKey;
    private OfferingIssuer? issuer;

    public ProvingWallet(Scene scene)
    {
        this.scene = scene;
        Issuer = new Uri(scene.Town.PortalUrl, "/issuers/town").AbsoluteUri;
        line = new ProvingLine(new SocketsHttpHandler(), scene.Time, scene.Random.Fill) { Server = Issuer };
        wallet = new HeadlessWallet(new HttpClient(line), scene.Time, scene.Random.Fill);
        holderKey = SoftwareSigningKey.Create(scene.Random.Fill);
    }

    /// <summary>The issuer's identifier.</summary>
    public string Issuer { get; }

    /// <summary>The whole of HAIP: pushed request, grant by the town, token, nonce, one credential.</summary>
    public async Task FetchByAuthorizationAsync(AttestedWallet citizen, Guid offer, HttpClient management)
    {
        var known = await EnterAsync(citizen);
        var asked = await wallet.AskAsync(known, Type);
        using var granted = await management.PostAsJsonAsync("/management/v1/authorizations", new { request_uri = asked.RequestUri, offer_id = offer });
        granted.EnsureSuccessStatusCode();
        var address = new Uri((string)(await granted.Content.ReadFromJsonAsync<JsonObject>())!["redirect_uri"]!);
        var token = await wallet.ExchangeAsync(known, asked, address);
        await FetchOneAsync(known, token.AccessToken, HeadlessWallet.ClientId);
    }

    /// <summary>A pre-authorized code for a bound token, nonce, one credential.</summary>
    public async Task FetchByCodeAsync(AttestedWallet citizen, string code)
    {
        var known = await EnterAsync(citizen);
        var reply = await wallet.PostTokenRequestAsync(known.Server.TokenEndpoint, new TokenRequest(code).ToForm());
        await FetchOneAsync(known, TokenResponse.Parse(reply.ExpectBody()).Expect().AccessToken, clientId: null);
    }

    private async Task<OfferingIssuer> EnterAsync(AttestedWallet citizen)
    {
        (line.DpopKey, line.Instance) = (citizen.TokenKey, citizen.Instance);
        return issuer ??= await ReadIssuerAsync();
    }

    private async Task<OfferingIssuer> ReadIssuerAsync()
    {
        await wallet.TrustAsync(scene.Town);
        return await wallet.ReadIssuerAsync(new CredentialOfferObject(Issuer, [Type]));
    }

    private async Task FetchOneAsync(OfferingIssuer known, string token, string? clientId)
    {
        var proof = HolderKeyProof.Create(holderKey, Issuer, await wallet.FetchNonceAsync(known), scene.Time.GetUtcNow(), clientId: clientId);
        var reply = await wallet.SendAsync(known, known.Metadata.CredentialEndpoint, token, new CredentialRequest([proof]) { ConfigurationId = Type }.ToJson());
        CredentialResponse.Parse(reply.ExpectBody(), maxCredentials: 1).Expect();
    }
}
