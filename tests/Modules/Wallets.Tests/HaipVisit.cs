using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Issuer;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Wallets.Tests;

/// <summary>A wallet of the town at the town's own issuer, under HAIP: pushed request, bound tokens, attested wallet, attested keys.</summary>
internal sealed class HaipVisit
{
    private readonly WalletsTown town;
    private readonly TownWallet wallet;
    private readonly CookieLine cookies;
    private readonly ProvingLine line;
    private readonly HeadlessWallet holder;

    public HaipVisit(WalletsTown town, TownWallet wallet)
    {
        (this.town, this.wallet) = (town, wallet);
        cookies = new CookieLine(town.Line());
        line = new ProvingLine(town.Line(), town.Time, town.Random.Fill) { Server = IssuerIdentity.IdOf(town.Town, IssuerIdentity.TownSlug), DpopKey = NewKey() };
        holder = new HeadlessWallet(new HttpClient(line) { BaseAddress = town.Town.PublicUrl }, town.Time, town.Random.Fill);
        holder.Anchors.AddRange(town.Services.GetRequiredService<IssuerAnchors>().All.Select(anchor => anchor.Certificate));
    }

    /// <summary>What somebody changes about the wallet's attestation and its key.</summary>
    public Func<WalletInstance, WalletInstance> AlterInstance { get; init; } = instance => instance;

    /// <summary>What somebody changes about the attestation of keys.</summary>
    public Func<string, Task<string>> AlterKeys { get; init; } = Task.FromResult;

    /// <summary>Under which client identifier the wallet comes.</summary>
    public string ClientId { get; init; } = "http://wallet.localhost:5081";

    /// <summary>True when somebody still has to decide on the offer.</summary>
    public bool Deferred { get; init; }

    /// <summary>The offer that was granted.</summary>
    public Guid OfferId { get; private set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public SigningKey NewKey() => SoftwareSigningKey.Create(town.Random.Fill);

    /// <summary>An attestation of the wallet for this key.</summary>
    public static async Task<string> AttestWalletAsync(WalletsTown town, TownWallet wallet, SigningKey key)
    {
        using var answer = await wallet.AskAsync(HttpMethod.Post, "attestations", new JsonObject { ["proof"] = Proof(town, wallet, key) });
        return (string)(await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["wallet_attestation"]!;
    }

    /// <summary>An attestation of these keys.</summary>
    public static async Task<string> AttestKeysAsync(WalletsTown town, TownWallet wallet, IEnumerable<SigningKey> keys, string? nonce)
    {
        var message = new JsonObject { ["proofs"] = new JsonArray([.. keys.Select(key => JsonValue.Create(Proof(town, wallet, key)))]) };
        if (nonce is not null)
            message["nonce"] = nonce;
        using var answer = await wallet.AskAsync(HttpMethod.Post, "key-attestations", message);
        return (string)(await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["key_attestation"]!;
    }

    /// <summary>A proof of a key for the town as provider.</summary>
    public static string Proof(WalletsTown town, TownWallet wallet, SigningKey key, string? audience = null, string? nonce = null) =>
        HolderKeyProof.Create(key, audience ?? "http://wallet.localhost:5081", nonce ?? wallet.Id, town.Time.Now);

    /// <summary>Goes the way up to the answer of the token endpoint, or to the first refusal.</summary>
    public async Task<(OfferingIssuer Issuer, IssuerReply Reply)> AskForTokenAsync(string subject)
    {
        var instance = NewKey();
        line.Instance = AlterInstance(new WalletInstance(instance, await AttestWalletAsync(town, wallet, instance)));
        var issuer = await holder.ReadIssuerAsync(new CredentialOfferObject(line.Server!, [WalletsTown.Permit]));
        var asked = holder.NewRequest(WalletsTown.Permit, request => request with { ClientId = ClientId });
        var pushed = await holder.PostTokenRequestAsync(issuer.Server.PushedRequestEndpoint!, asked.Request.ToForm());
        if (pushed.Status is not System.Net.HttpStatusCode.Created)
            return (issuer, pushed);
        var address = PushedRequest.Parse(pushed.Body).Expect().AddressAt(issuer.Server.AuthorizationEndpoint!, asked.Request.ClientId);
        var code = AuthorizationResponse.Parse(await GrantAsync(address, subject), issuer.Server.Issuer, asked.Request.State).Expect().Code!;
        return (issuer, await holder.PostTokenRequestAsync(issuer.Server.TokenEndpoint, asked.ToTokenRequest(code).ToForm()));
    }

    /// <summary>Goes the whole way: what the credential endpoint answers, or the first refusal.</summary>
    public async Task<IssuerReply> FetchAsync(string subject)
    {
        var (issuer, reply) = await AskForTokenAsync(subject);
        if (reply.Status is not System.Net.HttpStatusCode.OK)
            return reply;
        var token = TokenResponse.Parse(reply.ExpectBody()).Expect().AccessToken;
        var keys = holder.NewKeys(10);
        var attestation = await AlterKeys(await AttestKeysAsync(town, wallet, keys, await holder.FetchNonceAsync(issuer)));
        return await holder.SendAsync(issuer, issuer.Metadata.CredentialEndpoint, token, new CredentialRequest([attestation]) { ConfigurationId = WalletsTown.Permit, ProofType = KeyProofs.ByAttestation }.ToJson());
    }

    /// <summary>The person says yes in the browser: where it is sent.</summary>
    private async Task<Uri> GrantAsync(Uri address, string subject)
    {
        using var browser = new HttpClient(cookies, disposeHandler: false) { BaseAddress = town.Town.PublicUrl };
        using var opened = await browser.GetAsync(address, Cancellation);
        var waiting = Guid.Parse(opened.Headers.Location!.OriginalString[^36..]);
        var offer = await town.Services.GetRequiredService<CredentialOffers>().CreateAsync(new OfferDraft(WalletsTown.Permit, [], subject, null, subject) { Deferred = Deferred }, Cancellation);
        OfferId = offer.Id;
        var back = await town.Services.GetRequiredService<Authorizations>().GrantAsync(waiting, cookies.Value(town.Town.PublicUrl, "modellstadt-session"), offer, Cancellation);
        using var page = await browser.GetAsync(new Uri(back!, UriKind.Relative), Cancellation);
        return new Uri(page.EnsureSuccessStatusCode().Headers.GetValues("Refresh").Single()["0;url=".Length..]);
    }
}
