using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Projects;
using Modellstadt.Region.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Projects;

/// <summary>How the collection comes into the register.</summary>
public sealed class SeedTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Every_start_finds_each_project_once_and_leaves_alone_what_a_town_has_changed(DatabaseKind kind)
    {
        await using var town = await RegionTown.StartAsync(kind);
        Assert.Equal(50, (await town.Services.GetRequiredService<ReadProjects>().AllAsync(Cancellation)).Count);
        await ChangeAsync(town, "geosmartchange", "changed by the town");

        await town.RestartAsync();

        var register = town.Services.GetRequiredService<ReadProjects>();
        var all = await register.AllAsync(Cancellation);
        Assert.Equal(50, all.Count);
        Assert.Equal("changed by the town", all.Single(project => project.Id == "geosmartchange").Summary);
        Assert.Equal(SeedProjects.Collection, Assert.Single(await register.HistoryAsync("geosmartchange", Cancellation)).By);
    }

    /// <summary>As after a kill in the middle: the schema is there, of the projects some or none.</summary>
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_start_completes_what_another_one_left(DatabaseKind kind)
    {
        await using var town = await RegionTown.StartAsync(kind);
        await using (var database = await town.Services.GetRequiredService<IDbContextFactory<RegionDb>>().CreateDbContextAsync(Cancellation))
        {
            await database.Projects.Where(project => project.Town != "05513000").ExecuteDeleteAsync(Cancellation);
            await database.ProjectVersions.ExecuteDeleteAsync(Cancellation);
        }

        await town.RestartAsync();

        var register = town.Services.GetRequiredService<ReadProjects>();
        Assert.Equal(50, (await register.AllAsync(Cancellation)).Count);
        Assert.Single(await register.HistoryAsync("zeonline", Cancellation));
    }

    private static async Task ChangeAsync(RegionTown town, string id, string summary)
    {
        await using var database = await town.Services.GetRequiredService<IDbContextFactory<RegionDb>>().CreateDbContextAsync(Cancellation);
        var row = await database.Projects.SingleAsync(project => project.Id == id, Cancellation);
        row.Content = (Project.Read(row.Content) with { Summary = summary }).Write();
        await database.SaveChangesAsync(Cancellation);
    }
}
