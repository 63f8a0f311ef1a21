using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Authorization;

namespace Modellstadt.Wallets.Tests;

/// <summary>A wallet that is registered with its town.</summary>
internal sealed class TownWallet(WalletsTown town)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Its key.</summary>
    public SigningKey Key { get; init; } = SoftwareSigningKey.Create(town.Random.Fill);

    /// <summary>What its emergency code leads to, as the town keeps it.</summary>
    public string Emergency { get; init; } = Base64Url.Encode(town.Random.NewBytes(32));

    /// <summary>By what its list is found.</summary>
    public string Locator { get; init; } = Base64Url.Encode(town.Random.NewBytes(32));

    /// <summary>Its address.</summary>
    public string Id { get; private set; } = "";

    /// <summary>Which server it talks to.</summary>
    public WalletsTown Town { get; set; } = town;

    /// <summary>A registered wallet.</summary>
    public static async Task<TownWallet> RegisterAsync(WalletsTown town)
    {
        var wallet = new TownWallet(town);
        using var answer = await wallet.RegisterAsync();
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return wallet;
    }

    /// <summary>Registers it.</summary>
    public async Task<HttpResponseMessage> RegisterAsync()
    {
        var answer = await SendAsync(HttpMethod.Post, "/wallets", Registration());
        if (answer.StatusCode == HttpStatusCode.Created)
            Id = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["wallet"]!;
        return answer;
    }

    /// <summary>The message by which it registers.</summary>
    public JsonObject Registration() => new() { ["key"] = Key.PublicKey.ToJson(), ["emergency"] = Emergency, ["locator"] = Locator };

    /// <summary>A proof for a call.</summary>
    public string Prove(HttpMethod method, string path, SigningKey? key = null, DateTimeOffset? at = null, string? address = null) =>
        DpopProof.Create(key ?? Key, new DpopRules(method.Method, new Uri(address ?? Town.Town.WalletAt(path)), at ?? Town.Time.Now), nonce: null, Town.Random.Fill);

    /// <summary>Calls the town with a JSON body.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonNode? body = null, string? proof = null) =>
        SendAsync(method, path, body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), proof, null);

    /// <summary>Calls the town below this wallet's own address.</summary>
    public Task<HttpResponseMessage> AskAsync(HttpMethod method, string what, JsonNode? body = null) => SendAsync(method, $"/wallets/{Id}/{what}", body);

    /// <summary>Writes the list.</summary>
    public Task<HttpResponseMessage> WriteListAsync(byte[] bytes, string? seen, string? proof = null) =>
        SendAsync(HttpMethod.Put, $"/wallets/{Id}/list", new ByteArrayContent(bytes), proof, headers =>
        {
            if (seen is null)
                headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
            else
                headers.IfMatch.Add(new EntityTagHeaderValue(seen));
        });

    /// <summary>Calls the town.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, string? proof, Action<HttpRequestHeaders>? alter)
    {
        using var client = Town.Client();
        using var request = new HttpRequestMessage(method, new Uri(Town.Town.WalletAt(path))) { Content = content };
        request.Headers.Add(DpopProof.Scheme, proof ?? Prove(method, path));
        alter?.Invoke(request.Headers);
        return await client.SendAsync(request, Cancellation);
    }
}
