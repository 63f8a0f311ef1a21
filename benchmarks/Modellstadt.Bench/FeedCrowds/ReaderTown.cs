using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Modules;
using Modellstadt.Region;
using Modellstadt.Region.Feeds;
using Modellstadt.Testing;

namespace Modellstadt.Bench.FeedCrowds;

/// <summary>A town in this process that reads the feeds of a crowd over real sockets.</summary>
internal sealed class ReaderTown : TestTown
{
    private ReaderTown(TestDatabase storage, IEnumerable<(string Key, string Value)> settings) : base(storage, settings)
    {
    }

    /// <summary>The worker that reads; its own rounds come once a day.</summary>
    public ReadFeeds Reader => Services.GetServices<IHostedService>().OfType<ReadFeeds>().Single();

    /// <summary>Starts it with the addresses and keys of the crowd.</summary>
    public static Task<ReaderTown> StartAsync(TestDatabase storage, Uri crowd, IReadOnlyList<string> thumbprints, DateTimeOffset now) => ServeAsync(new ReaderTown(storage,
    [
        ("Town:Demo", "true"),
        ("Region:Visits", "false"),
        ("Region:ReadFeedsEvery", "1.00:00:00"),
        .. thumbprints.Index().SelectMany(town => new[]
        {
            ($"Region:Feeds:{town.Index}:Town", FeedCrowd.KeyOf(town.Index)), ($"Region:Feeds:{town.Index}:Url", $"{crowd.AbsoluteUri}{town.Index}"), ($"Region:Feeds:{town.Index}:Key", town.Item),
        }),
    ]) { Time = new SettableTime(now) });

    protected override void AddModules(InstalledModules modules) => modules.Add<AccountsModule>().Add<RegionModule>();
}
