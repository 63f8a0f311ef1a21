namespace Modellstadt.Bench.Issuance;

/// <summary>
/// Issuance by pre-authorized code with tokens bound to a key (RFC 9449) over HTTP: token, nonce, one credential; each wallet has a key of its own. Limit:
/// the raw cryptography of one of them, on all processors.
/// </summary>
internal sealed class DpopIssuanceFigures : IBenchmark
{
    private const int Workers = 32;
    private const int MostOffers = 8_000;
    private static readonly TimeSpan OpeningTime = TimeSpan.FromSeconds(15);

    public static string Name => "dpop-issuance";

    public static IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?> { ["Issuer:TokensPerMinute"] = "10000000" };

    public static async IAsyncEnumerable<Figure> MeasureAsync(Scene scene)
    {
        var offers = await OpenedOffers.OpenAsync(scene.Town, MostOffers, OpeningTime);
        var wallets = new AttestedWallets(scene.Time, scene.Random);
        var citizens = offers.AsParallel().Select(offer => (Wallet: new AttestedWallet(wallets.NewKey(), Instance: null), Code: offer.Code!)).ToArray();
        var ways = Enumerable.Range(0, Workers).Select(_ => new ProvingWallet(scene)).ToArray();

        var full = await Load.DrainAsync(
            scene.Town.Process, Workers, citizens[..(citizens.Length * 3 / 4)], (worker, citizen) => ways[worker].FetchByCodeAsync(citizen.Wallet, citizen.Code));
        var half = await PacedWays.RunAsync(scene, full.PerSecond / 2, citizens[(citizens.Length * 3 / 4)..], (way, citizen) => way.FetchByCodeAsync(citizen.Wallet, citizen.Code));

        yield return new Figure(Name, full.PerSecond, "1/s", RawCryptography.PerSecond(scene, imports: 2, verifications: 3, signatures: 1));
        foreach (var detail in full.Details(Name))
            yield return detail;
        yield return new Figure($"{Name}-p99-at-half-load", half.P99, "ms");
    }
}
