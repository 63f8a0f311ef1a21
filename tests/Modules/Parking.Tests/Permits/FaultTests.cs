using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Permits;
using Modellstadt.Registers;
using Modellstadt.Testing;
using Modellstadt.Verifier;

namespace Modellstadt.Parking.Tests.Permits;

/// <summary>Two clicks, two browsers, silent registers: nothing is lost and nothing is granted twice.</summary>
[Collection(SharedTowns.Name)]
public sealed class FaultTests(PermitTowns towns)
{
    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task Two_clicks_lead_to_the_same_permit(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        var proposal = await citizen.ShowCitizenIdAsync();

        var first = await citizen.ConfirmAsync(proposal);
        var second = await citizen.ConfirmAsync(proposal);

        Assert.Equal(first.Onwards, second.Onwards);
        Assert.Equal(1, await CountAsync(town, citizen));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Clicks_at_the_same_time_lead_to_one_permit(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        var proposal = await citizen.ShowCitizenIdAsync();

        var clicks = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => citizen.ConfirmAsync(proposal)));

        Assert.All(clicks, click => Assert.Equal(HttpStatusCode.SeeOther, click.Status));
        Assert.Equal(1, await CountAsync(town, citizen));
        Assert.Single(await town.HistoryOfAsync(citizen.Application), "application-confirmed");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Two_applications_of_one_person_at_the_same_time_lead_to_one_permit_and_one_plain_no(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var phone = await town.CitizenAsync();
        var tablet = await town.CitizenAsync(phone.Person);
        var (onPhone, onTablet) = (await phone.ShowCitizenIdAsync(), await tablet.ShowCitizenIdAsync());

        await Task.WhenAll(phone.ConfirmAsync(onPhone), tablet.ConfirmAsync(onTablet));

        Page[] pages = [await phone.OpenApplicationAsync(), await tablet.OpenApplicationAsync()];
        Assert.Single(pages, page => page.Status is HttpStatusCode.OK && page.Html.Contains("bewilligt", StringComparison.Ordinal));
        Assert.Single(pages, page => page.Status is HttpStatusCode.Conflict && page.Html.Contains("second-permit", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_application_whose_answer_cannot_be_read_holds_up_no_other(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (unlucky, other) = (await town.CitizenAsync(), await town.CitizenAsync());
        await town.SwitchRegistersAsync(silent: true);
        await unlucky.ShowCitizenIdAsync();
        await other.ShowCitizenIdAsync();

        town.Registers.Change(unlucky.Person.Id, (Resident _) => throw new InvalidDataException("The register's answer makes no sense."));
        await town.SwitchRegistersAsync(silent: false);

        await town.EventuallyAsync(() => town.ReadAsync(database => database.Applications.AnyAsync(
            application => application.Id == other.Application && application.State == ApplicationState.WaitingForConfirmation, Cancellation)));
        Assert.Equal(ApplicationState.WaitingForRegister, await town.ReadAsync(database => database.Applications.Where(application => application.Id == unlucky.Application).Select(application => application.State).SingleAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Permits_granted_at_the_same_time_get_consecutive_numbers(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizens = new List<(Citizen Citizen, Page Proposal)>();
        for (var count = 0; count < 8; count++)
        {
            var citizen = await town.CitizenAsync();
            citizens.Add((citizen, await citizen.ShowCitizenIdAsync()));
        }

        await Task.WhenAll(citizens.Select(ready => ready.Citizen.ConfirmAsync(ready.Proposal)));

        var all = await town.ReadAsync(database => database.Permits.Select(permit => permit.PermitNumber).ToListAsync(Cancellation));
        Assert.Equal(Enumerable.Range(1, all.Count).Select(number => $"GE-2026-{number:000000}"), all.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_same_answer_twice_changes_nothing(DatabaseKind kind)
    {
        var citizen = await (await towns.OnAsync(kind)).CitizenAsync();
        var reply = await citizen.Wallet.PresentAsync(await citizen.StartAsync());

        await citizen.ComeBackAsync(reply.RedirectUri!);
        var again = await citizen.ComeBackAsync(reply.RedirectUri!);

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains("Verbindlich beantragen", again.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task While_a_register_is_silent_the_application_waits_and_then_goes_on_by_itself(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        await town.SwitchRegistersAsync(silent: true);

        var waiting = await citizen.ShowCitizenIdAsync();
        Assert.Contains("geht von selbst weiter", waiting.Html, StringComparison.Ordinal);
        Assert.Null(await citizen.PollAsync(waiting));

        await town.SwitchRegistersAsync(silent: false);
        await town.EventuallyAsync(async () => await citizen.PollAsync(waiting) is not null);
        Assert.Contains("Verbindlich beantragen", (await citizen.OpenApplicationAsync()).Html, StringComparison.Ordinal);
        Assert.Contains("application-waiting", await town.HistoryOfAsync(citizen.Application));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_confirmation_while_a_register_is_silent_is_kept_and_granted_later(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        var proposal = await citizen.ShowCitizenIdAsync();
        await town.SwitchRegistersAsync(silent: true);

        Assert.Equal(citizen.PagePath, (await citizen.ConfirmAsync(proposal)).Onwards);
        Assert.Contains("geht von selbst weiter", (await citizen.OpenApplicationAsync()).Html, StringComparison.Ordinal);

        await town.SwitchRegistersAsync(silent: false);
        await town.EventuallyAsync(async () => await CountAsync(town, citizen) == 1);
        Assert.Contains("bewilligt", (await citizen.OpenApplicationAsync()).Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_was_cut_off_after_the_confirmation_was_stored_is_taken_up_again(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        var proposal = await citizen.ShowCitizenIdAsync();
        await town.ReadAsync(database => database.Applications.Where(application => application.Id == citizen.Application).ExecuteUpdateAsync(row => row
            .SetProperty(application => application.State, ApplicationState.WaitingForRegister)
            .SetProperty(application => application.Wish, new PermitWish([citizen.PlateIn(proposal)], 12, NoOwnSpace: true).Write())
            .SetProperty(application => application.NextAttemptAt, town.Time.Now + AdvanceApplication.Patience), Cancellation));

        town.Time.Now += AdvanceApplication.Patience;

        await town.EventuallyAsync(async () => await CountAsync(town, citizen) == 1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_answer_that_was_taken_and_lost_ends_as_an_expired_code_and_not_as_waiting_for_ever(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        var asked = await citizen.StartOnOtherDeviceAsync();
        await citizen.Wallet.PresentAsync(citizen.LinkIn(asked));
        var answer = await citizen.PollAsync(asked);
        var taken = await town.Services.GetRequiredService<Presentations>().RedeemAsync(answer!.Split("response_code=")[1], citizen.Browser.Session, Cancellation);
        Assert.Null(taken.Refusal);

        town.Time.Now += TimeSpan.FromMinutes(7);

        Assert.Equal(HttpStatusCode.Gone, (await citizen.OpenApplicationAsync()).Status);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Once_decided_an_application_keeps_neither_name_nor_choice(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        await citizen.ShowCitizenIdAsync();

        var kept = await town.ReadAsync(database => database.Applications.AsNoTracking()
            .Where(application => application.ResidentId == citizen.Person.Id.Value).ToListAsync(Cancellation));
        Assert.Equal([ApplicationState.Granted, ApplicationState.Refused], kept.Select(application => application.State).Order());
        Assert.All(kept, application => Assert.True(application is { Proposal: null, Wish: null }));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Looking_again_and_again_at_a_silent_register_does_no_harm(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        await town.SwitchRegistersAsync(silent: true);
        await citizen.ShowCitizenIdAsync();

        for (var round = 0; round < 3; round++)
        {
            town.Time.Now += TimeSpan.FromMinutes(1);
            var pages = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => citizen.OpenApplicationAsync()));
            Assert.All(pages, page => Assert.Contains("geht von selbst weiter", page.Html, StringComparison.Ordinal));
        }

        await town.SwitchRegistersAsync(silent: false);
        Assert.Single(await town.HistoryOfAsync(citizen.Application), "application-waiting");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task After_thirty_days_only_granted_applications_are_remembered(DatabaseKind kind)
    {
        await using var town = await PermitTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (granted, left) = (await town.CitizenAsync(), await town.CitizenAsync());
        await granted.GetPermitAsync();
        await left.ShowCitizenIdAsync();
        var round = town.Services.GetRequiredService<RetentionRound>();

        town.Time.Now += TimeSpan.FromDays(29);
        await round.RunRoundAsync(Cancellation);
        Assert.Equal(2, await town.ReadAsync(database => database.Applications.CountAsync(Cancellation)));

        town.Time.Now += TimeSpan.FromDays(2);
        await round.RunRoundAsync(Cancellation);
        Assert.Equal(granted.Application, Assert.Single(await town.ReadAsync(database => database.Applications.Select(application => application.Id).ToListAsync(Cancellation))));
    }

    private static Task<int> CountAsync(PermitTown town, Citizen citizen) => town.ReadAsync(async database =>
    {
        var person = citizen.Person.Id.Value;
        return await database.Permits.CountAsync(permit => permit.ResidentId == person, Cancellation);
    });
}
