using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Bench.Issuance;

/// <summary>
/// Issuance over HTTP: token, nonce, one credential with one proof (three requests, two committed transactions). Limit: its raw
/// cryptography on all processors, that is import of the wallet's key, verification of its proof, signature of the credential.
/// </summary>
internal sealed class IssuanceFigures : IBenchmark
{
    private const int Workers = 32;
    private const int Batch = 10;
    private const int MostOffers = 8_000;
    private const int BatchOffers = 500;
    private static readonly TimeSpan OpeningTime = TimeSpan.FromSeconds(15);

    public static string Name => "issuance";

    public static IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?> { ["Issuer:TokensPerMinute"] = "10000000" };

    public static async IAsyncEnumerable<Figure> MeasureAsync(Scene scene)
    {
        var offers = await OpenedOffers.OpenAsync(scene.Town, MostOffers, OpeningTime);
        using var http = new HttpClient();

        var single = await DrainAsync(scene, http, copies: 1, [.. offers.Skip(BatchOffers)]);
        yield return new Figure("issuance", single.PerSecond, "1/s", RawCryptography(scene));
        foreach (var detail in single.Details("issuance"))
            yield return detail;

        var batch = await DrainAsync(scene, http, Batch, [.. offers.Take(BatchOffers)]);
        yield return new Figure("issuance-of-10-copies", batch.PerSecond, "1/s", RawCryptography(scene) / Batch);
    }

    private static async Task<LoadResult> DrainAsync(Scene scene, HttpClient http, int copies, IReadOnlyList<WaitingOffer> offers)
    {
        var wallets = Enumerable.Range(0, Workers).Select(_ => new LeanWallet(http, scene.Town.PortalUrl, NewKeys(scene, copies), scene.Time)).ToArray();
        return await Load.DrainAsync(scene.Town.Process, Workers, offers, (worker, offer) => wallets[worker].FetchAsync(offer.Code!));
    }

    private static SigningKey[] NewKeys(Scene scene, int count) => [.. Enumerable.Range(0, count).Select(_ => SoftwareSigningKey.Create(scene.Random.Fill))];

    private static double RawCryptography(Scene scene)
    {
        var (proof, credential) = (new byte[500], new byte[2_500]);
        using var wallet = SoftwareSigningKey.Create(scene.Random.Fill);
        using var issuer = SoftwareSigningKey.Create(scene.Random.Fill);
        var signature = wallet.Sign(proof);
        return Load.PerSecond(TimeSpan.FromSeconds(2), () =>
        {
            using var key = VerificationKey.Import(wallet.PublicKey);
            if (!key.Verify(proof, signature))
                throw new InvalidOperationException("A signature of our own does not verify.");
            issuer.Sign(credential);
        });
    }
}
