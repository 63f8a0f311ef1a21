using System.Net;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Payments.Tests.Statements;
using Modellstadt.Testing;

namespace Modellstadt.Payments.Tests.Office;

/// <summary>The clerk's pages: a statement is sent, its result read, what is unassigned is assigned.</summary>
public sealed class BooksPageTests
{
    private const string Number = "GE-2026-000001";
    private const string Upload = "/office/payments/statements";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_clerk_books_a_statement_and_reads_what_became_of_each_entry(DatabaseKind kind)
    {
        await using var town = await PaymentTown.StartAsync(kind);
        await town.OpenAsync(Number);
        var clerk = await StaffBrowser.SignInAsync(town);
        var file = new StatementFile("Auszug 7", 0, new FileEntry(3000, CreditorReference.Of(Number).Text), new FileEntry(500, Words: "für <Parken>"));

        Assert.Contains("1 offene Forderung", (await clerk.OpenAsync("/office/payments")).Html, StringComparison.Ordinal);
        var sent = await clerk.UploadAsync(Upload, "statement", file.Xml);
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        var result = await clerk.OpenAsync(sent.Onwards!);

        Assert.All(["Auszug 7", "35,00 €", Number, "ungeklärt", "Erika Beispiel"], words => Assert.Contains(words, result.Html, StringComparison.Ordinal));
        var overview = await clerk.OpenAsync("/office/payments");
        Assert.All(
            ["0 offene Forderungen", "1 ungeklärter Umsatz", "data-account=\"Bank\" data-cents=\"3500\"", "data-account=\"sum\" data-cents=\"0\""],
            words => Assert.Contains(words, overview.Html, StringComparison.Ordinal));

        var again = await clerk.UploadAsync(Upload, "statement", file.Xml);
        Assert.Contains("Dieser Kontoauszug war schon gebucht", (await clerk.OpenAsync(again.Onwards!)).Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_clerk_assigns_an_unassigned_movement_by_reference_and_books_the_rest_out(DatabaseKind kind)
    {
        await using var town = await PaymentTown.StartAsync(kind);
        await town.OpenAsync(Number);
        var clerk = await StaffBrowser.SignInAsync(town);
        await clerk.OpenAsync("/office/payments");
        await clerk.UploadAsync(Upload, "statement", new StatementFile("1", 0, new FileEntry(3500, Words: $"Bewohnerparken {Number}")).Xml);

        var list = await clerk.OpenAsync("/office/payments/unassigned");
        Assert.Contains($"value=\"{Number}\"", list.Html, StringComparison.Ordinal);
        var movement = await town.ReadAsync(database => database.Movements.Select(row => row.Id).SingleAsync(Cancellation));
        Assert.Contains("amount-unreadable", (await clerk.SendAsync($"/office/payments/movements/{movement}/assignment", ("reference", Number), ("euros", "dreißig"))).Html, StringComparison.Ordinal);
        Assert.Equal("/office/payments/unassigned", (await clerk.SendAsync($"/office/payments/movements/{movement}/assignment", ("reference", Number), ("euros", "30,00"))).Onwards);
        Assert.Contains("5,00 €", (await clerk.OpenAsync("/office/payments/unassigned")).Html, StringComparison.Ordinal);
        await clerk.SendAsync($"/office/payments/movements/{movement}/outside");
        Assert.Contains("Alles geklärt", (await clerk.OpenAsync("/office/payments/unassigned")).Html, StringComparison.Ordinal);

        Assert.Equal(ReceivableState.Paid, (await town.StandingAsync(Number)).State);
        var receivable = await town.ReadAsync(database => database.Receivables.Select(row => row.Id).SingleAsync(Cancellation));
        var story = await clerk.OpenAsync($"/office/payments/receivables/{receivable}");
        Assert.All(["Gebühr festgesetzt", "Zahlung", "data-state=\"Paid\""], words => Assert.Contains(words, story.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_booked_is_refused_in_words_and_changes_nothing()
    {
        await using var town = await PaymentTown.StartAsync(DatabaseKind.Sqlite);
        await town.OpenAsync(Number);
        var clerk = await StaffBrowser.SignInAsync(town);
        await clerk.OpenAsync("/office/payments");
        var good = new StatementFile("1", 0, new FileEntry(3000, CreditorReference.Of(Number).Text));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "urn:modellstadt:payments:file-missing"), await UploadAsync(clerk, null));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "urn:modellstadt:payments:statement-unreadable"), await UploadAsync(clerk, "no xml"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "urn:modellstadt:payments:statement-does-not-add-up"), await UploadAsync(clerk, (good with { Closing = 1 }).Xml));
        Assert.Equal(1, await town.ReadAsync(database => database.Entries.CountAsync(Cancellation)));
        Assert.Equal(HttpStatusCode.SeeOther, (await clerk.UploadAsync(Upload, "statement", good.Xml)).Status);
    }

    [Fact]
    public async Task Only_a_clerk_with_the_form_of_the_page_sees_and_books()
    {
        await using var town = await PaymentTown.StartAsync(DatabaseKind.Sqlite);
        await town.OpenAsync(Number);
        var good = new StatementFile("1", 0, new FileEntry(3000, CreditorReference.Of(Number).Text)).Xml;
        var warden = await StaffBrowser.SignInAsync(town, "Verkehrsüberwachung");

        Assert.Contains("/sign-in", (await StaffBrowser.Of(town).OpenAsync("/office/payments")).Onwards, StringComparison.Ordinal);
        Assert.Contains("/sign-in/other-role", (await warden.OpenAsync("/office/payments")).Onwards, StringComparison.Ordinal);
        Assert.Contains("/sign-in/other-role", (await warden.UploadAsync(Upload, "statement", good)).Onwards, StringComparison.Ordinal);
        var clerk = await StaffBrowser.SignInAsync(town);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.UploadAsync(Upload, "statement", good)).Status);
        Assert.Equal(ReceivableState.Open, (await town.StandingAsync(Number)).State);

        await clerk.OpenAsync("/office/payments");
        Assert.Equal(HttpStatusCode.SeeOther, (await clerk.UploadAsync(Upload, "statement", good)).Status);
    }

    [Theory]
    [InlineData("", "GE-2026-000001")]
    [InlineData("ge 2026 000001", "GE-2026-000001")]
    [InlineData("Erika", "GE-2026-000001")]
    [InlineData("unbekannt", "Keine Forderung")]
    public async Task Receivables_are_found_by_reference_and_name(string search, string shown)
    {
        await using var town = await PaymentTown.StartAsync(DatabaseKind.Sqlite);
        await town.OpenAsync(Number);
        var clerk = await StaffBrowser.SignInAsync(town);
        Assert.Contains(shown, (await clerk.OpenAsync($"/office/payments/receivables?search={Uri.EscapeDataString(search)}")).Html, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode, string)> UploadAsync(StaffBrowser clerk, string? file)
    {
        var answer = await clerk.UploadAsync(Upload, "statement", file);
        return (answer.Status, answer.Html);
    }
}
