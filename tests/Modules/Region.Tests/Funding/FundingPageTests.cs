using System.Net;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Funding;

/// <summary>The clerk's pages: a notice is entered, changed and spent, and every sum stands there.</summary>
public sealed class FundingPageTests
{
    private const string List = "/office/funding";

    private static readonly (string Name, string Value)[] Notice =
    [
        ("project", "open-innovation-lab-oil"), ("programme", FundingTown.Programme), ("authority", "Bezirksregierung DEMO"), ("reference", "34.01-1"), ("recipient", "Stadt <DEMO>"),
        ("recipient-kind", "Municipality"), ("granted-on", "2026-01-01"), ("from", "2026-01-01"), ("until", "2026-10-15"), ("rate", "80"), ("cost-Personnel", "6.000,00"), ("eligible-Personnel", "5000"),
        ("cost-Contract", "4000"), ("grant", "7200"), ("own", "1800"), ("third-parties", "Stiftung DEMO; 1.000,00\n"), ("partners", "Hochschule DEMO; 3000"),
        ("milestones", "M1; 2026-04-30; Konzept\r\nM2; 2026-09-30; Betrieb"), ("conditions", "Offene Schnittstellen"), ("interim-proofs", "2026-12-31\r\n2026-06-30"), ("months-after-purpose", "6"), ("months-after-period", "6"), ("proof-source", "Bescheid Nr. 7"),
    ];

