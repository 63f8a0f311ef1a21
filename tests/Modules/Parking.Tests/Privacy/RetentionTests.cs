using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Changes.Cards;
using Modellstadt.Parking.Changes.Renewals;
using Modellstadt.Parking.Interfaces;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Parking.VehicleUses;
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

        await RunAsync(town, today, days: 398);
        Assert.Equal((1, 1), await KeptAsync());
        Assert.Contains("Ihre Adresse liegt in keiner Bewohnerparkzone", (await citizen.Browser.OpenAsync($"/permit/applications/{citizen.Application}")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await citizen.Browser.OpenAsync($"/permit/applications/{citizen.Application}/decision")).Status);

        await RunAsync(town, today, days: 402);
        Assert.Equal((0, 0), await KeptAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.Browser.OpenAsync($"/permit/applications/{citizen.Application}/decision")).Status);

        Task<(int, int)> KeptAsync() =>
            town.ReadAsync(async database => (await database.Applications.CountAsync(Cancellation), await database.Decisions.CountAsync(Cancellation)));
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

    [Theory, MemberData(nameof(Databases))]
    public async Task Reminders_and_the_keepers_consent_go_when_no_permit_is_kept_any_more(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var permit = await town.PermitOfAsync(citizen);
        await town.ReadAsync(database =>
        {
            database.RenewalReminders.Add(new RenewalReminder { PermitId = permit.Id, ValidUntil = permit.ValidUntil, LinkHash = "a", CreatedAt = town.Time.Now });
            database.OutdatedCards.Add(new OutdatedCard { PermitId = permit.Id, Since = town.Time.Now });
            database.VehicleUses.Add(new VehicleUse
            {
                Id = permit.Id, Ags = permit.Ags, UserId = permit.ResidentId, UserName = "Erika", Basis = VehicleBasis.KeeperConsent, Plate = "GE-AB 1",
                SecretHash = "b", State = VehicleUseState.Accepted, KeeperId = "keeper", AskedAt = town.Time.Now, AnsweredAt = town.Time.Now,
            });
            return database.SaveChangesAsync(Cancellation);
        });

        await RunAsync(town, permit.ValidUntil, days: 399);
        Assert.Equal((1, 1), await KeptAsync());
        await RunAsync(town, permit.ValidUntil, days: 402);
        await RunAsync(town, permit.ValidUntil, days: 402);
        Assert.Equal((0, 0), await KeptAsync());
        Assert.Equal(0, await town.ReadAsync(database => database.OutdatedCards.CountAsync(Cancellation)));

        Task<(int, int)> KeptAsync() =>
            town.ReadAsync(async database => (await database.RenewalReminders.CountAsync(Cancellation), await database.VehicleUses.CountAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Counts_and_pauses_of_programs_go_after_ninety_days(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (today, program) = (DateOnly.FromDateTime(town.Time.Now.UtcDateTime), Guid.Parse("11111111-2222-4333-8444-555555555555"));
        await town.ReadAsync(database =>
        {
            database.ClientCounts.Add(new CountOfClient { Client = program, Hour = town.Time.Now.ToUnixTimeSeconds() / 3600, State = RightState.Unknown, Count = 200 });
            database.ClientPauses.Add(new PauseOfClient { Id = program, ClientId = program, Since = town.Time.Now, Until = town.Time.Now.AddHours(1), Asked = 200, Unknown = 200 });
            return database.SaveChangesAsync(Cancellation);
        });

        await RunAsync(town, today, days: 89);
        Assert.Equal((1, 1), await KeptAsync());
        await RunAsync(town, today, days: 92);
        Assert.Equal((0, 0), await KeptAsync());

        Task<(int, int)> KeptAsync() =>
            town.ReadAsync(async database => (await database.ClientCounts.CountAsync(Cancellation), await database.ClientPauses.CountAsync(Cancellation)));
    }

    private static Task RunAsync(PermitTown town, DateOnly from, int days)
    {
        town.Time.Now = new DateTimeOffset(from.AddDays(days).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
        return town.Services.GetRequiredService<RetentionRound>().RunRoundAsync(Cancellation);
    }
}
