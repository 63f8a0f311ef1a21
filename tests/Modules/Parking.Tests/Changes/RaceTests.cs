using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Office;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Changes;

/// <summary>Two things at once, and days that are no ordinary ones.</summary>
public sealed class RaceTests
{
    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task Taps_at_the_same_time_renew_once(DatabaseKind kind)
    {
        var (town, citizen) = await DueAsync(kind, new DateOnly(2027, 11, 20));
        await using var _ = town;
        var (first, second) = (await citizen.OpenMineAsync(), await citizen.OpenMineAsync()); // Two pages: two forms.

        await Task.WhenAll(citizen.SendChangeAsync(first, "Renewal"), citizen.SendChangeAsync(second, "Renewal"), citizen.SendChangeAsync(first, "Renewal"), citizen.SendChangeAsync(second, "Renewal"));

        await AssertOneTermMoreAsync(town, citizen, new DateOnly(2028, 11, 23));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Of_a_renewal_and_a_revocation_at_the_same_time_the_permit_is_revoked_whoever_is_first(DatabaseKind kind)
    {
        var (town, citizen) = await DueAsync(kind, new DateOnly(2027, 11, 20));
        await using var _ = town;
        var (mine, permit) = (await citizen.OpenMineAsync(), await town.PermitOfAsync(citizen));
        using var scope = town.Services.CreateScope();

        await Task.WhenAll(
            citizen.SendChangeAsync(mine, "Renewal"),
            scope.ServiceProvider.GetRequiredService<RevokePermit>().RevokeAsync(permit.Id, "Umzug", Guid.Empty, Cancellation));

        var after = await town.PermitOfAsync(citizen);
        var renewed = after.ValidUntil > permit.ValidUntil;
        Assert.Equal(PermitState.Revoked, after.State);
        Assert.Equal(renewed ? 2 : 1, await town.ReadAsync(database => database.PermitTerms.CountAsync(Cancellation)));
        Assert.Equal(renewed ? 2 : 1, await town.ReadAsync(database => database.FeeNotices.CountAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Of_a_new_car_and_a_renewal_at_the_same_time_none_is_lost(DatabaseKind kind)
    {
        var (town, citizen) = await DueAsync(kind, new DateOnly(2027, 11, 20));
        await using var _ = town;
        town.Registers.Change(citizen.Person.Id, (IReadOnlyList<RegisteredVehicle> cars) => [.. cars, cars[0] with { Plate = "GE-NE 1" }]);
        var mine = await citizen.OpenMineAsync();

        await Task.WhenAll(citizen.SendChangeAsync(mine, "Renewal"), citizen.SendChangeAsync(mine, "PlateChange", ("vehicle", "GE-NE1")));
        await RepeatAsync(citizen, "Renewal"); // Whichever found the other one undecided was not taken and is asked for again.
        await RepeatAsync(citizen, "PlateChange", ("vehicle", "GE-NE1"));

        var permit = await town.PermitOfAsync(citizen);
        Assert.Equal(("GE-NE 1", new DateOnly(2028, 11, 23)), (permit.Plates, permit.ValidUntil));
        Assert.Equal(3, await town.ReadAsync(database => database.FeeNotices.CountAsync(Cancellation)));
        Assert.Equal(3, await town.ReadAsync(database => database.FeeNotices.Select(notice => notice.Reference).Distinct().CountAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Of_a_return_and_a_renewal_at_the_same_time_the_permit_ends(DatabaseKind kind)
    {
        var (town, citizen) = await DueAsync(kind, new DateOnly(2027, 11, 20));
        await using var _ = town;
        var mine = await citizen.OpenMineAsync();

        await Task.WhenAll(citizen.SendChangeAsync(mine, "Renewal"), citizen.SendReturnAsync(mine));

        Assert.Equal(PermitState.Returned, (await town.PermitOfAsync(citizen)).State);
        Assert.False(await town.ReadAsync(database => database.Applications.AnyAsync(application => application.State == ApplicationState.WaitingForRegister, Cancellation)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_renewal_that_was_cut_off_after_the_wish_was_stored_happens_after_the_start(DatabaseKind kind)
    {
        var (town, citizen) = await DueAsync(kind, new DateOnly(2027, 11, 20));
        await using var _ = town;
        var mine = await citizen.OpenMineAsync();
        await town.SwitchRegistersAsync(silent: true);
        await citizen.SendChangeAsync(mine, "Renewal");

        await town.RestartAsync(); // The process ends; the registers answer again.

        await town.EventuallyAsync(async () => (await town.PermitOfAsync(citizen)).ValidUntil == new DateOnly(2028, 11, 23));
        await AssertOneTermMoreAsync(town, citizen, new DateOnly(2028, 11, 23));
    }

    [Theory]
    [InlineData("2027-11-23T22:59:59Z", true)] // 23:59:59 on the last day in Germany.
    [InlineData("2027-11-23T23:00:00Z", false)]
    public async Task A_permit_can_be_renewed_until_midnight_of_its_last_day_in_germany(string at, bool renewable)
    {
        var (town, citizen) = await DueAsync(DatabaseKind.Sqlite, new DateOnly(2027, 11, 20));
        await using var _ = town;
        var shown = await citizen.OpenMineAsync();
        town.Time.Now = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        var again = await town.CitizenAsync(citizen.Person);
        await again.SignInAsync(citizen.Browser);

        await citizen.SendChangeAsync(shown, "Renewal");

        Assert.Equal(renewable, (await town.PermitOfAsync(citizen)).ValidUntil > new DateOnly(2027, 11, 23));
    }

    [Theory]
    [InlineData("2027-03-28T00:59:00Z", 2028, 3, 27)] // The hour before the clocks go forward.
    [InlineData("2027-03-28T01:01:00Z", 2028, 3, 27)]
    [InlineData("2027-10-31T00:30:00Z", 2028, 10, 30)] // The hour that comes twice, once
    [InlineData("2027-10-31T01:30:00Z", 2028, 10, 30)] // and once more.
    [InlineData("2026-12-31T23:30:00Z", 2027, 12, 31)] // New Year in Germany, the old one in UTC.
    [InlineData("2028-02-29T12:00:00Z", 2029, 2, 28)]
    [InlineData("2027-03-01T12:00:00Z", 2028, 2, 29)]
    public async Task Terms_follow_each_other_on_days_that_are_no_ordinary_ones(string at, int year, int month, int day)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        town.Time.Now = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var first = await town.PermitOfAsync(citizen);
        Assert.Equal(new DateOnly(year, month, day), first.ValidUntil);

        town.Time.Now = TownCalendar.EndOf(first.ValidUntil.AddDays(-1)) + TimeSpan.FromMinutes(1);
        var again = await town.CitizenAsync(citizen.Person);
        await again.SignInAsync(citizen.Browser);
        await citizen.RenewAsync();

        var terms = await town.ReadAsync(database => database.PermitTerms.OrderBy(term => term.ValidFrom).ToListAsync(Cancellation));
        Assert.Equal((first.ValidUntil.AddDays(1), (await town.PermitOfAsync(citizen)).ValidUntil), (terms[1].ValidFrom, terms[1].ValidUntil));
    }

    private static async Task RepeatAsync(Citizen citizen, string purpose, params (string, string)[] added)
    {
        var mine = await citizen.OpenMineAsync();
        if (mine.Html.Contains($"value=\"{purpose}\"", StringComparison.Ordinal))
            await citizen.SendChangeAsync(mine, purpose, added);
    }

    private static async Task AssertOneTermMoreAsync(PermitTown town, Citizen citizen, DateOnly until)
    {
        Assert.Equal(until, (await town.PermitOfAsync(citizen)).ValidUntil);
        Assert.Equal(2, await town.ReadAsync(database => database.PermitTerms.CountAsync(Cancellation)));
        Assert.Equal(2, await town.ReadAsync(database => database.FeeNotices.CountAsync(Cancellation)));
    }

    /// <summary>A permit of a year that ends on 23 November 2027, and its holder signed in at noon of a day.</summary>
    private static async Task<(PermitTown Town, Citizen Citizen)> DueAsync(DatabaseKind kind, DateOnly day)
    {
        var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        town.Time.Now = TownCalendar.EndOf(day) - TimeSpan.FromHours(12);
        var again = await town.CitizenAsync(citizen.Person);
        await again.SignInAsync(citizen.Browser);
        return (town, citizen);
    }
}
