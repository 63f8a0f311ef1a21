using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Modellstadt.Region.Feeds;

/// <summary>What came of asking a town: a page, nothing new, or why neither.</summary>
/// <param name="Page">The page; null when there is nothing new, or a failure.</param>
/// <param name="Failure">Why there is neither; null when the town answered.</param>
internal readonly record struct FeedAnswer(FeedPage? Page, FeedFailure? Failure);

/// <summary>Asks a town for what is newer than a number. The address is entered by an administrator; no redirects, bounded size and time.</summary>
internal sealed class FetchFeed(IHttpClientFactory clients)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "region-feeds";

    /// <summary>Sets the limits of the client.</summary>
    public static void Configure(HttpClient client)
    {
        client.Timeout = TimeSpan.FromSeconds(10);
        client.MaxResponseContentBufferSize = FeedPage.LargestBytes;
    }

    /// <summary>Asks.</summary>
    public async Task<FeedAnswer> AfterAsync(FeedSource source, long after, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(ClientName);
        using var request = new HttpRequestMessage(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"{source.Url!.AbsoluteUri.TrimEnd('/')}{ServeFeed.Address}?kinds={ServeFeed.AllKinds}&after={after}"));
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(ServeFeed.TagOf(after)));
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            return response.StatusCode switch
            {
                HttpStatusCode.NotModified => default,
                HttpStatusCode.OK => FeedPage.Read(await response.Content.ReadAsByteArrayAsync(cancellationToken)) is { } page ? new(page, null) : new(null, FeedFailure.Unreadable),
                _ => new(null, FeedFailure.Unreachable),
            };
        }
        catch (HttpRequestException)
        {
            return new(null, FeedFailure.Unreachable);
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(null, FeedFailure.Unreachable);
        }
    }
}