    private static readonly (string Name, string Value)[] Invoice =
    [
        ("kind", "Spent"), ("day", "2026-05-04"), ("euros", "1.234,50"), ("category", "Contract"), ("milestone", "M1"), ("source", "Grant"), ("partner", "Hochschule DEMO"), ("party", "Muster GmbH"), ("document", "RE-1"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_clerk_enters_a_notice_spends_receives_and_reads_plan_and_actual(DatabaseKind kind)
    {
        await using var town = await FundingTown.StartAsync(kind);
        var clerk = await StaffBrowser.SignInAsync(town);
        Assert.Contains("Kein Bescheid", (await clerk.OpenAsync(List)).Html, StringComparison.Ordinal);
        var page = await EnterAsync(clerk);

        var spent = await SendAsync(clerk, page, Invoice);
        Assert.Equal((HttpStatusCode.SeeOther, page), (spent.Status, spent.Onwards));
        await SendAsync(clerk, page, ("kind", "Received"), ("day", "2026-05-05"), ("euros", "900"), ("category", "Contract"), ("milestone", "M1"), ("source", "Grant"));
        await SendAsync(clerk, page, ("kind", "MilestoneReached"), ("day", "2026-05-06"), ("milestone", "M1"));

        var shown = (await clerk.OpenAsync(page)).Html;
        Assert.All(
            [
                "Stadt <DEMO>", "Diese", "erfunden", "Offene Schnittstellen", "1.234,50 €", "Hochschule DEMO", "06.05.2026", "30.04.2027",
                // Settled: 80 % of 1,234.50 are 987.60; 87.60 of it still to come.
                "data-row=\"Zuwendung\" data-planned=\"720000\" data-received=\"90000\" data-settled=\"98760\"",
                "data-row=\"Eigenanteil\" data-planned=\"180000\" data-received=\"0\" data-settled=\"24690\"",
                "data-row=\"Insgesamt\" data-planned=\"1000000\" data-received=\"90000\" data-settled=\"123450\"",
                "data-sum=\"Einnahmen weniger Ausgaben\" data-cents=\"-33450\"", "data-sum=\"Noch zu erhalten\" data-cents=\"8760\"",
            ],
            words => Assert.Contains(words, shown, StringComparison.Ordinal));
        Assert.Contains("34.01-1", (await clerk.OpenAsync(List)).Html, StringComparison.Ordinal);
        Assert.All(["Notices of grant", "Proof of use due on"], words => Assert.Contains(words, clerk.OpenAsync($"{List}?lang=en").Result.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_sent_twice_books_once_and_a_wrong_entry_is_reversed()
    {
        await using var town = await FundingTown.StartAsync(DatabaseKind.Sqlite);
        var clerk = await StaffBrowser.SignInAsync(town);
        var page = await EnterAsync(clerk);
        var key = (await clerk.OpenAsync(page)).Key();

        for (var sent = 0; sent < 3; sent++)
            Assert.Equal(page, (await clerk.SendAsync($"{page}/payments", Invoice.Append(("key", key)))).Onwards);
        Assert.Contains("form-used-before", (await clerk.SendAsync($"{page}/payments", Invoice.Select(field => field.Name == "euros" ? ("euros", "1") : field).Append(("key", key)))).Html, StringComparison.Ordinal);
        Assert.Equal(2, await town.ReadAsync(database => database.FundingEntries.CountAsync(Cancellation)));

        Assert.Contains("change-needs-reason", (await clerk.SendAsync($"{page}/entries/2/reversal", ("reason", "x"))).Html, StringComparison.Ordinal);
        Assert.Equal(page, (await clerk.SendAsync($"{page}/entries/2/reversal", ("reason", "falscher Betrag"))).Onwards);
        Assert.Equal(page, (await clerk.SendAsync($"{page}/entries/2/reversal", ("reason", "falscher Betrag"))).Onwards);
        var shown = (await clerk.OpenAsync(page)).Html;
        Assert.All(["data-entry=\"3\" data-cents=\"-123450\"", "falscher Betrag", "2 storniert"], words => Assert.Contains(words, shown, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_change_notice_replaces_the_figures_from_its_day_and_the_second_editor_is_told(DatabaseKind kind)
    {
        await using var town = await FundingTown.StartAsync(kind);
        var clerk = await StaffBrowser.SignInAsync(town);
        var page = await EnterAsync(clerk);
        var (first, second) = (await clerk.OpenAsync($"{page}/change"), await clerk.OpenAsync($"{page}/change"));
        Assert.All(["value=\"6000,00\"", "M1; 2026-04-30; Konzept", "Stiftung DEMO; 1000,00"], words => Assert.Contains(words, first.Html, StringComparison.Ordinal));

        (string, string)[] change = [.. Notice.Where(field => field.Name is not ("own" or "cost-Contract")), ("own", "2000"), ("cost-Contract", "4200"), ("seen", "1"), ("effective-on", "2026-06-01"), ("reason", "Änderungsbescheid vom 28.05.2026")];
        Assert.Equal(page, (await clerk.SendAsync($"{page}/change", change.Append(("key", first.Key())))).Onwards);
        Assert.Contains("notice-changed-meanwhile", (await clerk.SendAsync($"{page}/change", change.Append(("key", second.Key())))).Html, StringComparison.Ordinal);

        var shown = (await clerk.OpenAsync(page)).Html;
        Assert.All(["data-version=\"1\"", "data-version=\"2\"", "10.000,00 €", "10.200,00 €", "Änderungsbescheid vom 28.05.2026"], words => Assert.Contains(words, shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_interim_proof_is_due_on_its_day_overdue_after_it_and_settled_in_its_order()
    {
        await using var town = await FundingTown.StartAsync(DatabaseKind.Sqlite);
        var clerk = await StaffBrowser.SignInAsync(town);
        var page = await EnterAsync(clerk);
        Assert.All(["Zwischennachweis überfällig", "fällig am 30.06.2026", "fällig am 31.12.2026"], words => Assert.Contains(words, clerk.OpenAsync(page).Result.Html, StringComparison.Ordinal));
        Assert.Contains("Zwischennachweis überfällig", (await clerk.OpenAsync(List)).Html, StringComparison.Ordinal);

        await SendAsync(clerk, page, ("kind", "InterimProofSubmitted"), ("day", "2026-07-02"));
        var shown = (await clerk.OpenAsync(page)).Html;
        Assert.All(["vorgelegt am 02.07.2026", "fällig am 31.12.2026"], words => Assert.Contains(words, shown, StringComparison.Ordinal));
        Assert.DoesNotContain("überfällig", shown, StringComparison.Ordinal);
        Assert.Contains(">2026-06-30\n2026-12-31<", (await clerk.OpenAsync($"{page}/change")).Html, StringComparison.Ordinal);

        await clerk.SendAsync($"{page}/entries/2/reversal", ("reason", "doch nicht vorgelegt"));
        Assert.Contains("Zwischennachweis überfällig", (await clerk.OpenAsync(page)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rate", "achtzig", "plan-unreadable")]
    [InlineData("rate", "101", "plan-unreadable")]
    [InlineData("grant", "7200,01", "plan-does-not-add-up")]
    [InlineData("rate", "79,99", "grant-above-rate")]
    [InlineData("milestones", "M1; bald; Konzept", "plan-unreadable")]
    [InlineData("third-parties", "Stiftung DEMO 1000", "plan-unreadable")]
    [InlineData("granted-on", "", "plan-unreadable")]
    [InlineData("programme", "x", "no-such-programme")]
    [InlineData("project", "Open Innovation Lab", "project-name-unreadable")]
    [InlineData("project", "no-such-project", "notice-project-unknown")]
    [InlineData("interim-proofs", "2026-12-31\nbald", "plan-unreadable")]
    [InlineData("interim-proofs", "2026-12-31\n2026-12-31", "plan-unreadable")]
    [InlineData("key", "", "plan-unreadable")]
    public async Task A_notice_with_one_wrong_field_is_refused_in_words_and_not_entered(string field, string value, string refusal)
    {
        await using var town = await FundingTown.StartAsync(DatabaseKind.Sqlite);
        var clerk = await StaffBrowser.SignInAsync(town);
        var key = (await clerk.OpenAsync($"{List}/new")).Key();
        var answer = await clerk.SendAsync($"{List}/new", Notice.Append(("key", key)).Select(pair => pair.Item1 == field ? (field, value) : pair));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, $"urn:modellstadt:region:{refusal}"), (answer.Status, answer.Html));
        Assert.Equal(0, await town.ReadAsync(database => database.FundingNotices.CountAsync(Cancellation)));
        Assert.Equal(HttpStatusCode.SeeOther, (await clerk.SendAsync($"{List}/new", Notice.Append(("key", key)))).Status);
    }

    [Fact]
    public async Task Only_a_clerk_with_the_form_of_the_page_sees_and_enters()
    {
        await using var town = await FundingTown.StartAsync(DatabaseKind.Sqlite);
        var warden = await StaffBrowser.SignInAsync(town, "Verkehrsüberwachung");
        var clerk = await StaffBrowser.SignInAsync(town);

        Assert.Contains("/sign-in", (await StaffBrowser.Of(town).OpenAsync(List)).Onwards, StringComparison.Ordinal);
        Assert.Contains("/sign-in/other-role", (await warden.OpenAsync(List)).Onwards, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.SendAsync($"{List}/new", Notice.Append(("key", "12345678")))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync($"{List}/{Guid.Empty}")).Status);
        Assert.Equal(0, await town.ReadAsync(database => database.FundingNotices.CountAsync(Cancellation)));
        await EnterAsync(clerk);
    }

    [Fact]
    public async Task The_check_for_double_funding_shows_projects_and_shared_invoices()
    {
        await using var town = await FundingTown.StartAsync(DatabaseKind.Sqlite);
        var clerk = await StaffBrowser.SignInAsync(town);
        Assert.Contains("Nichts gefunden", (await clerk.OpenAsync($"{List}/double-funding")).Html, StringComparison.Ordinal);
        var one = await town.EnterAsync("A-1");
        var other = await town.EnterAsync("A-2", programme: FundingTown.EuProgramme);
        await town.BookAsync(one.Id, Payments.Spent("1", 60, "RE-5") with { DocumentCents = 100 });
        await town.BookAsync(other.Id, Payments.Spent("2", 40, "RE-5") with { DocumentCents = 100 });

        var shown = (await clerk.OpenAsync($"{List}/double-funding")).Html;
        Assert.All(["14.400,00 €", "data-finding=\"ProjectFundedTwice\"", "data-finding=\"InvoiceFoundTwice\"", "1,00 € von 1,00 €", "A-2"], words => Assert.Contains(words, shown, StringComparison.Ordinal));
    }

    private static async Task<string> EnterAsync(StaffBrowser clerk)
    {
        var form = await clerk.OpenAsync($"{List}/new");
        Assert.Contains("ANBest-G NRW Nr. 7.1", form.Html, StringComparison.Ordinal);
        var answer = await clerk.SendAsync($"{List}/new", Notice.Append(("key", form.Key())));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return answer.Onwards!;
    }

    private static async Task<StaffPage> SendAsync(StaffBrowser clerk, string page, params (string, string)[] fields)
    {
        var key = (await clerk.OpenAsync(page)).Key();
        return await clerk.SendAsync($"{page}/payments", fields.Append(("key", key)));
    }
}
