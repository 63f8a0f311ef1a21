using System.Net;
using Modellstadt.Region.Feeds;

namespace Modellstadt.Region.Indicators;

/// <summary>Asks another town for its figures, with the limits of its feed: no redirects, bounded size and time.</summary>
internal sealed class FetchIndicators(IHttpClientFactory clients)
{
    /// <summary>Asks.</summary>
    public async Task<IndicatorAnswer> OfAsync(FeedSource source, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(FetchFeed.ClientName);
        try
        {
            using var response = await client.GetAsync(new Uri(source.Url!.AbsoluteUri.TrimEnd('/') + ServeIndicators.Address), cancellationToken);
            if (response.StatusCode is not HttpStatusCode.OK)
                return new(null, IndicatorFailure.Unreachable);
            return SignedIndicators.Read(await response.Content.ReadAsByteArrayAsync(cancellationToken)) is { } published ? new(published, null) : new(null, IndicatorFailure.Unreadable);
        }
        catch (HttpRequestException)
        {
            return new(null, IndicatorFailure.Unreachable);
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(null, IndicatorFailure.Unreachable);
        }
    }
}

/// <summary>What a town answered: its figures, or why there are none.</summary>
internal readonly record struct IndicatorAnswer(SignedIndicators? Published, IndicatorFailure? Failure);
