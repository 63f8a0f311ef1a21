using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Testing;

public sealed partial class HeadlessWallet
{
    /// <summary>The issuers whose metadata were signed when the wallet read them.</summary>
    public HashSet<string> SigningIssuers { get; } = [];

    /// <summary>True: requests and responses are encrypted wherever the issuer can; false: where it must.</summary>
    public bool Encrypts { get; set; }

    /// <summary>From a typed code to the link of the offer it stands for.</summary>
    public async Task<string> LookUpOfferAsync(Uri portal, string code)
    {
        var found = await http.GetFromJsonAsync<JsonObject>(new Uri(portal, $"/issuers/codes/{code}"));
        return (string)found!["uri"]!;
    }

    /// <summary>Fetches what is offered and keeps the copies; fails the test when the issuer refuses or a copy does not hold.</summary>
    /// <param name="link">Any link with an offer (of the town's wallet or <c>openid-credential-offer:</c>), or the address of an offer.</param>
    /// <param name="transactionCode">What the person types in, when the offer demands it.</param>
    public async Task<IReadOnlyList<ReceivedCopy>> ReceiveAsync(string link, string? transactionCode = null)
    {
        var offer = await OpenOfferAsync(link);
        var issuer = await ReadIssuerAsync(offer);
        var token = await FetchTokenAsync(issuer, offer, transactionCode);
        return await FetchCopiesAsync(issuer, offer.ConfigurationIds[0], token, issuer.Metadata.BatchSize);
    }

    /// <summary>The offer behind a link or at an address.</summary>
    public async Task<CredentialOfferObject> OpenOfferAsync(string link)
    {
        // An address of an offer is no link: it names no parameter.
        if (!link.Contains("credential_offer", StringComparison.Ordinal))
            return await FetchOfferAsync(new Uri(link));
        var parsed = CredentialOfferLink.Parse(link).Expect();
        return parsed.Offer ?? await FetchOfferAsync(parsed.Reference!);
    }

    /// <summary>Reads both documents of the issuer that makes an offer.</summary>
    public async Task<OfferingIssuer> ReadIssuerAsync(CredentialOfferObject offer)
    {
        var metadata = (await ReadMetadataAsync(offer.CredentialIssuer)).Expect();
        var server = offer.AuthorizationServer ?? metadata.AuthorizationServers.FirstOrDefault() ?? offer.CredentialIssuer;
        return new OfferingIssuer(metadata, AuthorizationServerMetadata.Parse(
            await http.GetByteArrayAsync(WellKnownAddresses.Of(server, WellKnownAddresses.AuthorizationServer)), server).Expect());
    }

