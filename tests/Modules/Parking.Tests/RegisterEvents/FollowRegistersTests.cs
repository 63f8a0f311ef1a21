using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.RegisterEvents;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Payments;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.RegisterEvents;

/// <summary>A permit follows what the registers tell: it ends, loses a plate, or its holder is asked.</summary>
public sealed class FollowRegistersTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_permit_ends_with_its_holders_death_and_unused_months_come_back(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var (citizen, permit) = await HolderAsync(town);
        var warden = await town.SignInAsync("Warden");
        Assert.Equal("valid", await warden.StateOfAsync(permit.Plates));

        town.Registers.Change(citizen.Person.Id, resident => resident with { Deceased = true });
        var change = new RegisterChange.Died(town.Random.NewId(), citizen.Person.Id, Today);
        await ReceiveAsync(town, change);
        await ReceiveAsync(town, change);

        var ended = await town.PermitOfAsync(citizen);
        Assert.Equal((PermitState.Lapsed, "verstorben (Melderegister)", town.Time.Now), (ended.State, ended.EndReason, ended.EndedAt));
        Assert.Equal("not-valid", await warden.StateOfAsync(permit.Plates));
        var decision = await town.ReadAsync(database => database.Decisions.SingleAsync(decision => decision.ApplicationId == change.Id, Cancellation));
        Assert.Equal((ApplicationPurpose.Lapse, DecisionOutcome.Granted, "system", permit.Id), (decision.Purpose, decision.Outcome, decision.DecidedBy, decision.PermitId));
        Assert.NotNull(decision.LegalBasis);
        Assert.Equal(["permit-granted", "permit-lapsed"], (await town.HistoryOfAsync(citizen.Application)).Where(action => action.StartsWith("permit-", StringComparison.Ordinal)));
        await Staff.UntilAsync(() => town.ReadAsync(async database => !await database.Outbox.AnyAsync(Cancellation)));
        var standing = await town.Services.GetRequiredService<Receivables>().ReadAsync($"fee-notice/{permit.PermitNumber}", Cancellation);
        var notice = await town.ReadAsync(database => database.FeeNotices.SingleAsync(notice => notice.Id == permit.FeeNoticeId, Cancellation));
        Assert.NotNull(standing);
        Assert.InRange(standing.OpenCents, 1, notice.AmountCents - 1);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_move_away_that_the_demo_register_tells_ends_the_permit_by_itself(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var (citizen, _) = await HolderAsync(town);
        using var answer = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(
            town.ManagementClient(), "/management/v1/demo/registers/changes", new { resident_id = citizen.Person.Id.Value, change = "moved-away" }, Cancellation);
        answer.EnsureSuccessStatusCode();
        await Staff.UntilAsync(async () => (await town.PermitOfAsync(citizen)).State is PermitState.Lapsed);
        Assert.Equal("weggezogen (Melderegister)", (await town.PermitOfAsync(citizen)).EndReason);
    }

    [Fact]
    public async Task What_the_register_says_now_counts_and_not_the_message()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var (citizen, _) = await HolderAsync(town);
        await ReceiveAsync(town, new RegisterChange.Died(town.Random.NewId(), citizen.Person.Id, Today));
        await ReceiveAsync(town, new RegisterChange.VehicleGone(town.Random.NewId(), citizen.Person.Id, Today, (await town.PermitOfAsync(citizen)).Plates));
        await ReceiveAsync(town, new RegisterChange.Blocked(town.Random.NewId(), citizen.Person.Id, Today));
        await ReceiveAsync(town, new RegisterChange.Died(town.Random.NewId(), new ResidentId("nobody"), Today));
        Assert.Equal(PermitState.Active, (await town.PermitOfAsync(citizen)).State);
        Assert.Empty(await town.ReadAsync(database => database.Applications.Where(application => application.Origin == ApplicationOrigin.Register).ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task The_only_vehicle_takes_the_permit_with_it_and_the_holder_is_told()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var (citizen, permit) = await HolderAsync(town);
        town.Registers.Change(citizen.Person.Id, _ => Array.Empty<RegisteredVehicle>());
        await ReceiveAsync(town, new RegisterChange.VehicleGone(town.Random.NewId(), citizen.Person.Id, Today, permit.Plates));
        Assert.Equal(PermitState.Lapsed, (await town.PermitOfAsync(citizen)).State);
        await Staff.UntilAsync(() => town.ReadAsync(async database => !await database.Outbox.AnyAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_a_renewal_and_a_death_in_the_same_moment_the_renewed_term_comes_back_too(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var (citizen, permit) = await HolderAsync(town);
        var renewed = 0;
        town.Registers.Change(citizen.Person.Id, resident =>
        {
            // Between reading the permit and storing its end, somebody stores a renewal.
            if (Interlocked.Exchange(ref renewed, 1) == 0)
                RenewAsync(town, permit).GetAwaiter().GetResult();
            return resident with { Deceased = true };
        });
        var change = new RegisterChange.Died(town.Random.NewId(), citizen.Person.Id, Today);
        await ReceiveAsync(town, change);

        var ended = await town.PermitOfAsync(citizen);
        Assert.Equal((PermitState.Lapsed, permit.ValidUntil.AddYears(1)), (ended.State, ended.ValidUntil));
        var history = await town.ReadAsync(database => database.Audit.Where(entry => entry.Action == "permit-lapsed").Select(entry => entry.Detail).ToListAsync(Cancellation));
        var paid = await town.ReadAsync(database => database.PermitTerms.Where(term => term.PermitId == permit.Id).SumAsync(term => term.AmountCents, Cancellation));
        var back = decimal.Parse(Assert.Single(history)!.Split("EUR ")[1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(back * 100 > paid / 2);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Whoever_moved_into_another_zone_is_asked_and_after_two_weeks_a_clerk_is(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var (citizen, permit) = await HolderAsync(town);
        var other = HomeInAnotherZone(town, permit);
        town.Registers.Change(citizen.Person.Id, resident => resident with { Residences = [new Residence(ResidenceKind.Main, other, Today, null)] });
        var change = new RegisterChange.MovedWithin(town.Random.NewId(), citizen.Person.Id, Today);
        await ReceiveAsync(town, change);
        await ReceiveAsync(town, change);

        Assert.Equal((PermitState.Active, permit.Zone), ((await town.PermitOfAsync(citizen)).State, (await town.PermitOfAsync(citizen)).Zone));
        var asked = await ApplicationAsync(town, change.Id);
        Assert.Equal((ApplicationState.WaitingForConfirmation, ApplicationPurpose.ZoneSwap), (asked!.State, asked.Purpose));
        await RoundAsync(town);
        Assert.Equal(ApplicationState.WaitingForConfirmation, (await ApplicationAsync(town, change.Id))!.State);
        town.Time.Now += TimeSpan.FromDays(14);
        await RoundAsync(town);
        Assert.Equal(ApplicationState.WaitingForClerk, (await ApplicationAsync(town, change.Id))!.State);
        Assert.Contains("moved-elsewhere", (await ApplicationAsync(town, change.Id))!.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_register_decides_nothing_and_the_town_goes_on_by_itself()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var (citizen, _) = await HolderAsync(town);
        town.Registers.Change(citizen.Person.Id, resident => resident with { Deceased = true });
        await town.SwitchRegistersAsync(silent: true);
        await ReceiveAsync(town, new RegisterChange.Died(town.Random.NewId(), citizen.Person.Id, Today));
        Assert.Equal(PermitState.Active, (await town.PermitOfAsync(citizen)).State);
        await town.SwitchRegistersAsync(silent: false);
        await town.EventuallyAsync(async () => (await town.PermitOfAsync(citizen)).State is PermitState.Lapsed);
    }

    private static Task ReceiveAsync(PermitTown town, RegisterChange change) =>
        town.Services.GetServices<IRegisterChangeReceiver>().Single(receiver => receiver.Name == "parking").ReceiveAsync(change, Cancellation);

    private static Task RoundAsync(PermitTown town) => town.Services.GetServices<IHostedService>().OfType<AskClerkAboutMoves>().Single().RunRoundAsync(Cancellation);

    private static async Task<(Citizen Citizen, Permit Permit)> HolderAsync(PermitTown town)
    {
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        return (citizen, await town.PermitOfAsync(citizen));
    }

    private static Task<PermitApplication?> ApplicationAsync(PermitTown town, Guid id) =>
        town.ReadAsync(database => database.Applications.AsNoTracking().SingleOrDefaultAsync(application => application.Id == id, Cancellation));

    private static async Task RenewAsync(PermitTown town, Permit permit)
    {
        await using var database = await town.OpenDatabaseAsync();
        var stored = await database.Permits.SingleAsync(stored => stored.Id == permit.Id);
        var from = stored.ValidUntil.AddDays(1);
        stored.ValidUntil = stored.ValidUntil.AddYears(1);
        database.PermitTerms.Add(new PermitTerm { Id = town.Random.NewId(), PermitId = permit.Id, ValidFrom = from, ValidUntil = stored.ValidUntil, AmountCents = 3000, FeeNoticeId = permit.FeeNoticeId });
        await database.SaveChangesAsync();
    }

    /// <summary>The home of somebody who got a permit for another zone.</summary>
    private static Address HomeInAnotherZone(PermitTown town, Permit permit)
    {
        var rules = town.Services.GetRequiredService<Modellstadt.Parking.Rules.TownRules>().Today;
        foreach (var person in town.Services.GetRequiredService<DemoPersons>().Of(DemoStory.Eligible))
        {
            var home = person.Card.Address;
            if (rules.Zones.Find(home.Street, home.HouseNumber) is Parking.Zones.ZoneAnswer.InZone(var zone) && zone.ZoneId != permit.Zone)
                return home;
        }

        throw new InvalidOperationException("Everybody lives in one zone.");
    }
}
