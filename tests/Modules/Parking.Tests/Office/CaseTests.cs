using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Office.Cases;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Office;

/// <summary>What no rule decides, and how a clerk decides it.</summary>
public sealed class CaseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_zone_that_a_clerk_finds_leads_to_a_proposal_and_the_clerk_is_named_in_the_decision(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync(DemoStory.SideOfStreetUnknown);
        await citizen.ShowCitizenIdAsync();
        var clerk = await town.SignInAsync("Clerk");
        var page = await clerk.OpenCaseAsync(citizen.Application);
        Assert.Contains(citizen.Person.Card.Address.StreetAddress, page.Html, StringComparison.Ordinal);
        var likely = new Regex("<option value=\"([^\"]+)\">").Match(page.Html).Groups[1].Value;

        await clerk.ActAsync(citizen.Application, "finding", ("finding", "zone"), ("zone", likely));
        var proposal = await citizen.OpenApplicationAsync();
        Assert.Contains($"{likely} – ", proposal.Html, StringComparison.Ordinal);
        await citizen.ConfirmAsync(proposal);

        var decision = await town.DecisionAsync(citizen.Application);
        Assert.Equal((DecisionOutcome.Granted, null), (decision!.Outcome, decision.LegalBasis));
        Assert.StartsWith("staff/", decision.DecidedBy, StringComparison.Ordinal);
        Assert.Equal(likely, (await town.PermitOfAsync(citizen)).Zone);
        Assert.Contains("zone-found", await town.HistoryOfAsync(citizen.Application));
    }

    [Theory]
    [InlineData("no-zone", "not-in-any-zone")]
    [InlineData("zone", null)]
    public async Task An_address_can_be_found_in_no_zone_and_an_invented_zone_is_no_finding(string finding, string? refusal)
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var citizen = await town.CitizenAsync(DemoStory.SideOfStreetUnknown);
        await citizen.ShowCitizenIdAsync();

        var answer = await (await town.SignInAsync("Clerk")).ActAsync(citizen.Application, "finding", ("finding", finding), ("zone", "invented"));

        Assert.Equal(refusal is null, answer.Html.Contains("Diese Entscheidung ist nicht möglich", StringComparison.Ordinal));
        var application = await town.ApplicationAsync(citizen.Application);
        Assert.Equal(refusal is null ? ApplicationState.WaitingForClerk : ApplicationState.Refused, application.State);
        Assert.Equal($"urn:modellstadt:parking:{refusal ?? "ask-office"}", StoredRefusal.Read(application.Refusal!).Type);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_company_car_goes_on_when_the_clerk_has_seen_the_proof(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync(DemoStory.CompanyCar);
        await citizen.ShowCitizenIdAsync();

        await (await town.SignInAsync("Clerk")).ActAsync(citizen.Application, "finding", ("finding", "vehicle"));
        await citizen.ConfirmAsync(await citizen.OpenApplicationAsync());

        Assert.Equal(PermitState.Active, (await town.PermitOfAsync(citizen)).State);
    }

    [Theory]
    [InlineData("residences", "rule", "rule-yes")]
    [InlineData("keeper", "vehicle", "vehicle")]
    [InlineData("own_space_excludes", "rule", "rule-no")]
    public async Task A_rule_that_the_town_has_not_published_is_answered_for_the_application(string rule, string form, string finding)
    {
        using var files = new TownFiles(rule);
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite, files.Setting);
        var citizen = await town.CitizenAsync();
        await citizen.ShowCitizenIdAsync();
        var clerk = await town.SignInAsync("Clerk");
        Assert.Contains($"value=\"{finding}\"", (await clerk.OpenCaseAsync(citizen.Application)).Html, StringComparison.Ordinal);
        Assert.NotEmpty(form);

        await clerk.ActAsync(citizen.Application, "finding", ("finding", finding));

        Assert.Contains("Verbindlich beantragen", (await citizen.OpenApplicationAsync()).Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_refusal_by_a_clerk_says_why_and_keeps_the_facts(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync(DemoStory.CompanyCar);
        await citizen.ShowCitizenIdAsync();

        await (await town.SignInAsync("Clerk")).ActAsync(citizen.Application, "refusal", ("reason", "  Der Nachweis der Firma fehlt.  "));

        var page = await citizen.OpenApplicationAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Der Nachweis der Firma fehlt.", page.Html, StringComparison.Ordinal);
        var decision = await town.DecisionAsync(citizen.Application);
        Assert.StartsWith("staff/", decision!.DecidedBy, StringComparison.Ordinal);
        Assert.Equal(citizen.Person.Id, DecisionFacts.Read(decision.Facts).Registers!.Resident.Id);
    }

    [Fact]
    public async Task Nothing_is_refused_while_a_register_is_silent_or_without_a_reason()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var citizen = await town.CitizenAsync(DemoStory.CompanyCar);
        await citizen.ShowCitizenIdAsync();
        var clerk = await town.SignInAsync("Clerk");

        Assert.Contains("Der Text fehlt oder ist zu lang", (await clerk.ActAsync(citizen.Application, "refusal", ("reason", " x "))).Html, StringComparison.Ordinal);
        Assert.Contains("Der Text fehlt oder ist zu lang", (await clerk.ActAsync(citizen.Application, "refusal", ("reason", new string('x', 1_001)))).Html, StringComparison.Ordinal);
        await town.SwitchRegistersAsync(silent: true);
        Assert.Contains("Ein Register antwortet gerade nicht", (await clerk.ActAsync(citizen.Application, "refusal", ("reason", "Nachweis fehlt"))).Html, StringComparison.Ordinal);
        Assert.Equal(ApplicationState.WaitingForClerk, (await town.ApplicationAsync(citizen.Application)).State);
        await town.SwitchRegistersAsync(silent: false);
        await clerk.ActAsync(citizen.Application, "refusal", ("reason", "Nachweis fehlt"));
        Assert.Equal(ApplicationState.Refused, (await town.ApplicationAsync(citizen.Application)).State);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_citizen_answers_a_question_on_the_page_of_the_application_and_the_decision_keeps_both(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync(DemoStory.CompanyCar);
        var waiting = await citizen.ShowCitizenIdAsync();
        var clerk = await town.SignInAsync("Clerk");

        await clerk.ActAsync(citizen.Application, "question", ("question", "Nutzen Sie den Wagen auch am Wochenende?"));
        Assert.Equal(citizen.PagePath, await citizen.PollAsync(waiting));
        Assert.Contains("Nutzen Sie den Wagen auch am Wochenende?", (await citizen.OpenApplicationAsync()).Html, StringComparison.Ordinal);
        Assert.Contains("Antwort fehlt", (await clerk.OpenAsync("/office/cases")).Html, StringComparison.Ordinal);
        await citizen.Browser.SendFormAsync($"{citizen.PagePath}/reply", ("answer", "Ja, immer."));

        Assert.Contains("Ihre Antwort ist angekommen", (await citizen.OpenApplicationAsync()).Html, StringComparison.Ordinal);
        Assert.Contains("Ja, immer.", (await clerk.OpenCaseAsync(citizen.Application)).Html, StringComparison.Ordinal);
        await clerk.ActAsync(citizen.Application, "finding", ("finding", "vehicle"));
        await citizen.ConfirmAsync(await citizen.OpenApplicationAsync());
        Assert.Equal("Ja, immer.", DecisionFacts.Read((await town.DecisionAsync(citizen.Application))!.Facts).Question!.Answer);
    }

    [Fact]
    public async Task Only_the_browser_of_the_application_answers_and_only_once()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var citizen = await town.CitizenAsync(DemoStory.CompanyCar);
        await citizen.ShowCitizenIdAsync();
        await (await town.SignInAsync("Clerk")).ActAsync(citizen.Application, "question", ("question", "Warum?"));
        var stranger = town.NewBrowser();
        await stranger.OpenAsync("/permit");

        await stranger.SendFormAsync($"{citizen.PagePath}/reply", ("answer", "Ich bin es."));
        Assert.Null(CaseQuestion.Of(await town.ApplicationAsync(citizen.Application))!.Answer);
        await citizen.OpenApplicationAsync();
        Assert.EndsWith("?reply=empty", (await citizen.Browser.SendFormAsync($"{citizen.PagePath}/reply", ("answer", " "))).Onwards, StringComparison.Ordinal);
        await citizen.Browser.SendFormAsync($"{citizen.PagePath}/reply", ("answer", "erste Antwort"));
        await citizen.Browser.SendFormAsync($"{citizen.PagePath}/reply", ("answer", "zweite Antwort"));
        Assert.Equal("erste Antwort", CaseQuestion.Of(await town.ApplicationAsync(citizen.Application))!.Answer);
    }

    [Fact]
    public async Task The_longest_waiting_case_comes_first_and_only_open_cases_are_listed()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var (first, second) = (await town.CitizenAsync(DemoStory.CompanyCar), await town.CitizenAsync(DemoStory.SideOfStreetUnknown));
        await first.ShowCitizenIdAsync();
        town.Time.Now += TimeSpan.FromHours(3);
        await second.ShowCitizenIdAsync();
        await (await town.CitizenAsync()).GetPermitAsync();

        var list = await (await town.SignInAsync("Clerk")).OpenAsync("/office/cases");

        Assert.Equal([first.Application, second.Application], new Regex("/office/cases/([0-9a-f-]{36})").Matches(list.Html).Select(link => Guid.Parse(link.Groups[1].Value)));
        Assert.Contains("3 Stunden", list.Html, StringComparison.Ordinal);
        Assert.Contains("Zu entscheiden (2)", list.Html, StringComparison.Ordinal);
        Assert.Contains("Freizugeben (0)", list.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_case_that_one_clerk_has_taken_is_left_alone_by_the_other_until_taken_over(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync(DemoStory.CompanyCar);
        await citizen.ShowCitizenIdAsync();
        var (clerk, other) = (await town.SignInAsync("Clerk"), await town.SignInAsync("SecondClerk"));

        await clerk.ActAsync(citizen.Application, "claim", ("wish", "take"));
        var seen = await other.OpenCaseAsync(citizen.Application);
        Assert.Contains("Emre Aktenstein bearbeitet diesen Fall", seen.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Mögliche Entscheidungen", seen.Html, StringComparison.Ordinal);
        Assert.Contains("Emre Aktenstein", (await other.OpenAsync("/office/cases")).Html, StringComparison.Ordinal);
        foreach (var (form, field) in new[] { ("finding", ("finding", "vehicle")), ("refusal", ("reason", "Nachweis fehlt")), ("question", ("question", "Warum?")), ("claim", ("wish", "take")), ("claim", ("wish", "back")), ("person", ("reason", "Prüfung")) })
            Assert.Contains("Jemand anderes bearbeitet den Fall", (await other.ActAsync(citizen.Application, form, field)).Html, StringComparison.Ordinal);
        Assert.Equal(ApplicationState.WaitingForClerk, (await town.ApplicationAsync(citizen.Application)).State);

        await other.ActAsync(citizen.Application, "claim", ("wish", "over"));
        Assert.Contains("Jemand anderes bearbeitet den Fall", (await clerk.ActAsync(citizen.Application, "refusal", ("reason", "Nachweis fehlt"))).Html, StringComparison.Ordinal);
        await other.ActAsync(citizen.Application, "claim", ("wish", "back"));
        await clerk.ActAsync(citizen.Application, "refusal", ("reason", "Nachweis fehlt"));
        Assert.Equal(ApplicationState.Refused, (await town.ApplicationAsync(citizen.Application)).State);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_two_clerks_in_the_same_moment_one_decides_the_case(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync(DemoStory.CompanyCar);
        await citizen.ShowCitizenIdAsync();
        var refuse = town.Services.GetRequiredService<RefuseCase>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(
            () => refuse.ExecuteAsync(citizen.Application, new CaseClaim(town.Random.NewId(), "Kollege", town.Time.Now), $"Grund {number}", Cancellation), Cancellation)));

        Assert.Single(outcomes, outcome => outcome.Refusal is null);
        Assert.All(outcomes.Where(outcome => outcome.Refusal is not null), outcome => Assert.IsType<CaseMovedOn>(outcome.Refusal));
        Assert.Single(await town.ReadAsync(database => database.Decisions.ToListAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_protected_entry_is_shown_only_to_the_clerk_who_gave_a_reason(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var citizen = await town.CitizenAsync();
        town.Registers.Change(citizen.Person.Id, resident => resident with { Blocked = true });
        var seen = await citizen.ShowCitizenIdAsync();
        var (clerk, other) = (await town.SignInAsync("Clerk"), await town.SignInAsync("SecondClerk"));
        var (name, home) = (citizen.Person.Card.Name.FamilyName, citizen.Person.Card.Address.StreetAddress);

        var closed = await clerk.OpenCaseAsync(citizen.Application);
        Assert.Contains("Bitte persönlich prüfen", closed.Html, StringComparison.Ordinal);
        foreach (var words in new[] { name, home, "Sperre", "gesperrt", "blocked" })
            Assert.DoesNotContain(words, closed.Html + seen.Html + (await clerk.OpenAsync("/office/cases")).Html, StringComparison.OrdinalIgnoreCase);

        Assert.Contains("Der Text fehlt", (await clerk.ActAsync(citizen.Application, "person", ("reason", ""))).Html, StringComparison.Ordinal);
        var opened = await clerk.ActAsync(citizen.Application, "person", ("reason", "Vorsprache am Schalter"));
        Assert.Contains(name, opened.Html, StringComparison.Ordinal);
        Assert.Contains("Vorsprache am Schalter", opened.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(name, (await other.OpenCaseAsync(citizen.Application)).Html, StringComparison.Ordinal);

        await clerk.ActAsync(citizen.Application, "finding", ("finding", "person"));
        await citizen.ConfirmAsync(await citizen.OpenApplicationAsync());
        Assert.Equal(PermitState.Active, (await town.PermitOfAsync(citizen)).State);
    }

    [Fact]
    public async Task Only_clerks_see_and_decide_cases()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var citizen = await town.CitizenAsync(DemoStory.CompanyCar);
        await citizen.ShowCitizenIdAsync();
        var warden = await town.SignInAsync("Warden");
        await warden.OpenAsync("/warden");
        var stranger = town.NewBrowser();

        foreach (var path in new[] { "/office/cases", $"/office/cases/{citizen.Application}" })
        {
            Assert.Contains("/sign-in", (await stranger.OpenAsync(path)).Onwards, StringComparison.Ordinal);
            Assert.Contains("/sign-in", (await warden.OpenAsync(path)).Onwards, StringComparison.Ordinal);
        }

        foreach (var form in new[] { "claim", "finding", "refusal", "question", "person" })
            Assert.Contains("/sign-in/other-role", (await warden.SendFormAsync($"/office/cases/{citizen.Application}/{form}", ("reason", "Nachweis fehlt"))).Onwards, StringComparison.Ordinal);
        var clerk = await town.SignInAsync("Clerk");
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SendForeignFormAsync($"/office/cases/{citizen.Application}/refusal", ("reason", "Nachweis fehlt"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenCaseAsync(town.Random.NewId())).Status);
        Assert.Equal(ApplicationState.WaitingForClerk, (await town.ApplicationAsync(citizen.Application)).State);
    }
}
