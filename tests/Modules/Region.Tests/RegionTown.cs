using Modellstadt.Accounts;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests;

/// <summary>A demo town that takes part in the model region and does nothing else.</summary>
internal sealed class RegionTown : TestTown
{
    private RegionTown(TestDatabase storage, IEnumerable<(string Key, string Value)> settings) : base(storage, [("Town:Demo", "true"), .. settings])
    {
    }

    public static async Task<RegionTown> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite, params (string Key, string Value)[] settings) =>
        await ServeAsync(new RegionTown(await TestDatabase.CreateAsync(kind), settings));

    protected override void AddModules(InstalledModules modules) => modules.Add<AccountsModule>().Add<RegionModule>();
}
