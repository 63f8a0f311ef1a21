using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Privacy;

/// <summary>What is kept no longer than it is needed (Art. 5 (1) (e) GDPR). Each test has a town of its own: the clock runs for months.</summary>
public sealed class RetentionTests
{
    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task A_permit_that_is_over_goes_with_everything_that_belongs_to_it(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var permit = await town.PermitOfAsync(citizen);
        await RunAsync(town, permit.ValidUntil, days: 399);
        Assert.Equal(1, await town.ReadAsync(database => database.Permits.CountAsync(Cancellation)));

        await RunAsync(town, permit.ValidUntil, days: 402);

        Assert.Equal((0, 0, 0, 0, 0), await town.ReadAsync(async database => (
            await database.Permits.CountAsync(Cancellation), await database.PermitTerms.CountAsync(Cancellation), await database.FeeNotices.CountAsync(Cancellation),
            await database.Decisions.CountAsync(Cancellation), await database.Applications.CountAsync(Cancellation))));
        var entry = Assert.Single(await town.ReadAsync(database => database.Audit.ToListAsync(Cancellation)), entry => entry.Subject == "retention/ended-permits");
        Assert.Equal(("system", "records-deleted", "1"), (entry.Actor, entry.Action, entry.Detail));
        Assert.Empty(await town.HistoryOfAsync(citizen.Application));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_revoked_permit_counts_from_its_revocation(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var permit = await town.ReadAsync(async database =>
        {
            var stored = await database.Permits.SingleAsync(Cancellation);
            stored.End(PermitState.Revoked, "Wohnung aufgegeben", town.Time.Now);
            await database.SaveChangesAsync(Cancellation);
            return stored;
        });

        await RunAsync(town, permit.ValidFrom, days: 402);

        Assert.Equal(0, await town.ReadAsync(database => database.Permits.CountAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_refusal_is_kept_as_long_as_it_can_be_challenged(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync(DemoStory.OutsideZones);
        var today = DateOnly.FromDateTime(town.Time.Now.UtcDateTime);
        await citizen.ShowCitizenIdAsync();

        await RunAsync(town, today, days: 32);
        Assert.Equal((0, 1), await town.ReadAsync(async database => (await database.Applications.CountAsync(Cancellation), await database.Decisions.CountAsync(Cancellation))));

        await RunAsync(town, today, days: 402);
        Assert.Equal(0, await town.ReadAsync(database => database.Decisions.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task An_application_before_a_clerk_is_not_forgotten()
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var citizen = await town.CitizenAsync(DemoStory.CompanyCar);
        var today = DateOnly.FromDateTime(town.Time.Now.UtcDateTime);
        await citizen.ShowCitizenIdAsync();

        await RunAsync(town, today, days: 300);

        Assert.Equal(ApplicationState.WaitingForClerk, (await town.ReadAsync(database => database.Applications.SingleAsync(Cancellation))).State);
    }

    [Fact]
    public async Task A_town_sets_its_own_days()
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), ("Retention:Days:refused-decisions", "10"));
        var citizen = await town.CitizenAsync(DemoStory.OutsideZones);
        var today = DateOnly.FromDateTime(town.Time.Now.UtcDateTime);
        await citizen.ShowCitizenIdAsync();

        await RunAsync(town, today, days: 12);

        Assert.Equal(0, await town.ReadAsync(database => database.Decisions.CountAsync(Cancellation)));
    }

    private static Task RunAsync(PermitTown town, DateOnly from, int days)
    {
        town.Time.Now = new DateTimeOffset(from.AddDays(days).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
        return town.Services.GetRequiredService<RetentionRound>().RunRoundAsync(Cancellation);
    }
}