    /// <summary>Reads an issuer's metadata, signed where it signs them; or why they are not believed.</summary>
    public async Task<Checked<CredentialIssuerMetadata>> ReadMetadataAsync(string issuer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, WellKnownAddresses.Of(issuer, WellKnownAddresses.CredentialIssuer));
        request.Headers.Add("Accept", ReceivedMetadata.Accept);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        var rules = new ReceivedMetadataRules(issuer, jwt => FindIssuerKey(jwt, issuer), time.GetUtcNow()) { WereSigned = SigningIssuers.Contains(issuer) };
        if (!ReceivedMetadata.Read(answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsByteArrayAsync(), rules).TryGetValue(out var received, out var error))
            return error;
        if (received.Signed)
            SigningIssuers.Add(issuer);
        return received.Metadata;
    }

    /// <summary>An access token for an offer.</summary>
    public async Task<string> FetchTokenAsync(OfferingIssuer issuer, CredentialOfferObject offer, string? transactionCode = null)
    {
        var reply = await PostTokenRequestAsync(issuer.Server.TokenEndpoint, new TokenRequest(offer.PreAuthorizedCode!, transactionCode).ToForm());
        return TokenResponse.Parse(reply.ExpectBody()).Expect().AccessToken;
    }

    /// <summary>A nonce for proofs.</summary>
    public async Task<string> FetchNonceAsync(OfferingIssuer issuer)
    {
        using var answer = await http.PostAsync(issuer.Metadata.NonceEndpoint, null);
        return StrictJson.ParseObject((await IssuerReply.ReadAsync(answer)).ExpectBody()).Expect().Text("c_nonce")!;
    }

    /// <summary>Fetches copies for fresh keys under a fresh nonce, checks and keeps them.</summary>
    public async Task<IReadOnlyList<ReceivedCopy>> FetchCopiesAsync(OfferingIssuer issuer, string configurationId, string token, int count)
    {
        var asked = await AskForCopiesAsync(issuer, configurationId, token, count);
        return Keep(issuer, configurationId, asked.Keys, asked.Response);
    }

    /// <summary>Asks for copies for fresh keys under a fresh nonce; they may come later.</summary>
    public async Task<AskedCopies> AskForCopiesAsync(OfferingIssuer issuer, string configurationId, string token, int count)
    {
        var keys = NewKeys(count);
        using var request = CopyRequest.Prepare(keys, RulesFor(issuer, configurationId, await FetchNonceAsync(issuer)), random).Expect();
        var reply = await PostCredentialRequestAsync(issuer.Metadata.CredentialEndpoint, token, request.Body, request.MediaType);
        return new AskedCopies(configurationId, keys, request.Read(reply.MediaType, reply.ExpectBody()).Expect());
    }

    /// <summary>Asks once more for copies that were not ready.</summary>
    public async Task<AskedCopies> AskAgainAsync(OfferingIssuer issuer, string token, AskedCopies asked)
    {
        var before = asked.Response.Deferred!;
        using var request = CopyRequest.AskAgain(before, asked.Keys.Count, RulesFor(issuer, asked.ConfigurationId, nonce: null), random).Expect();
        var reply = await PostCredentialRequestAsync(issuer.Metadata.DeferredEndpoint!, token, request.Body, request.MediaType);
        return asked with { Response = request.ReadAgain(reply.MediaType, reply.ExpectBody(), before).Expect() };
    }

    /// <summary>Says what became of copies.</summary>
    public Task<IssuerReply> NotifyAsync(OfferingIssuer issuer, string token, NotificationRequest notification) =>
        PostCredentialRequestAsync(issuer.Metadata.NotificationEndpoint!, token, StrictJson.Write(notification.ToJson()));

    /// <summary>Posts a message to the credential or the deferred credential endpoint, encrypted where the issuer must or the wallet wants to.</summary>
    public Task<IssuerReply> SendAsync(OfferingIssuer issuer, Uri endpoint, string token, JsonObject message)
    {
        var encryption = issuer.Metadata.RequestEncryption;
        var encrypts = encryption is not null && (Encrypts || encryption.Required || message.ContainsKey("credential_response_encryption"));
        return encrypts
            ? PostCredentialRequestAsync(endpoint, token, Encoding.ASCII.GetBytes(MessageEncryption.Seal(message, encryption!.Choose()!, random)), MessageEncryption.MediaType)
            : PostCredentialRequestAsync(endpoint, token, StrictJson.Write(message));
    }

    private CopyRequestRules RulesFor(OfferingIssuer issuer, string configurationId, string? nonce) =>
        new(issuer.Metadata, configurationId, time.GetUtcNow()) { Nonce = nonce, Encrypts = Encrypts };

    /// <summary>Keys that no issuer has seen.</summary>
    public IReadOnlyList<SigningKey> NewKeys(int count) => [.. Enumerable.Range(0, count).Select(_ => SoftwareSigningKey.Create(random))];

    /// <summary>One proof for each key.</summary>
    public IReadOnlyList<string> Prove(IEnumerable<SigningKey> keys, OfferingIssuer issuer, string nonce) =>
        [.. keys.Select(key => HolderKeyProof.Create(key, issuer.Metadata.CredentialIssuer, nonce, time.GetUtcNow()))];

    /// <summary>Checks what an issuer sent for these keys, and keeps it.</summary>
    public IReadOnlyList<ReceivedCopy> Keep(OfferingIssuer issuer, string configurationId, IReadOnlyList<SigningKey> keys, CredentialResponse response)
    {
        var type = issuer.Metadata.Configurations.Single(configuration => configuration.Id == configurationId).CredentialType!;
        var rules = new ReceivedCopyRules(issuer.Metadata.CredentialIssuer, type, jwt => FindIssuerKey(jwt, issuer.Metadata.CredentialIssuer), time.GetUtcNow());
        var copies = ReceivedCopies.Check(response.Credentials, [.. keys.Select(key => key.PublicKey)], rules).Expect();
        Copies.AddRange(copies.Select(copy =>
            new PresentableCredential(ParsedSdJwt.Parse(copy.Text).Expect(), keys.Single(key => key.PublicKey.IsSameKeyAs(copy.Key)))));
        return copies;
    }

    /// <summary>Posts any form to a token endpoint.</summary>
    public async Task<IssuerReply> PostTokenRequestAsync(Uri endpoint, string form)
    {
        using var body = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await http.PostAsync(endpoint, body);
        return await IssuerReply.ReadAsync(answer);
    }

    /// <summary>Posts any body to a credential endpoint.</summary>
    public async Task<IssuerReply> PostCredentialRequestAsync(Uri endpoint, string? token, byte[] body, string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request);
        return await IssuerReply.ReadAsync(answer);
    }

    private async Task<CredentialOfferObject> FetchOfferAsync(Uri address) => CredentialOfferObject.Parse(await http.GetByteArrayAsync(address)).Expect();

    private Checked<VerificationKey> FindIssuerKey(CompactJws issuerJwt, string issuer) =>
        CertificateChains.Validate(issuerJwt, new ChainRules(Anchors, CertificateRole.CredentialIssuer, time.GetUtcNow()))
            .Then<VerificationKey>(certificate => certificate.IsForHost(new Uri(issuer).Host)
                ? certificate.Key
                : new ProtocolError(ErrorCodes.UntrustedIssuer, "SD-JWT VC §2.5", "The certificate is for another host than the issuer."));
}

