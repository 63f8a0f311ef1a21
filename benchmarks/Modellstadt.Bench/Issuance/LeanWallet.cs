using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Bench.Issuance;

/// <summary>
/// Sends what a wallet sends to fetch a credential, and does nothing else: its keys are made beforehand and the copies are
/// counted, not checked. So the client takes as little of the shared processors as it can.
/// </summary>
internal sealed class LeanWallet(HttpClient http, Uri portal, IReadOnlyList<SigningKey> keys, TimeProvider time)
{
    /// <summary>The issuer it talks to.</summary>
    public string Issuer { get; } = new Uri(portal, "/issuers/town").AbsoluteUri;

    /// <summary>Token, nonce and one credential request with as many proofs as there are keys; returns the copies.</summary>
    public async Task<IReadOnlyList<string>> FetchAsync(string code)
    {
        var token = await RedeemAsync(code);
        var nonce = await AskNonceAsync();
        var request = new CredentialRequest([.. keys.Select(key => HolderKeyProof.Create(key, Issuer, nonce, time.GetUtcNow()))]) { ConfigurationId = "citizen-id" };
        using var message = new HttpRequestMessage(HttpMethod.Post, $"{Issuer}/credential")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
            Content = new ByteArrayContent(StrictJson.Write(request.ToJson())) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        using var answer = await http.SendAsync(message);
        answer.EnsureSuccessStatusCode();
        var copies = CredentialResponse.Parse(await answer.Content.ReadAsByteArrayAsync(), keys.Count).Expect().Credentials;
        return copies.Count == keys.Count ? copies : throw new InvalidOperationException("The issuer sent fewer copies than proofs.");
    }

    private async Task<string> RedeemAsync(string code)
    {
        using var form = new StringContent(new TokenRequest(code).ToForm(), new MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        using var answer = await http.PostAsync(new Uri($"{Issuer}/token"), form);
        answer.EnsureSuccessStatusCode();
        return TokenResponse.Parse(await answer.Content.ReadAsByteArrayAsync()).Expect().AccessToken;
    }

    private async Task<string> AskNonceAsync()
    {
        using var answer = await http.PostAsync(new Uri($"{Issuer}/nonce"), content: null);
        answer.EnsureSuccessStatusCode();
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["c_nonce"]!;
    }
}
