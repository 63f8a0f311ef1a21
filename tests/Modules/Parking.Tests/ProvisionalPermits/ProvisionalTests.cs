using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Letters;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.ProvisionalPermits;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Office;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.ProvisionalPermits;

/// <summary>While a register is silent, a statement brings a permit for some days; the register's answer confirms or ends it.</summary>
public sealed class ProvisionalTests
{
    private const int Days = 14;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Two_ticks_bring_a_permit_for_the_towns_days_that_costs_nothing(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync();
        Assert.Contains("lives_here", (await town.ConfirmIntoSilenceAsync(citizen)).Html, StringComparison.Ordinal);
        Assert.Equal(0, await town.CountPermitsAsync(citizen));

        var page = await citizen.StateAsync();

        Assert.Contains("Ihr vorläufiger Ausweis gilt", page.Html, StringComparison.Ordinal);
        var permit = await town.OnlyPermitAsync(citizen);
        Assert.Equal((true, PermitState.Active, permit.ValidFrom.AddDays(Days - 1)), (permit.Provisional, permit.State, permit.ValidUntil));
        Assert.Equal("valid", await (await town.SignInAsync("Warden")).StateOfAsync(permit.Plates));
        Assert.Empty(await town.ReadAsync(database => database.FeeNotices.ToListAsync(Cancellation)));
        Assert.Empty(await town.ReadAsync(database => database.PermitTerms.ToListAsync(Cancellation)));
        Assert.Equal(ApplicationState.WaitingForRegister, (await town.ApplicationAsync(citizen.Application)).State);
        var decision = await town.DecisionAsync(permit.ApplicationId);
        Assert.Equal((ApplicationPurpose.Provisional, DecisionOutcome.Granted, "system", citizen.Person.Id.Value), (decision!.Purpose, decision.Outcome, decision.DecidedBy, decision.ResidentId));
        Assert.StartsWith("§ 35a VwVfG NRW", decision.LegalBasis, StringComparison.Ordinal);
        Assert.Equal(permit.Plates, DecisionFacts.Read(decision.Facts).Statement!.Plates);
        var letter = await citizen.Browser.OpenAsync(LetterAddresses.Decision(permit.ApplicationId));
        Assert.Contains("Dieser Ausweis ist vorläufig", letter.Html, StringComparison.Ordinal);
        Assert.Contains("Sie haben erklärt: Wohnung", letter.Html, StringComparison.Ordinal);
        var copy = JsonNode.Parse((await citizen.Browser.OpenAsync("/permit/mine/data.json")).Html)!.AsArray().SelectMany(record => record!["facts"]!.AsArray()).Select(fact => (string)fact!["value"]!).ToList();
        Assert.Contains(copy, value => value.Contains($", {permit.Plates}, ", StringComparison.Ordinal));
        Assert.DoesNotContain(copy, value => value.StartsWith('{'));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Once_the_register_answers_the_same_permit_counts_for_its_whole_term_and_is_paid_once(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync();
        var provisional = await town.GetProvisionalAsync(citizen);
        await citizen.Wallet.ReceiveAsync(citizen.LinkIn(await citizen.OpenApplicationAsync()));
        Assert.Contains("ist in Ihrer Wallet", (await citizen.OpenApplicationAsync()).Html, StringComparison.Ordinal);
        town.Time.Now += TimeSpan.FromDays(3);

        await town.SwitchRegistersAsync(silent: false);
        await town.EventuallyAsync(async () => !(await town.OnlyPermitAsync(citizen)).Provisional);

        var permit = await town.PermitOfAsync(citizen);
        var confirmed = provisional.ValidFrom.AddDays(3);
        Assert.Equal((provisional.Id, provisional.PermitNumber, PermitState.Active), (permit.Id, permit.PermitNumber, permit.State));
        Assert.Equal((provisional.ValidFrom, confirmed.AddYears(1).AddDays(-1)), (permit.ValidFrom, permit.ValidUntil));
        var term = await town.ReadAsync(database => database.PermitTerms.SingleAsync(term => term.PermitId == permit.Id, Cancellation));
        Assert.Equal((confirmed, permit.ValidUntil), (term.ValidFrom, term.ValidUntil));
        var notice = await town.ReadAsync(database => database.FeeNotices.SingleAsync(Cancellation));
        Assert.Equal((permit.FeeNoticeId, confirmed, true), (notice.Id, notice.IssuedOn, notice.AmountCents > 0));
        Assert.Equal(DecisionOutcome.Granted, (await town.DecisionAsync(citizen.Application))!.Outcome);
        Assert.Contains("permit-granted", await town.HistoryOfAsync(citizen.Application));
        Assert.Contains("Ausweis annehmen", (await citizen.OpenApplicationAsync()).Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Who_has_seen_no_offer_yet_names_home_and_plate_and_confirms_what_follows(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync();
        await town.SwitchRegistersAsync(silent: true);
        await citizen.ShowCitizenIdAsync();
        await town.SwitchRegistersAsync(silent: false);
        var vehicles = await town.Registers.FindByKeeperAsync(citizen.Person.Id, Cancellation);
        var plate = Assert.IsType<RegisterAnswer<IReadOnlyList<RegisteredVehicle>>.Found>(vehicles).Value[0].Plate;
        await town.SwitchRegistersAsync(silent: true);
        var home = citizen.Person.Card.Address;

        var proposal = await citizen.StateAsync(("street", home.Street), ("house_number", home.HouseNumber.ToString()), ("plate", plate));
        Assert.Contains("Verbindlich beantragen", proposal.Html, StringComparison.Ordinal);
        Assert.Equal(0, await town.CountPermitsAsync(citizen));
        await citizen.ConfirmAsync(proposal);

        Assert.Equal((true, plate), ((await town.OnlyPermitAsync(citizen)).Provisional, (await town.OnlyPermitAsync(citizen)).Plates));
        await town.SwitchRegistersAsync(silent: false);
        await town.EventuallyAsync(async () => !(await town.OnlyPermitAsync(citizen)).Provisional);
        var decision = DecisionFacts.Read((await town.DecisionAsync(citizen.Application))!.Facts);
        Assert.Equal(decision.Registers!.Resident.Name.Display, decision.Proposal!.Addressee.Name);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_register_that_says_no_ends_it_with_reason_and_remedy(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync();
        var permit = await town.GetProvisionalAsync(citizen);
        var warden = await town.SignInAsync("Warden");
        Assert.Equal("valid", await warden.StateOfAsync(permit.Plates));

        town.Registers.Change(citizen.Person.Id, resident => resident with { Residences = [] });
        await town.SwitchRegistersAsync(silent: false);
        await town.EventuallyAsync(async () => (await town.OnlyPermitAsync(citizen)).State is PermitState.Lapsed);

        Assert.Equal("not-valid", await warden.StateOfAsync(permit.Plates));
        var decision = await town.DecisionAsync(citizen.Application);
        Assert.Equal((DecisionOutcome.Refused, "urn:modellstadt:parking:not-resident"), (decision!.Outcome, StoredRefusal.Read(decision.Refusal!).Type));
        var letter = await citizen.Browser.OpenAsync(LetterAddresses.Decision(citizen.Application));
        Assert.Contains($"Ihr vorläufiger Ausweis {permit.PermitNumber} endet mit diesem Bescheid", letter.Html, StringComparison.Ordinal);
        Assert.Contains("Klage", letter.Html, StringComparison.Ordinal);
        Assert.Contains("provisional-permit-ended", await town.HistoryOfAsync(permit.ApplicationId));
        Assert.Empty(await town.ReadAsync(database => database.FeeNotices.ToListAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_stated_vehicle_that_is_not_the_persons_ends_it_and_is_no_question_to_the_person(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync();
        await town.GetProvisionalAsync(citizen);

        town.Registers.Change(citizen.Person.Id, vehicles => [.. vehicles.Select(vehicle => vehicle with { Plate = "GE-ZZ 999" })]);
        await town.SwitchRegistersAsync(silent: false);
        await town.EventuallyAsync(async () => (await town.OnlyPermitAsync(citizen)).State is PermitState.Lapsed);

        Assert.Equal("urn:modellstadt:parking:statement-unconfirmed", StoredRefusal.Read((await town.DecisionAsync(citizen.Application))!.Refusal!).Type);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Without_a_basis_for_automatic_decisions_a_clerk_releases_it_with_one_tap(DatabaseKind kind)
    {
        using var files = new TownFiles("automation_basis");
        await using var town = await Staff.StartTownAsync(kind, files.Setting);
        var citizen = await town.CitizenAsync();
        await town.ConfirmIntoSilenceAsync(citizen);

        Assert.Contains("Ihre Erklärung ist angekommen", (await citizen.StateAsync()).Html, StringComparison.Ordinal);
        Assert.Equal(0, await town.CountPermitsAsync(citizen));
        var provisional = await town.ProvisionalOfAsync(citizen);
        Assert.Equal((ApplicationState.WaitingForClerk, true), (provisional.State, provisional.AwaitsRelease));
        var clerk = await town.SignInAsync("Clerk");
        Assert.Contains("Erklärte Wohnung", (await clerk.OpenCaseAsync(provisional.Id)).Html, StringComparison.Ordinal);

        await clerk.ActOnAsync(provisional.Id, "finding", ("finding", "release"), ("prepared", "provisional D1; GE-XX 1; 99 days"));
        Assert.Equal(0, await town.CountPermitsAsync(citizen));
        await clerk.ActAsync(provisional.Id, "finding", ("finding", "release"));

        Assert.True((await town.OnlyPermitAsync(citizen)).Provisional);
        var decision = await town.DecisionAsync(provisional.Id);
        Assert.StartsWith("staff/", decision!.DecidedBy, StringComparison.Ordinal);
        Assert.Null(decision.LegalBasis);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_release_that_comes_after_the_registers_answer_releases_nothing(DatabaseKind kind)
    {
        using var files = new TownFiles("automation_basis");
        await using var town = await Staff.StartTownAsync(kind, files.Setting);
        var citizen = await town.CitizenAsync();
        await town.ConfirmIntoSilenceAsync(citizen);
        await citizen.StateAsync();
        var provisional = await town.ProvisionalOfAsync(citizen);

        await town.SwitchRegistersAsync(silent: false);
        await town.EventuallyAsync(async () => (await town.ProvisionalOfAsync(citizen)).State is ApplicationState.Withdrawn);

        var clerk = await town.SignInAsync("Clerk");
        await clerk.OpenCaseAsync(citizen.Application);
        await clerk.ActOnAsync(provisional.Id, "finding", ("finding", "release"), ("prepared", "anything"));
        Assert.Equal(0, await town.CountPermitsAsync(citizen));
        Assert.True((await town.ApplicationAsync(citizen.Application)).AwaitsRelease);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task When_the_days_are_over_without_an_answer_it_ends_and_a_clerk_takes_the_application_up(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync();
        var permit = await town.GetProvisionalAsync(citizen);
        var warden = await town.SignInAsync("Warden");
        town.Time.Now += TimeSpan.FromDays(Days - 1);
        await town.ProvisionalRoundAsync();
        Assert.Equal(PermitState.Active, (await town.OnlyPermitAsync(citizen)).State);

        town.Time.Now += TimeSpan.FromDays(1);
        await town.ProvisionalRoundAsync();
        await town.ProvisionalRoundAsync();

        Assert.Equal(PermitState.Expired, (await town.OnlyPermitAsync(citizen)).State);
        Assert.NotEqual("valid", await (await town.SignInAsync("Warden")).StateOfAsync(permit.Plates));
        var waiting = await town.ApplicationAsync(citizen.Application);
        Assert.Equal((ApplicationState.WaitingForClerk, "urn:modellstadt:parking:register-stays-silent"), (waiting.State, StoredRefusal.Read(waiting.Refusal!).Type));
        Assert.Single(await town.HistoryOfAsync(permit.ApplicationId), "provisional-permit-ended");
        Assert.Contains("Ein Mensch nimmt sich Ihren Antrag vor", (await citizen.OpenApplicationAsync()).Html, StringComparison.Ordinal);

        await town.SwitchRegistersAsync(silent: false);
        await (await town.SignInAsync("Clerk")).ActAsync(citizen.Application, "finding", ("finding", "release"));
        var ordinary = await town.PermitOfAsync(citizen);
        Assert.Equal((false, PermitState.Active, true), (ordinary.Provisional, ordinary.State, ordinary.PermitNumber != permit.PermitNumber));
        Assert.NotNull(warden);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_the_registers_answer_and_the_end_of_the_days_in_the_same_moment_one_counts(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync();
        var permit = await town.GetProvisionalAsync(citizen);
        town.Time.Now += TimeSpan.FromDays(Days);
        var ended = 0;
        town.Registers.Change(citizen.Person.Id, (Resident resident) =>
        {
            // Between the question to the register and the decision, the days end.
            if (Interlocked.Exchange(ref ended, 1) == 0)
                town.ProvisionalRoundAsync().GetAwaiter().GetResult();
            return resident;
        });
        await town.SwitchRegistersAsync(silent: false);
        await town.Services.GetRequiredService<AdvanceApplication>().ExecuteAsync(citizen.Application, Cancellation);

        var waiting = await town.ApplicationAsync(citizen.Application);
        var permits = await town.ReadAsync(database => database.Permits.AsNoTracking().Where(stored => stored.ResidentId == citizen.Person.Id.Value).ToListAsync(Cancellation));
        Assert.Equal(PermitState.Expired, permits.Single(stored => stored.Id == permit.Id).State);
        Assert.Contains(waiting.State, new[] { ApplicationState.WaitingForClerk, ApplicationState.Granted });
        Assert.Equal(waiting.State is ApplicationState.Granted ? 1 : 0, permits.Count(stored => stored.State is PermitState.Active));
        Assert.Equal(waiting.State is ApplicationState.Granted, await town.DecisionAsync(citizen.Application) is not null);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Clicks_at_the_same_time_bring_one_provisional_permit(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var phone = await town.CitizenAsync();
        var tablet = await town.CitizenAsync(phone.Person);
        var (onPhone, onTablet) = (await phone.ShowCitizenIdAsync(), await tablet.ShowCitizenIdAsync());
        await town.SwitchRegistersAsync(silent: true);
        await phone.ConfirmAsync(onPhone);
        await tablet.ConfirmAsync(onTablet);
        await phone.OpenApplicationAsync();
        await tablet.OpenApplicationAsync();

        await Task.WhenAll(phone.StateAsync(), phone.StateAsync(), tablet.StateAsync(), tablet.StateAsync());

        Assert.Equal(1, await town.CountPermitsAsync(phone));
        await town.SwitchRegistersAsync(silent: false);
        await town.EventuallyAsync(async () => (await town.ApplicationAsync(phone.Application)).State is not ApplicationState.WaitingForRegister
            && (await town.ApplicationAsync(tablet.Application)).State is not ApplicationState.WaitingForRegister);
        Assert.Equal((false, PermitState.Active), ((await town.OnlyPermitAsync(phone)).Provisional, (await town.OnlyPermitAsync(phone)).State));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_statement_that_was_stored_before_the_process_died_is_taken_up_again(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync();
        await town.ConfirmIntoSilenceAsync(citizen);
        var statement = new ProvisionalStatement("Musterstraße 1", "GE-AB 1", town.Time.Now).Write();
        await town.ReadAsync(database => database.Applications.Where(application => application.Id == citizen.Application)
            .ExecuteUpdateAsync(row => row.SetProperty(application => application.Statement, statement), Cancellation));

        await town.EventuallyAsync(async () => await town.CountPermitsAsync(citizen) == 1);

        Assert.True((await town.OnlyPermitAsync(citizen)).Provisional);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_application_that_is_taken_back_takes_the_provisional_permit_with_it(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync();
        await town.GetProvisionalAsync(citizen);

        await citizen.Browser.SendFormAsync($"{citizen.PagePath}/withdrawal");

        Assert.Equal((PermitState.Returned, ApplicationState.Withdrawn), ((await town.OnlyPermitAsync(citizen)).State, (await town.ApplicationAsync(citizen.Application)).State));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_end_that_was_cut_off_after_the_decision_is_made_up_for(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync();
        await town.GetProvisionalAsync(citizen);
        await town.ReadAsync(database => database.Applications.Where(application => application.Id == citizen.Application)
            .ExecuteUpdateAsync(row => row.SetProperty(application => application.State, ApplicationState.Refused), Cancellation));

        await town.ProvisionalRoundAsync();

        Assert.Equal(PermitState.Lapsed, (await town.OnlyPermitAsync(citizen)).State);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Where_no_rule_decides_the_registers_answer_a_clerk_does_and_the_permit_counts_until_then(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync();
        await town.GetProvisionalAsync(citizen);
        town.Registers.Change(citizen.Person.Id, resident => resident with { Blocked = true });
        await town.SwitchRegistersAsync(silent: false);
        await town.EventuallyAsync(async () => (await town.ApplicationAsync(citizen.Application)).State is ApplicationState.WaitingForClerk);
        Assert.Equal(PermitState.Active, (await town.OnlyPermitAsync(citizen)).State);
        Assert.Contains("Ihr vorläufiger Ausweis gilt", (await citizen.OpenApplicationAsync()).Html, StringComparison.Ordinal);

        await (await town.SignInAsync("Clerk")).ActAsync(citizen.Application, "refusal", ("reason", "Die Person wohnt nicht dort."));

        Assert.Equal(PermitState.Lapsed, (await town.OnlyPermitAsync(citizen)).State);
    }
}
