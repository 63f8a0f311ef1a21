using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Figures;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Letters;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Lists;

/// <summary>What the town's indicators are computed from.</summary>
public sealed class OnlineServiceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Only_what_people_asked_for_counts_with_its_time_and_whether_it_needed_paper(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var began = town.Time.Now;
        var (writtenTo, mailed, atCounter, refused) = (await town.CitizenAsync(), await town.CitizenAsync(), await town.CitizenAsync(), await town.CitizenAsync(DemoStory.OutsideZones));
        foreach (var citizen in new[] { writtenTo, mailed, atCounter })
            await citizen.GetPermitAsync();
        await refused.ShowCitizenIdAsync();
        await town.ReadAsync(async database =>
        {
            database.Contacts.Add(new Contact { Ags = town.Town.Ags, ResidentId = mailed.Person.Id.Value, Language = Language.German, CreatedAt = began });
            await database.SaveChangesAsync(Cancellation);
            return await database.Applications.Where(application => application.Id == atCounter.Application)
                .ExecuteUpdateAsync(row => row.SetProperty(application => application.Origin, ApplicationOrigin.Counter), Cancellation);
        });

        var cases = await ReadAsync(town, "resident-parking-permit", began.AddDays(-1));
        Assert.Equal((4, 4, 3), (cases.Applications, cases.Decided.Count, cases.Decided.Count(decided => decided.OnPaper)));
        Assert.All(cases.Decided, decided => Assert.InRange(decided.Seconds, 0, 3_600));

        await town.ReadAsync(database => database.Applications.Where(application => application.Id == writtenTo.Application)
            .ExecuteUpdateAsync(row => row.SetProperty(application => application.Origin, ApplicationOrigin.Register), Cancellation));
        Assert.Equal(3, (await ReadAsync(town, "resident-parking-permit", began.AddDays(-1))).Decided.Count);
        Assert.Equal(0, (await ReadAsync(town, "resident-parking-permit", town.Time.Now.AddDays(1))).Applications);
        Assert.Equal(0, (await ReadAsync(town, "resident-parking-permit-change", began.AddDays(-1))).Applications);
    }

    [Fact]
    public async Task A_town_that_writes_no_letters_needs_paper_at_the_counter_only()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite, ("Parking:Office:PaperDecisions", "false"));
        await (await town.CitizenAsync()).GetPermitAsync();

        Assert.False(Assert.Single((await ReadAsync(town, "resident-parking-permit", town.Time.Now.AddDays(-1))).Decided).OnPaper);
    }

    private static Task<ServiceCases> ReadAsync(PermitTown town, string service, DateTimeOffset since) =>
        town.Services.GetServices<IOnlineService>().Single(each => each.Id == service).ReadAsync(since, Cancellation);
}
