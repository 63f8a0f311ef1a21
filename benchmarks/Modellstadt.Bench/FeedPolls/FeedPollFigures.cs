using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Modellstadt.Bench.FeedPolls;

/// <summary>
/// Towns that ask another one for news and get none. Limit: an endpoint of the same server that does nothing (<c>/health/live</c>), asked by the
/// same client.
/// </summary>
internal sealed class FeedPollFigures : IBenchmark
{
    private const int Workers = 8;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(8);

    public static string Name => "feed-poll";

    public static async IAsyncEnumerable<Figure> MeasureAsync(Scene scene)
    {
        using var town = new HttpClient { BaseAddress = scene.Town.PortalUrl };
        var tag = await TagAsync(town);
        var polls = await Load.RunAsync(scene.Town.Process, Workers, Duration, _ => AskAsync(town, "/region/feed", tag, HttpStatusCode.NotModified));
        var empty = await Load.RunAsync(scene.Town.Process, Workers, Duration / 2, _ => AskAsync(town, "/health/live", null, HttpStatusCode.OK));
        yield return new Figure("feed-poll", polls.PerSecond, "1/s", empty.PerSecond);
        foreach (var detail in polls.Details("feed-poll"))
            yield return detail;
        foreach (var detail in empty.Details("feed-poll-empty-endpoint"))
            yield return detail;
    }

    /// <summary>The tag of the newest number; the town publishes its projects some seconds after it has started.</summary>
    private static async Task<EntityTagHeaderValue> TagAsync(HttpClient town)
    {
        for (var attempt = 0; attempt < 150; attempt++)
        {
            using var answer = await town.GetAsync(new Uri("/region/feed", UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            if (JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["last"]!.GetValue<long>() > 0)
                return answer.Headers.ETag!;
            await Task.Delay(200);
        }

        throw new TimeoutException("The town publishes nothing.");
    }

    private static async Task AskAsync(HttpClient town, string address, EntityTagHeaderValue? known, HttpStatusCode expected)
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (known is not null)
            question.Headers.IfNoneMatch.Add(known);
        using var answer = await town.SendAsync(question);
        if (answer.StatusCode != expected)
            throw new InvalidOperationException($"{address}: {answer.StatusCode}");
    }
}
