using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Region.Showroom.BigScreen;

/// <summary>Reads what the big screen shows.</summary>
internal sealed class ReadScreen(ReadShowroom showroom, LiveBoard live, IOptions<TownOptions> town)
{
    /// <summary>The tour of this moment.</summary>
    public async Task<ScreenTour> ExecuteAsync(CancellationToken cancellationToken)
    {
        var region = await showroom.RegionAsync(new ShowroomFilter(null, null, null), cancellationToken);
        var busiest = region.Projects.GroupBy(project => project.Lead.Ags).Where(group => group.Key is not null).MaxBy(group => group.Count())?.Key;
        var own = await showroom.TownAsync(town.Value.Ags, asOf: null, cancellationToken);
        var shown = own is { All: not [] } ? own : await showroom.TownAsync(busiest ?? "", asOf: null, cancellationToken);
        var sheet = await live.ReadAsync(cancellationToken);
        return new(region, shown, sheet.Figures.Count > 0);
    }
}