/// <summary>What a wallet has read about the issuer of an offer.</summary>
/// <param name="Metadata">The credential issuer.</param>
/// <param name="Server">Its authorization server.</param>
public sealed record OfferingIssuer(CredentialIssuerMetadata Metadata, AuthorizationServerMetadata Server);

/// <summary>Copies that a wallet asked for.</summary>
/// <param name="ConfigurationId">Of what.</param>
/// <param name="Keys">The keys it proved.</param>
/// <param name="Response">What the issuer answered last.</param>
public sealed record AskedCopies(string ConfigurationId, IReadOnlyList<SigningKey> Keys, CredentialResponse Response);

/// <summary>What an issuer answers.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The body as sent.</param>
/// <param name="Headers">The headers, without those of the body.</param>
/// <param name="MediaType">What the body is, without parameters.</param>
public sealed record IssuerReply(HttpStatusCode Status, byte[] Body, HttpResponseHeaders Headers, string? MediaType)
{
    /// <summary>The error code, or null when the answer is none.</summary>
    public string? Error => Json?.Text("error");

    /// <summary>The broken rule, or null.</summary>
    public string? Description => Json?.Text("error_description");

    private JsonObject? Json => StrictJson.ParseObject(Body).TryGetValue(out var json, out _) ? json : null;

    /// <summary>The body of a good answer; fails the test otherwise.</summary>
    public byte[] ExpectBody() => Status is HttpStatusCode.OK or HttpStatusCode.Accepted ? Body : throw new InvalidOperationException($"{(int)Status}: {Encoding.UTF8.GetString(Body)}");

    internal static async Task<IssuerReply> ReadAsync(HttpResponseMessage answer) =>
        new(answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(), answer.Headers, answer.Content.Headers.ContentType?.MediaType);
}
