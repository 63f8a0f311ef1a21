using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Testing;

namespace Modellstadt.Verifier.Tests;

/// <summary>Makes answers that no honest wallet makes.</summary>
internal sealed class Attacker(VerifyingTown town)
{
    private static readonly ClaimPath[] Asked = [ClaimPath.Of("given_name"), ClaimPath.Of("family_name"), ClaimPath.Of("address")];

    /// <summary>The citizen's card.</summary>
    public PresentableCredential Card => town.Card;

    /// <summary>An honest presentation, with what the caller changes.</summary>
    public string Present(RequestObject request, PresentableCredential? card = null, SigningKey? key = null, string? nonce = null, string? audience = null, TimeSpan clock = default)
    {
        card ??= town.Card;
        var binding = new KeyBinding(audience ?? request.ClientId, nonce ?? request.Nonce, town.Time.Now + clock);
        return SdJwtHolder.Present(card.SdJwt, Asked, binding, key ?? card.HolderKey!).Expect();
    }

    /// <summary>The same without key binding.</summary>
    public string Select(PresentableCredential? card = null) => SdJwtHolder.Select((card ?? town.Card).SdJwt, Asked).Expect();

    /// <summary>Posts one presentation under the query's name.</summary>
    public Task<WalletReply> AnswerAsync(RequestObject request, string presentation) =>
        AnswerAsync(request, new JsonObject { ["card"] = new JsonArray(presentation) });

    /// <summary>Posts a `vp_token` as the question wants it: encrypted or in the clear.</summary>
    public Task<WalletReply> AnswerAsync(RequestObject request, JsonObject vpToken) =>
        town.Wallet.PostAnswerAsync(request.ResponseUri, PresentationResponse.Form(request, vpToken, town.Random.Fill));

    /// <summary>Posts a `response`.</summary>
    public Task<WalletReply> PostAsync(RequestObject request, string response) =>
        town.Wallet.PostAnswerAsync(request.ResponseUri, [KeyValuePair.Create("response", response)]);

    /// <summary>Encrypts any parameters to the verifier's key.</summary>
    public string Encrypt(RequestObject request, JsonObject parameters, JsonWebKey? key = null) =>
        CompactJwe.Encrypt(StrictJson.Write(parameters), new JweRecipient(key ?? request.Encryption!.Key, JoseAlgorithms.A128Gcm), town.Random.Fill);

    /// <summary>A compact token with another header.</summary>
    public static string WithHeader(string token, Action<JsonObject> change)
    {
        var end = token.IndexOf('.', StringComparison.Ordinal);
        var header = (JsonObject)JsonNode.Parse(Base64Url.Decode(token.AsSpan(0, end)).Expect())!;
        change(header);
        return Base64Url.Encode(StrictJson.Write(header)) + token[end..];
    }
}
