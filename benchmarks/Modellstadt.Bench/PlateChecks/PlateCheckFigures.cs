using System.Net.Http.Headers;
using System.Text;
using Modellstadt.Testing;

namespace Modellstadt.Bench.PlateChecks;

/// <summary>
/// Plate checks over HTTP by a signed-in warden, a million permits in force, every second plate known. Limit: an endpoint of the same
/// server that does nothing (<c>/health/live</c>), asked by the same client.
/// </summary>
internal sealed class PlateCheckFigures : IBenchmark
{
    private const int Permits = 1_000_000;
    private const int Workers = 8;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(10);

    public static string Name => "plate-check";

    /// <summary>No warden asks so often: the limits of a person stand aside.</summary>
    public static IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["Parking:InspectionsPerMinute"] = "1000000000",
        ["Parking:Inspections:SamePlatePerDay"] = "1000000000",
        ["Parking:Inspections:SameSeriesInTenMinutes"] = "1000000000",
        ["Parking:Inspections:PlatesPerDay"] = "1000000000",
    };

    public static async IAsyncEnumerable<Figure> MeasureAsync(Scene scene)
    {
        using var warden = new HeadlessBrowser(scene.Town.PortalUrl);
        await warden.SignInAsync("warden");
        await warden.BeginShiftAsync();
        await SeededPermits.WriteAsync(scene, Permits);
        await WaitUntilKnownAsync(warden.Http);

        var next = scene.Random.NextInt(Permits);
        var checks = await Load.RunAsync(scene.Town.Process, Workers, Duration, _ => CheckAsync(warden.Http, (int)((uint)Interlocked.Increment(ref next) * 7919L % (2 * Permits))));
        var empty = await Load.RunAsync(scene.Town.Process, Workers, Duration / 2, _ => AskNothingAsync(warden.Http));
        yield return new Figure("plate-check", checks.PerSecond, "1/s", empty.PerSecond);
        foreach (var detail in checks.Details("plate-check"))
            yield return detail;
        foreach (var detail in empty.Details("plate-check-empty-endpoint"))
            yield return detail;
    }

    private static async Task CheckAsync(HttpClient http, int number)
    {
        var state = await AskAsync(http, SeededPermits.PlateOf(number));
        if (!state.Contains(number < Permits ? "\"valid\"" : "\"unknown\"", StringComparison.Ordinal))
            throw new InvalidOperationException($"{SeededPermits.PlateOf(number)}: {state}");
    }

    private static async Task<string> AskAsync(HttpClient http, string plate)
    {
        using var question = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"plate":"{{plate}}","place":"P|"}""")) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var answer = await http.PostAsync(new Uri("/parking/inspections", UriKind.Relative), question);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task AskNothingAsync(HttpClient http)
    {
        using var answer = await http.GetAsync(new Uri("/health/live", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The server follows the table within seconds.</summary>
    private static async Task WaitUntilKnownAsync(HttpClient http)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if ((await AskAsync(http, SeededPermits.PlateOf(Permits - 1))).Contains("\"valid\"", StringComparison.Ordinal))
                return;
            await Task.Delay(200);
        }

        throw new TimeoutException("The server does not know the seeded permits.");
    }
}
