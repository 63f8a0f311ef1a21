using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;
using Modellstadt.Testing.Faults;

namespace Modellstadt.City.Tests.Faults;

public sealed class KillTests
{
    [Fact]
    public async Task What_was_acknowledged_is_there_after_ten_kills_and_nobody_has_a_second_permit()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
#pragma warning disable RS0030 // A real server with a real clock.
        var report = await new KillRun(database, TimeProvider.System, RandomSource.System).RunAsync(kills: 10);
#pragma warning restore RS0030

        Assert.Empty(report.Findings);
        Assert.True(report.Permits > 0, report.ToString());
    }
}
