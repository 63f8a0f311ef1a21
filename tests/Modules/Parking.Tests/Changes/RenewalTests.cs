using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Changes;

/// <summary>The renewal in one tap.</summary>
public sealed class RenewalTests
{
    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task One_tap_renews_without_a_lost_day_and_brings_the_new_card(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.Wallet.ReceiveAsync((await citizen.GetPermitAsync()).Onwards!);
        var first = await town.PermitOfAsync(citizen);
        await AdvanceToAsync(town, citizen, first.ValidUntil.AddDays(-20));

        var mine = await citizen.OpenMineAsync();
        Assert.Contains("Bis 23.11.2028 verlängern, 30,00 €", mine.Html, StringComparison.Ordinal);
        var renewed = await citizen.SendChangeAsync(mine, "Renewal");
        var copies = await citizen.Wallet.ReceiveAsync(renewed.Onwards!);

        var permit = await town.PermitOfAsync(citizen);
        Assert.Equal((first.PermitNumber, first.ValidFrom, new DateOnly(2028, 11, 23)), (permit.PermitNumber, permit.ValidFrom, permit.ValidUntil));
        Assert.Equal("2028-11-23", (string?)copies[0].Credential.Claims["valid_until"]);
        var terms = await town.ReadAsync(database => database.PermitTerms.Where(term => term.PermitId == permit.Id).OrderBy(term => term.ValidFrom).ToListAsync(Cancellation));
        Assert.Equal(first.ValidUntil.AddDays(1), terms[1].ValidFrom);
        var notice = await town.ReadAsync(database => database.FeeNotices.SingleAsync(notice => notice.Id == terms[1].FeeNoticeId, Cancellation));
        Assert.Equal(($"{permit.PermitNumber}-2", 3000L, ApplicationPurpose.Renewal), (notice.Reference, notice.AmountCents, notice.Occasion));
        var decision = await town.ReadAsync(database => database.Decisions.SingleAsync(decision => decision.ApplicationId == notice.ApplicationId, Cancellation));
        Assert.Equal((DecisionOutcome.Granted, ApplicationPurpose.Renewal, permit.Id), (decision.Outcome, decision.Purpose, decision.PermitId));
        Assert.NotNull(DecisionFacts.Read(decision.Facts).Proposal);
        Assert.Contains("Der Ausweis wurde verlängert", (await citizen.OpenMineAsync()).Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_warden_sees_the_right_on_each_day_of_both_terms_and_not_after(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var first = await town.PermitOfAsync(citizen);
        await AdvanceToAsync(town, citizen, first.ValidUntil);

        await citizen.RenewAsync();

        var right = Assert.Single(town.Services.GetRequiredService<PlateIndex>().OfPermit(first.Id));
        Assert.True(right.IsValidOn(first.ValidUntil) && right.IsValidOn(first.ValidUntil.AddDays(1)) && right.IsValidOn(new DateOnly(2028, 11, 23)));
        Assert.False(right.IsValidOn(new DateOnly(2028, 11, 24)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Before_its_time_the_page_says_from_when_and_a_forced_click_changes_nothing(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();

        Assert.Contains("Verlängern können Sie ab dem 24.10.2027", (await citizen.OpenMineAsync()).Html, StringComparison.Ordinal);
        var page = await ForceAsync(town, citizen);

        Assert.Contains("renewal-too-early", page.Html, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2027, 11, 23), (await town.PermitOfAsync(citizen)).ValidUntil);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_expired_permit_is_not_renewed_and_the_page_leads_to_a_new_application(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        await AdvanceToAsync(town, citizen, new DateOnly(2027, 11, 24));

        Assert.Contains("beantragen Sie einen neuen", (await citizen.OpenMineAsync()).Html, StringComparison.Ordinal);
        Assert.Contains("permit-ended", (await ForceAsync(town, citizen)).Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_the_registers_say_between_showing_and_confirming_counts(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var permit = await town.PermitOfAsync(citizen);
        await AdvanceToAsync(town, citizen, permit.ValidUntil);
        var shown = await citizen.OpenMineAsync();
        town.Registers.Change(citizen.Person.Id, (IReadOnlyList<RegisteredVehicle> _) => []);

        var refused = await citizen.Browser.OpenAsync((await citizen.SendChangeAsync(shown, "Renewal")).Onwards!);

        Assert.Contains("no-vehicle", refused.Html, StringComparison.Ordinal);
        Assert.Equal(permit.ValidUntil, (await town.PermitOfAsync(citizen)).ValidUntil);
        Assert.Equal(1, await town.ReadAsync(database => database.FeeNotices.CountAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_price_that_is_not_the_one_shown_is_shown_first(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var permit = await town.PermitOfAsync(citizen);
        await AdvanceToAsync(town, citizen, permit.ValidUntil);
        var shown = await citizen.OpenMineAsync();

        var cheaper = shown with { Html = shown.Html.Replace("name=\"shown_euros\" value=\"30", "name=\"shown_euros\" value=\"20", StringComparison.Ordinal) };
        var page = await citizen.Browser.OpenAsync((await citizen.SendChangeAsync(cheaper, "Renewal")).Onwards!);

        Assert.Contains("change-is-another", page.Html, StringComparison.Ordinal);
        Assert.Equal(permit.ValidUntil, (await town.PermitOfAsync(citizen)).ValidUntil);
        await citizen.RenewAsync();
        Assert.NotEqual(permit.ValidUntil, (await town.PermitOfAsync(citizen)).ValidUntil);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task While_a_register_is_silent_the_renewal_waits_and_then_happens_by_itself(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var permit = await town.PermitOfAsync(citizen);
        await AdvanceToAsync(town, citizen, permit.ValidUntil.AddDays(-3));
        var shown = await citizen.OpenMineAsync();
        await town.SwitchRegistersAsync(silent: true);

        var waiting = await citizen.Browser.OpenAsync((await citizen.SendChangeAsync(shown, "Renewal")).Onwards!);
        Assert.Contains("geht von selbst weiter", waiting.Html, StringComparison.Ordinal);
        Assert.Contains("noch nicht entschieden", (await citizen.OpenMineAsync()).Html, StringComparison.Ordinal);

        await town.SwitchRegistersAsync(silent: false);
        await town.EventuallyAsync(async () => (await town.PermitOfAsync(citizen)).ValidUntil > permit.ValidUntil);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Nobody_else_sees_or_starts_the_change_of_a_permit(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (citizen, stranger) = (await town.CitizenAsync(), await town.CitizenAsync());
        await citizen.GetPermitAsync();
        await stranger.GetPermitAsync();
        var permit = await town.PermitOfAsync(citizen);
        await AdvanceToAsync(town, citizen, permit.ValidUntil);
        await stranger.SignInAsync(stranger.Browser);
        await citizen.RenewAsync();
        var change = await town.ReadAsync(database => database.Applications.Where(application => application.Purpose == ApplicationPurpose.Renewal).Select(application => application.Id).SingleAsync(Cancellation));

        Assert.Equal(HttpStatusCode.OK, (await citizen.Browser.OpenAsync($"/permit/mine/changes/{change}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.OpenAsync($"/permit/mine/changes/{change}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await town.NewBrowser().OpenAsync($"/permit/mine/changes/{change}")).Status);
    }

    /// <summary>To noon of a day, signed in.</summary>
    private static async Task AdvanceToAsync(PermitTown town, Citizen citizen, DateOnly day)
    {
        town.Time.Now = TownCalendar.EndOf(day) - TimeSpan.FromHours(12);
        var renewed = await town.CitizenAsync(citizen.Person);
        await renewed.SignInAsync(citizen.Browser);
    }

    /// <summary>The form of a renewal although the page shows none.</summary>
    private static async Task<Page> ForceAsync(PermitTown town, Citizen citizen)
    {
        var sent = await citizen.Browser.SendFormAsync(
            "/permit/mine/changes", ("request", town.Random.NewId().ToString()), ("purpose", "Renewal"), ("months", "12"), ("no_own_space", "true"), ("device", "other"));
        return await citizen.Browser.OpenAsync(sent.Onwards!);
    }
}
