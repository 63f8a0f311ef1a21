using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Rounds;

namespace Modellstadt.Region.Indicators;

/// <summary>Reads the figures of the towns whose feeds are read, one after the other. Two processes that read at once keep the same.</summary>
internal sealed class ReadIndicators(FetchIndicators fetch, KeepIndicators keep, IOptions<RegionOptions> options, TimeProvider time, ILogger<ReadIndicators> log)
    : RoundService(options.Value.ReadFeedsEvery, time, log)
{
    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        foreach (var source in options.Value.Feeds)
            await TryAsync(source.Town, (_, token) => ReadAsync(source, token), cancellationToken);
    }

    private async Task<bool> ReadAsync(FeedSource source, CancellationToken cancellationToken) =>
        await keep.KeepAsync(source, await fetch.OfAsync(source, cancellationToken), cancellationToken) is null;
}
