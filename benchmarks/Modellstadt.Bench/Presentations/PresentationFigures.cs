using System.Diagnostics;
using Modellstadt.Bench.Issuance;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.OpenId4Vc.Holder;

namespace Modellstadt.Bench.Presentations;

/// <summary>
/// Presentations of a citizen ID over HTTP. <c>presentation</c>: the wallet's answer alone (decrypt, check signature, key binding,
/// claims and status, store the result), answers made beforehand; its limit is the same check without server and database.
/// <c>presentation-exchange</c>: ask, fetch the question, answer, read the result, wallet included.
/// </summary>
internal sealed class PresentationFigures : IBenchmark
{
    private const int Workers = 16;
    private const int MostAnswers = 6_000;
    private static readonly TimeSpan ExchangeTime = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan PreparationTime = TimeSpan.FromSeconds(15);

    public static string Name => "presentation";

    /// <summary>Answers are made long before they are posted.</summary>
    public static IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?> { ["Verifier:Lifetime"] = "00:10:00" };

    public static async IAsyncEnumerable<Figure> MeasureAsync(Scene scene)
    {
        using var management = scene.Town.ManagementClient();
        var holder = new LeanHolder(management, await FetchCopyAsync(scene, management), scene);
        var pure = PureChecks(scene);

        var answers = await PrepareAsync(holder);
        var check = await Load.DrainAsync(scene.Town.Process, Workers, [.. answers.Skip(answers.Count / 4)], (_, answer) => holder.PostAsync(answer));
        var half = await Load.PaceAsync(scene.Town.Process, check.PerSecond / 2, [.. answers.Take(answers.Count / 4)], (_, answer) => holder.PostAsync(answer));
        await holder.ReadResultAsync(answers[^1]);
        var exchange = await Load.RunAsync(scene.Town.Process, Workers, ExchangeTime, async _ =>
        {
            var answer = await holder.PrepareAsync();
            await holder.PostAsync(answer);
            await holder.ReadResultAsync(answer);
        });

        yield return new Figure("presentation-per-core", 1_000 / check.ServerTime, "1/s");
        yield return new Figure("presentation-p99-at-half-load", half.P99, "ms");
        yield return new Figure("presentation", check.PerSecond, "1/s", pure);
        foreach (var detail in check.Details("presentation"))
            yield return detail;
        yield return new Figure("presentation-check", pure, "1/s", RawCryptography(scene));
        yield return new Figure("presentation-exchange", exchange.PerSecond, "1/s");
        foreach (var detail in exchange.Details("presentation-exchange"))
            yield return detail;
    }

    /// <summary>A citizen ID as wallets have it.</summary>
    public static async Task<PresentableCredential> FetchCopyAsync(Scene scene, HttpClient http)
    {
        var key = SoftwareSigningKey.Create(scene.Random.Fill);
        var offers = await OpenedOffers.OpenAsync(scene.Town, most: 1, atMost: TimeSpan.FromSeconds(10));
        var copies = await new LeanWallet(http, scene.Town.PortalUrl, [key], scene.Time).FetchAsync(offers[0].Code!);
        return new PresentableCredential(ParsedSdJwt.Parse(copies[0]).Expect(), key);
    }

    private static async Task<IReadOnlyList<PreparedAnswer>> PrepareAsync(LeanHolder holder)
    {
        var clock = Stopwatch.StartNew();
        var answers = await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(async () =>
        {
            var mine = new List<PreparedAnswer>();
            while (clock.Elapsed < PreparationTime && mine.Count < MostAnswers / Workers)
                mine.Add(await holder.PrepareAsync());
            return mine;
        })));
        return [.. answers.SelectMany(mine => mine)];
    }

    private static double PureChecks(Scene scene)
    {
        using var check = new PureCheck(scene);
        return Load.PerSecond(TimeSpan.FromSeconds(2), check.Run);
    }

    private static double RawCryptography(Scene scene)
    {
        using var raw = new RawCheckCryptography(scene);
        return Load.PerSecond(TimeSpan.FromSeconds(2), raw.Run);
    }
}
