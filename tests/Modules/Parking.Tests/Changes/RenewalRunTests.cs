using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Changes.Renewals;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Changes;

/// <summary>A clerk renews all permits that are due and need no thinking.</summary>
public sealed class RenewalRunTests
{
    private static readonly Guid Clerk = new("00000000-0000-4000-8000-000000000007");

    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task A_run_renews_what_is_unchanged_and_leaves_the_rest_to_people(DatabaseKind kind)
    {
        var (town, citizens) = await DueAsync(kind, 4);
        await using var _ = town;
        town.Registers.Change(citizens[1].Person.Id, (IReadOnlyList<RegisteredVehicle> _) => []);
        town.Registers.Change(citizens[2].Person.Id, (Resident resident) => resident with { Blocked = true });

        var run = await RunAsync(town);

        Assert.Equal((2, 2, true), (run.Renewed, run.LeftOver, run.FinishedAt is not null));
        Assert.Equal(
            [new DateOnly(2028, 11, 23), new DateOnly(2027, 11, 23), new DateOnly(2027, 11, 23), new DateOnly(2028, 11, 23)],
            await UntilAsync(town, citizens));
        var decision = await town.ReadAsync(database => database.Decisions.FirstAsync(decision => decision.Purpose == ApplicationPurpose.Renewal, Cancellation));
        Assert.Equal(Actors.Staff(Clerk), decision.DecidedBy);
        var application = await town.ReadAsync(database => database.Applications.SingleAsync(application => application.Id == decision.ApplicationId, Cancellation));
        Assert.Equal((ApplicationOrigin.Office, ApplicationState.Granted, null), (application.Origin, application.State, application.Wish));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_second_run_renews_nothing_twice(DatabaseKind kind)
    {
        var (town, citizens) = await DueAsync(kind, 2);
        await using var _ = town;

        await RunAsync(town);
        var second = await RunAsync(town);

        Assert.Equal(0, second.Renewed);
        Assert.All(await UntilAsync(town, citizens), until => Assert.Equal(new DateOnly(2028, 11, 23), until));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_run_that_was_cut_off_goes_on_and_a_run_beside_a_holders_own_tap_renews_once(DatabaseKind kind)
    {
        var (town, citizens) = await DueAsync(kind, 3);
        await using var _ = town;
        var again = await town.CitizenAsync(citizens[0].Person);
        await again.SignInAsync(again.Browser);
        var mine = await again.OpenMineAsync();
        await town.Services.GetRequiredService<RenewalRuns>().StartAsync(Clerk, Cancellation);
        var id = await town.ReadAsync(database => database.RenewalRuns.Select(run => run.Id).SingleAsync(Cancellation));

        var renew = town.Services.GetRequiredService<RenewDuePermits>();
        await Task.WhenAll(again.SendChangeAsync(mine, "Renewal"), renew.ExecuteAsync(id, Cancellation));
        await town.RestartAsync();
        while (await town.Services.GetRequiredService<RenewDuePermits>().ExecuteAsync(id, Cancellation))
        {
        }

        Assert.All(await UntilAsync(town, citizens), until => Assert.Equal(new DateOnly(2028, 11, 23), until));
        Assert.Equal(6, await town.ReadAsync(database => database.PermitTerms.CountAsync(Cancellation)));
        Assert.Equal(6, await town.ReadAsync(database => database.FeeNotices.CountAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task While_a_run_goes_on_there_is_no_second_one(DatabaseKind kind)
    {
        var (town, _) = await DueAsync(kind, 1);
        await using var ends = town;
        var runs = town.Services.GetRequiredService<RenewalRuns>();

        await runs.StartAsync(Clerk, Cancellation);
        await runs.StartAsync(Clerk, Cancellation);

        Assert.Single((await runs.ReadAsync(Cancellation)).Runs);
    }

    private static async Task<(PermitTown Town, IReadOnlyList<Citizen> Citizens)> DueAsync(DatabaseKind kind, int count)
    {
        var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizens = new List<Citizen>();
        for (var index = 0; index < count; index++)
        {
            citizens.Add(await town.CitizenAsync());
            await citizens[^1].GetPermitAsync();
        }

        town.Time.Now = TownCalendar.EndOf(new DateOnly(2027, 11, 10)) - TimeSpan.FromHours(12);
        return (town, citizens);
    }

    private static async Task<RenewalRun> RunAsync(PermitTown town)
    {
        await town.Services.GetRequiredService<RenewalRuns>().StartAsync(Clerk, Cancellation);
        var id = await town.ReadAsync(database => database.RenewalRuns.Where(run => run.FinishedAt == null).Select(run => run.Id).SingleAsync(Cancellation));
        while (await town.Services.GetRequiredService<RenewDuePermits>().ExecuteAsync(id, Cancellation))
        {
        }

        return await town.ReadAsync(database => database.RenewalRuns.SingleAsync(run => run.Id == id, Cancellation));
    }

    private static async Task<DateOnly[]> UntilAsync(PermitTown town, IReadOnlyList<Citizen> citizens)
    {
        var days = new List<DateOnly>();
        foreach (var citizen in citizens)
            days.Add((await town.PermitOfAsync(citizen)).ValidUntil);
        return [.. days];
    }
}
