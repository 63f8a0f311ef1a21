using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Bench.Issuance;

/// <summary>
/// Ten copies for ten keys under one key attestation (OpenID4VCI 1.0, Appendix F.3) over HTTP: token, nonce, credential request. Counted are credentials for
/// each second of the server's processor time, that is per core. Limit: import of the keys, the attestation's signature and those of the copies, on one core.
/// </summary>
internal sealed class BatchIssuanceFigures : IBenchmark
{
    private const int Workers = 16;
    private const int Keys = 10;
    private const int MostOffers = 4_000;
    private static readonly TimeSpan OpeningTime = TimeSpan.FromSeconds(15);

    private static AttestedWallets? wallets;

    public static string Name => "batch-issuance";

    public static IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?> { ["Issuer:TokensPerMinute"] = "10000000" };

    public static IReadOnlyDictionary<string, string?> Prepare(TimeProvider time, RandomSource random) => (wallets = new AttestedWallets(time, random)).Settings;

    public static async IAsyncEnumerable<Figure> MeasureAsync(Scene scene)
    {
        var offers = await OpenedOffers.OpenAsync(scene.Town, MostOffers, OpeningTime);
        var keys = Enumerable.Range(0, Workers).Select(_ => Enumerable.Range(0, Keys).Select(_ => wallets!.NewKey()).ToArray()).ToArray();
        var issuer = new Uri(scene.Town.PortalUrl, "/issuers/town").AbsoluteUri;
        using var http = new HttpClient();

        var batches = await Load.DrainAsync(scene.Town.Process, Workers, offers, async (worker, offer) =>
        {
            var token = await RedeemAsync(http, issuer, offer.Code!);
            var attestation = wallets!.Provider.Attest(keys[worker], await AskNonceAsync(http, issuer), scene.Time.GetUtcNow());
            await FetchAsync(http, issuer, token, attestation);
        });

        var perCore = RawCryptography.PerSecond(scene, imports: Keys, verifications: 1, signatures: Keys) * Keys / Environment.ProcessorCount;
        yield return new Figure($"{Name}-per-core", Keys * 1_000 / batches.ServerTime, "credentials/s", perCore);
        yield return new Figure(Name, batches.PerSecond * Keys, "credentials/s");
        foreach (var detail in batches.Details(Name))
            yield return detail;
    }

    private static async Task<string> RedeemAsync(HttpClient http, string issuer, string code)
    {
        using var form = new StringContent(new TokenRequest(code).ToForm(), new MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        using var answer = await http.PostAsync(new Uri($"{issuer}/token"), form);
        answer.EnsureSuccessStatusCode();
        return TokenResponse.Parse(await answer.Content.ReadAsByteArrayAsync()).Expect().AccessToken;
    }

    private static async Task<string> AskNonceAsync(HttpClient http, string issuer)
    {
        using var answer = await http.PostAsync(new Uri($"{issuer}/nonce"), content: null);
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["c_nonce"]!;
    }

    private static async Task FetchAsync(HttpClient http, string issuer, string token, string attestation)
    {
        var request = new CredentialRequest([attestation]) { ProofType = KeyProofs.ByAttestation, ConfigurationId = "citizen-id" };
        using var message = new HttpRequestMessage(HttpMethod.Post, $"{issuer}/credential")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
            Content = new ByteArrayContent(StrictJson.Write(request.ToJson())) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        using var answer = await http.SendAsync(message);
        answer.EnsureSuccessStatusCode();
        var copies = CredentialResponse.Parse(await answer.Content.ReadAsByteArrayAsync(), Keys).Expect().Credentials;
        if (copies.Count != Keys)
            throw new InvalidOperationException($"The issuer sent {copies.Count} copies for {Keys} keys.");
    }
}
