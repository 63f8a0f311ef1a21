using Modellstadt.Kernel.Randomness;

namespace Modellstadt.Bench.Issuance;

/// <summary>
/// Issuance under HAIP over HTTP: pushed request, the town's grant, token, nonce, one credential; each by a wallet that the town sees for the first time,
/// attested and with bound tokens. Limit: the raw cryptography of one of them, on all processors.
/// </summary>
internal sealed class HaipIssuanceFigures : IBenchmark
{
    private const int Workers = 32;
    private const int MostOffers = 5_000;
    private static readonly TimeSpan OpeningTime = TimeSpan.FromSeconds(15);

    private static AttestedWallets? wallets;

    public static string Name => "haip-issuance";

    public static IReadOnlyDictionary<string, string?> Settings { get; } =
        new Dictionary<string, string?> { ["Issuer:TokensPerMinute"] = "10000000", ["Issuer:Policies:citizen-id"] = "Haip" };

    public static IReadOnlyDictionary<string, string?> Prepare(TimeProvider time, RandomSource random) => (wallets = new AttestedWallets(time, random)).Settings;

    public static async IAsyncEnumerable<Figure> MeasureAsync(Scene scene)
    {
        var offers = await OpenedOffers.OpenAsync(scene.Town, MostOffers, OpeningTime);
        var citizens = wallets!.Make(offers.Count).Zip(offers, (wallet, offer) => (Wallet: wallet, Offer: offer.Id)).ToArray();
        using var management = scene.Town.ManagementClient();
        var ways = Enumerable.Range(0, Workers).Select(_ => new ProvingWallet(scene)).ToArray();

        var full = await Load.DrainAsync(
            scene.Town.Process, Workers, citizens[..(citizens.Length * 3 / 4)], (worker, citizen) => ways[worker].FetchByAuthorizationAsync(citizen.Wallet, citizen.Offer, management));
        var half = await PacedWays.RunAsync(
            scene, full.PerSecond / 2, citizens[(citizens.Length * 3 / 4)..], (way, citizen) => way.FetchByAuthorizationAsync(citizen.Wallet, citizen.Offer, management));

        yield return new Figure(Name, full.PerSecond, "1/s", RawCryptography.PerSecond(scene, imports: 3, verifications: 8, signatures: 1));
        foreach (var detail in full.Details(Name))
            yield return detail;
        yield return new Figure($"{Name}-p99-at-half-load", half.P99, "ms");
    }
}
