using System.Net;

namespace Modellstadt.Bench.Showrooms;

/// <summary>
/// A crowd in the showroom, on the page of all towns, that of a town and that of a project in turn, packed as browsers ask for it; what drawing such a page costs
/// when nothing is kept; and the first visit on a slow phone. Limit of the throughput: an endpoint of the same server that does nothing (<c>/health/live</c>),
/// asked by the same client.
/// </summary>
internal sealed class ShowroomFigures : IBenchmark
{
    private const int Workers = 8;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(8);
    private static readonly string[] Pages = ["/showroom", "/showroom/towns/05513000", "/showroom/projects/smartphone-buerger-id"];

    public static string Name => "showroom";

    public static async IAsyncEnumerable<Figure> MeasureAsync(Scene scene)
    {
        using var visitors = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = scene.Town.PortalUrl };
        visitors.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, br");
        var turn = 0;
        string Next() => Pages[Interlocked.Increment(ref turn) % Pages.Length];

        var crowd = await Load.RunAsync(scene.Town.Process, Workers, Duration, _ => ReadAsync(visitors, Next()));
        var empty = await Load.RunAsync(scene.Town.Process, Workers, Duration / 2, _ => ReadAsync(visitors, "/health/live"));
        yield return new Figure("showroom", crowd.PerSecond, "1/s", empty.PerSecond);
        foreach (var detail in crowd.Details("showroom"))
            yield return detail;

        // Whoever chooses a language gets a cookie, and so a page that is kept for nobody.
        var drawn = await Load.RunAsync(scene.Town.Process, Workers, Duration / 2, _ => ReadAsync(visitors, $"{Next()}?lang=de"));
        yield return new Figure("showroom-drawn-server-time", drawn.ServerTime, "ms");

        await using var phone = await SlowPhone.StartAsync();
        foreach (var (name, address) in Pages.Zip(["all", "town", "project"], (address, name) => (name, address)))
        {
            var visit = await phone.FirstVisitAsync(new Uri(scene.Town.PortalUrl, address));
            yield return new Figure($"showroom-{name}-transferred", visit.Bytes / 1000.0, "kB");
            yield return new Figure($"showroom-{name}-full-content", visit.Milliseconds, "ms");
        }
    }

    private static async Task ReadAsync(HttpClient visitor, string address)
    {
        using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative));
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"{address}: {answer.StatusCode}");
        await answer.Content.CopyToAsync(Stream.Null);
    }
}
