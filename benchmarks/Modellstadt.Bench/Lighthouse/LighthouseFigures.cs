using Modellstadt.Bench.Browsers;

namespace Modellstadt.Bench.Lighthouse;

/// <summary>
/// What Lighthouse says about the first visit to the wallet on its phone profile (processor 4 times slower, slow 4G, both as it reckons
/// them): the median of the scores from 0 to 1, and the times they are made of.
/// </summary>
internal sealed class LighthouseFigures : IBenchmark
{
    private const int Runs = 3;

    public static string Name => "lighthouse";

    /// <summary>Fetches Lighthouse, which nothing else needs.</summary>
    public static bool OnlyWhenAsked => true;

    public static async IAsyncEnumerable<Figure> MeasureAsync(Scene scene)
    {
        var reports = new List<LighthouseReport>(Runs);
        while (reports.Count < Runs)
            reports.Add(await LighthouseReport.OfAsync(scene.Town.WalletUrl, Chromium.Path));

        double Median(Func<LighthouseReport, double> of) => reports.Select(of).Order().ElementAt(Runs / 2);
        foreach (var category in LighthouseReport.Categories)
            yield return new Figure($"lighthouse-wallet-{category}", Median(report => report.Score(category)), "of 1");
        yield return new Figure("lighthouse-wallet-largest-paint", Median(report => report.Milliseconds("largest-contentful-paint")), "ms");
        yield return new Figure("lighthouse-wallet-blocked", Median(report => report.Milliseconds("total-blocking-time")), "ms");
    }
}
