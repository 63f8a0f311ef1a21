using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>A wallet that stands before the credential endpoint with a good access token.</summary>
internal sealed record Visit(OfferingIssuer Issuer, CredentialOfferObject Offer, string Token)
{
    public Uri Endpoint => Issuer.Metadata.CredentialEndpoint;

    public string Configuration => Offer.ConfigurationIds[0];
}

/// <summary>Sends requests that no honest wallet sends.</summary>
internal sealed class Attacker(IssuingTown town)
{
    /// <summary>Goes the honest way up to the access token.</summary>
    public async Task<Visit> EnterAsync(string type = IssuingTown.Permit, string subject = IssuingTown.Subject)
    {
        var offer = await town.Wallet.OpenOfferAsync((await town.OfferAsync(type, subject)).OfferByReference.OriginalString);
        var issuer = await town.Wallet.ReadIssuerAsync(offer);
        return new Visit(issuer, offer, await town.Wallet.FetchTokenAsync(issuer, offer));
    }

    public Task<string> NonceAsync(Visit visit) => town.Wallet.FetchNonceAsync(visit.Issuer);

    /// <summary>An honest proof, with what the caller changes before it is signed.</summary>
    public string Prove(Visit visit, string nonce, Action<JsonObject>? header = null, Action<JsonObject>? claims = null, SigningKey? key = null)
    {
        key ??= town.Wallet.NewKeys(1)[0];
        return Sign(visit, nonce, key.PublicKey, header, claims, key.Sign);
    }

    /// <summary>A proof with any signature.</summary>
    public string Sign(Visit visit, string nonce, JsonWebKey key, Action<JsonObject>? header, Action<JsonObject>? claims, SignBytes sign)
    {
        var head = new JsonObject { ["alg"] = "ES256", ["typ"] = KeyProofs.Type, ["jwk"] = key.ToJson() };
        var body = new JsonObject { ["aud"] = visit.Issuer.Metadata.CredentialIssuer, ["iat"] = town.Time.Now.ToUnixTimeSeconds(), ["nonce"] = nonce };
        header?.Invoke(head);
        claims?.Invoke(body);
        return Seal(Encoding.UTF8.GetString(StrictJson.Write(head)), Encoding.UTF8.GetString(StrictJson.Write(body)), sign);
    }

    /// <summary>A compact JWS of any two texts.</summary>
    public static string Seal(string header, string payload, SignBytes sign)
    {
        var input = $"{Base64Url.Encode(Encoding.UTF8.GetBytes(header))}.{Base64Url.Encode(Encoding.UTF8.GetBytes(payload))}";
        return $"{input}.{Base64Url.Encode(sign(Encoding.ASCII.GetBytes(input)))}";
    }

    /// <summary>HS256 with the public key as secret.</summary>
    public static SignBytes MacWith(JsonWebKey key) => input => HMACSHA256.HashData(StrictJson.Write(key.ToJson()), input);

    /// <summary>Asks for copies with these proofs.</summary>
    public Task<IssuerReply> RequestAsync(Visit visit, params IReadOnlyList<string> proofs) =>
        PostAsync(visit, new CredentialRequest(proofs) { ConfigurationId = visit.Configuration }.ToJson());

    /// <summary>Asks with any JSON.</summary>
    public Task<IssuerReply> PostAsync(Visit visit, JsonObject body) => town.Wallet.PostCredentialRequestAsync(visit.Endpoint, visit.Token, StrictJson.Write(body));

    /// <summary>Asks with any text.</summary>
    public Task<IssuerReply> PostAsync(Visit visit, string body) => town.Wallet.PostCredentialRequestAsync(visit.Endpoint, visit.Token, Encoding.UTF8.GetBytes(body));

    /// <summary>Asks honestly, with any header.</summary>
    public async Task<HttpResponseMessage> SendAsync(Visit visit, string address, AuthenticationHeaderValue? authorization, string mediaType = "application/json")
    {
        var body = new CredentialRequest([Prove(visit, await NonceAsync(visit))]) { ConfigurationId = visit.Configuration };
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(StrictJson.Write(body.ToJson())) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        request.Headers.Authorization = authorization;
        return await town.Client().SendAsync(request, TestContext.Current.CancellationToken);
    }

    public delegate byte[] SignBytes(ReadOnlySpan<byte> input);
}
