using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Modellstadt.Bench.Browsers;

namespace Modellstadt.Bench.Journeys;

/// <summary>
/// From "Beantragen" to the permit with the citizen ID in the unlocked wallet, over 50 random eligible persons, the processor 4 times
/// slower and every answer 150 ms late. Limit: the same way of some of them on a fast phone with a perfect line (median).
/// </summary>
internal sealed class JourneyFigures : IBenchmark
{
    private const int People = 50;
    private const int FastPeople = 5;
    private const int SlowPhone = 4;
    private const int RoundTrip = 150;

    public static string Name => "journey";

    public static bool OnlyWhenAsked => true;

    public static async IAsyncEnumerable<Figure> MeasureAsync(Scene scene)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium.Path, Args = Chromium.Arguments });
        var options = new BrowserNewContextOptions(playwright.Devices[Chromium.Phone]) { Locale = "de-DE" };
        var residents = await DrawAsync(scene, People + FastPeople);

        var fast = await WalkAllAsync(residents.Take(FastPeople), slowdown: 1, roundTrip: 0);
        var slow = await WalkAllAsync(residents.Skip(FastPeople), SlowPhone, RoundTrip);
        var limit = fast[FastPeople / 2].Seconds;
        yield return new Figure("journey-p95", slow[(People * 95 / 100) - 1].Seconds, "s", limit);
        yield return new Figure("journey-median", slow[People / 2].Seconds, "s", limit);
        yield return new Figure("journey-longest", slow[^1].Seconds, "s", limit);
        yield return new Figure("journey-most-taps", slow.Max(walk => walk.Taps), "taps");
        yield return new Figure("journey-most-keys", slow.Max(walk => walk.Keys), "keys");

        async Task<List<WalkResult>> WalkAllAsync(IEnumerable<string> people, int slowdown, int roundTrip)
        {
            var walks = new List<WalkResult>();
            foreach (var resident in people)
            {
                await using var phone = await browser.NewContextAsync(options);
                walks.Add(await new PermitWalk(phone, scene.Town).WalkAsync(resident, slowdown, roundTrip));
            }

            return [.. walks.OrderBy(walk => walk.Seconds)];
        }
    }

    /// <summary>Different eligible persons by chance.</summary>
    private static async Task<IReadOnlyList<string>> DrawAsync(Scene scene, int count)
    {
        using var management = scene.Town.ManagementClient();
        var eligible = await management.GetFromJsonAsync<JsonArray>("/management/v1/demo/persons?story=eligible&take=1000");
        return [.. eligible!.Select(person => (string)person!["resident_id"]!).OrderBy(_ => scene.Random.NextInt(int.MaxValue)).Take(count)];
    }
}
