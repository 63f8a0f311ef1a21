using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Indicators;

/// <summary>Keeps what a town says of itself. What cannot be believed changes nothing but the reason: the figures before stay, with their date.</summary>
internal sealed class KeepIndicators(IDbContextFactory<RegionDb> databases, IOptions<TownOptions> town, TimeProvider time)
{
    /// <summary>Keeps it; why not, or null when it is kept.</summary>
    public async Task<IndicatorFailure?> KeepAsync(FeedSource source, IndicatorAnswer answer, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var row = await database.TownIndicators.FindAsync([source.Town], cancellationToken) ?? database.TownIndicators.Add(new TownIndicatorRow { Town = source.Town }).Entity;
        var failure = answer.Failure ?? IndicatorRules.Refuse(answer.Published!, source, row.At, town.Value.Demo, time.GetUtcNow());
        row.Failure = failure?.ToString();
        if (failure is null && answer.Published is { } published)
            (row.At, row.Signed, row.Key) = (published.Open()!.At, published.Signed, Encoding.UTF8.GetString(StrictJson.Write(published.Key.ToJson())));
        await database.SaveChangesAsync(cancellationToken);
        return failure;
    }
}
