using System.Net;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Office;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.ProvisionalPermits;

/// <summary>Who waits for a register to fall silent, or makes it silent, gets no permit again and again.</summary>
public sealed class ProvisionalMisuseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_register_kept_silent_brings_one_provisional_permit_and_no_second_one(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync();
        var permit = await town.GetProvisionalAsync(citizen);
        await citizen.Browser.SendFormAsync($"{citizen.PagePath}/withdrawal");
        await town.SwitchRegistersAsync(silent: false);

        var waiting = await town.ConfirmIntoSilenceAsync(citizen);
        Assert.DoesNotContain("lives_here", waiting.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await citizen.StateAsync()).Status);

        Assert.Equal(permit.Id, (await town.OnlyPermitAsync(citizen)).Id);
        Assert.Null((await town.ApplicationAsync(citizen.Application)).Statement);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_days_that_ran_out_bring_no_further_days(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync();
        await town.GetProvisionalAsync(citizen);
        town.Time.Now += TimeSpan.FromDays(15);
        await town.ProvisionalRoundAsync();
        await town.SwitchRegistersAsync(silent: false);
        var again = await town.CitizenAsync(citizen.Person);

        await town.ConfirmIntoSilenceAsync(again);

        Assert.Equal(HttpStatusCode.Conflict, (await again.StateAsync()).Status);
        Assert.Equal(1, await town.CountPermitsAsync(citizen));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Who_was_refused_before_gets_none_also_after_the_application_was_forgotten(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync(DemoStory.NoVehicle);
        await citizen.ShowCitizenIdAsync();
        Assert.Equal(DecisionOutcome.Refused, (await town.DecisionAsync(citizen.Application))!.Outcome);
        await town.ReadAsync(database => database.Applications.Where(application => application.Id == citizen.Application).ExecuteDeleteAsync(Cancellation));
        await town.SwitchRegistersAsync(silent: true);

        Assert.DoesNotContain("lives_here", (await citizen.ShowCitizenIdAsync()).Html, StringComparison.Ordinal);
        var home = citizen.Person.Card.Address;
        Assert.Equal(HttpStatusCode.Conflict, (await citizen.StateAsync(("street", home.Street), ("house_number", home.HouseNumber.ToString()), ("plate", "GE-AB 123"))).Status);
    }

    [Fact]
    public async Task What_a_register_does_answer_counts_more_than_the_statement()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var citizen = await town.CitizenAsync();
        var proposal = await citizen.ShowCitizenIdAsync();
        using var answer = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(
            town.ManagementClient(), "/management/v1/demo/registers/outage", new { resident = false, vehicle = true }, Cancellation);
        answer.EnsureSuccessStatusCode();
        town.Registers.Change(citizen.Person.Id, resident => resident with { Residences = [] });
        await citizen.ConfirmAsync(proposal);
        await citizen.OpenApplicationAsync();

        await citizen.StateAsync();
        Assert.Equal(0, await town.CountPermitsAsync(citizen));

        town.Registers.Change(citizen.Person.Id, (Resident resident) => resident);
        await town.EventuallyAsync(async () => await town.CountPermitsAsync(citizen) == 1);
    }

    [Fact]
    public async Task A_missing_tick_or_an_unreadable_plate_states_nothing_and_both_ticks_do()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var (citizen, other) = (await town.CitizenAsync(), await town.CitizenAsync());
        await town.ConfirmIntoSilenceAsync(citizen);
        await other.ShowCitizenIdAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await citizen.SendStatementAsync(("lives_here", "true"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.StateAsync(("street", "Georgstraße"), ("house_number", "1"), ("plate", "?"))).Status);
        Assert.Equal(0, await town.CountPermitsAsync(citizen));
        await citizen.StateAsync();
        Assert.Equal(1, await town.CountPermitsAsync(citizen));
    }

    [Fact]
    public async Task Another_browser_states_nothing_for_somebody_else()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var (citizen, stranger) = (await town.CitizenAsync(), town.NewBrowser());
        await town.ConfirmIntoSilenceAsync(citizen);
        await stranger.OpenAsync("/permit");

        await stranger.SendFormAsync($"{citizen.PagePath}/statement", ("lives_here", "true"), ("keeps_vehicle", "true"));

        Assert.Null((await town.ApplicationAsync(citizen.Application)).Statement);
        Assert.Equal(0, await town.CountPermitsAsync(citizen));
    }

    [Fact]
    public async Task A_town_that_has_not_allowed_it_gives_none()
    {
        using var files = new TownFiles("provisional_days");
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite, files.Setting);
        var citizen = await town.CitizenAsync();

        Assert.DoesNotContain("lives_here", (await town.ConfirmIntoSilenceAsync(citizen)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await citizen.StateAsync()).Status);
        Assert.Equal(0, await town.CountPermitsAsync(citizen));
    }

    [Fact]
    public async Task A_provisional_permit_is_neither_changed_nor_renewed()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var citizen = await town.CitizenAsync();
        var permit = await town.GetProvisionalAsync(citizen);
        var request = town.Random.NewId();
        await citizen.Browser.OpenAsync("/permit/mine");
        Assert.DoesNotContain("/permit/mine/changes", (await citizen.Browser.OpenAsync("/permit/mine")).Html, StringComparison.Ordinal);
        await town.SwitchRegistersAsync(silent: false);

        await citizen.Browser.SendFormAsync("/permit/mine/changes", ("request", request.ToString()), ("purpose", "Renewal"), ("months", "12"), ("no_own_space", "true"));

        Assert.Equal(ApplicationState.Refused, (await town.ApplicationAsync(request)).State);
        Assert.Empty(await town.ReadAsync(database => database.RenewalReminders.Where(reminder => reminder.PermitId == permit.Id).ToListAsync(Cancellation)));
    }
}
