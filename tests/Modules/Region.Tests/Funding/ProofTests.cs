using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Texts;
using Modellstadt.Messages;
using Modellstadt.Region.Funding.Proof;
using Modellstadt.Region.Funding;
using Modellstadt.Testing;
using UglyToad.PdfPig;

namespace Modellstadt.Region.Tests.Funding;

/// <summary>The proof of use: the structure that ANBest-G asks for, and the ledger's own figures in both files.</summary>
public sealed class ProofTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_table_holds_receipts_and_expenditure_planned_beside_settled()
    {
        await using var town = await FundingTown.StartAsync(DatabaseKind.Sqlite);
        var clerk = await StaffBrowser.SignInAsync(town);
        var notice = await SpendAsync(town);

        var (status, type, content) = await clerk.FetchAsync($"/office/funding/{notice.Id}/proof.xlsx");
        var book = WorkbookReader.Open(content);

        Assert.Equal((HttpStatusCode.OK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (status, type));
        Assert.Equal(["II. Zahlenmäßiger Nachweis", "I. Sachbericht", "Buchungen"], book.Names);
        // Planned with its share, settled with its share: shares in hundredths of a percent.
        Assert.Equal([180_000, 1800, 23_450, 1900], book.Cents(0, "Eigenanteil"));
        Assert.Equal([100_000, 1000, 10_000, 810], book.Cents(0, "Leistungen Dritter (ohne öffentliche Förderung)"));
        Assert.Equal([720_000, 7200, 90_000, 7290], book.Cents(0, "Zuwendung des Landes"));
        Assert.Equal([1_000_000, 10_000, 123_450, 10_000], book.Cents(0, "Insgesamt"));
        Assert.Equal([400_000, 400_000, 123_450, 112_500], book.Cents(0, "Aufträge an Dritte"));
        Assert.Equal([600_000, 500_000, 0, 0], book.Cents(0, "Personal"));
        Assert.Equal([-73_450], book.Cents(0, "Einnahmen weniger Ausgaben"));
        Assert.Equal([50_000], book.Cents(0, "Von der Zuwendung noch zu erhalten"));
        Assert.Equal([0], book.Cents(0, "Von der Zuwendung zurückzuzahlen"));
        Assert.Contains(book.Sheets[0], row => row is [string head, ..] && head.Contains("DEMO", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_people_typed_is_text_in_the_table_and_never_a_formula()
    {
        await using var town = await FundingTown.StartAsync(DatabaseKind.Sqlite);
        var clerk = await StaffBrowser.SignInAsync(town);
        var notice = await town.EnterAsync();
        await town.BookAsync(notice.Id, Payments.Spent("1", 1000, "=1+1") with { Party = "=HYPERLINK(\"http://boese.example\")" });

        var book = WorkbookReader.Open((await clerk.FetchAsync($"/office/funding/{notice.Id}/proof.xlsx")).Content);
        Assert.False(book.HasFormulas);
        Assert.Contains(book.Sheets[2], row => row.Contains("=1+1") && row.Contains("=HYPERLINK(\"http://boese.example\")"));
    }

    [Fact]
    public async Task The_paper_says_the_same_with_the_skeleton_of_the_report()
    {
        await using var town = await FundingTown.StartAsync(DatabaseKind.Sqlite);
        var clerk = await StaffBrowser.SignInAsync(town);
        var notice = await SpendAsync(town);

        var (status, type, content) = await clerk.FetchAsync($"/office/funding/{notice.Id}/proof.pdf");
        using var pdf = PdfDocument.Open(content);
        var text = string.Join(' ', pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));

        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (status, type));
        Assert.All(
            [
                "Verwendungsnachweis", "DEMO", "Bezirksregierung DEMO", "34.01-1", "I. Sachbericht", "Erfolg und Auswirkungen: …", "Nachweis des geförderten Personals: …", "M1 Konzept 30.04.2026 06.05.2026",
                "Personal: ausgegeben 0,00 € statt 6.000,00 €.", "Hochschule DEMO: 1.234,50 € von 3.000,00 €", "II. Zahlenmäßiger Nachweis", "1. Einnahmen", "Eigenanteil 1.800,00 18,00 234,50 19,00",
                "Zuwendung des Landes 7.200,00 72,00 900,00 72,90", "Insgesamt 10.000,00 100,00 1.234,50 100,00", "2. Ausgaben", "Insgesamt 10.000,00 9.000,00 1.234,50 1.125,00", "Unterschrift",
            ],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
        using var english = PdfDocument.Open((await clerk.FetchAsync($"/office/funding/{notice.Id}/proof.pdf?lang=en")).Content);
        Assert.Contains("Proof of use", english.GetPage(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_clerk_fetches_a_proof_and_only_of_a_notice_that_exists()
    {
        await using var town = await FundingTown.StartAsync(DatabaseKind.Sqlite);
        var notice = await town.EnterAsync();
        var clerk = await StaffBrowser.SignInAsync(town);
        foreach (var kind in new[] { "xlsx", "pdf" })
        {
            Assert.Contains("/sign-in", (await StaffBrowser.Of(town).OpenAsync($"/office/funding/{notice.Id}/proof.{kind}")).Onwards, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await clerk.FetchAsync($"/office/funding/{Guid.Empty}/proof.{kind}")).Status);
            Assert.Equal(HttpStatusCode.OK, (await clerk.FetchAsync($"/office/funding/{notice.Id}/proof.{kind}")).Status);
        }
    }

    /// <summary>Called from the property of histories, too: the files say what the ledger says, to the cent.</summary>
    internal static async Task AssertSaysTheLedgerAsync(FundingTown town, NoticeStory story)
    {
        var proof = ProofOfUse.Of(story, town.Services.GetRequiredService<FundingProgrammes>(), Payments.Day.AddMonths(6));
        var (plan, sums, settled) = (proof.Standing.Plan, proof.Standing.Sums, proof.Standing.Settlement);
        using var content = new MemoryStream();
        await ProofWorkbook.WriteAsync(proof, Language.German, content, Cancellation);
        var book = WorkbookReader.Open(content.ToArray());

        var rows = book.Sheets[0].Where(row => row is [string, decimal, ..]).ToList();
        var receipts = rows.SkipWhile(row => (string?)row[0] != "Eigenanteil").Take(4).Select(row => row.OfType<decimal>().Select(euros => (long)(euros * 100)).ToList()).ToList();
        Assert.Equal([plan.OwnShareCents, plan.ThirdPartyCents, plan.GrantCents, plan.CostCents], receipts.Select(row => row[0]));
        Assert.Equal([settled.OwnShareCents, settled.ThirdPartyCents, settled.GrantCents, sums.SpentCents], receipts.Select(row => row[2]));
        var costs = rows.SkipWhile(row => (string?)row[0] != "Eigenanteil").Skip(4).TakeWhile(row => (string?)row[0] != "Eingegangen").Select(row => row.OfType<decimal>().Select(euros => (long)(euros * 100)).ToList()).ToList();
        for (var column = 0; column < 4; column++)
            Assert.Equal(costs[^1][column], costs.SkipLast(1).Sum(row => row[column]));
        Assert.Equal([plan.CostCents, plan.EligibleCents, sums.SpentCents, sums.EligibleCents], costs[^1]);
        Assert.Equal([sums.BalanceCents], book.Cents(0, "Einnahmen weniger Ausgaben"));

        var documents = book.Sheets[2].Skip(1).ToList();
        Assert.Equal(sums.SpentCents, documents.Where(row => Equals(row[1], "Ausgabe")).Sum(row => (long)((decimal)row[6]! * 100)));
        Assert.Equal(sums.ReceivedCents, documents.Where(row => ((string)row[1]!).StartsWith("Eingang", StringComparison.Ordinal)).Sum(row => (long)((decimal)row[6]! * 100)));

        var letter = ProofLetter.Of(proof, Language.German);
        var figures = letter.Blocks.OfType<LetterFigures>().Where(block => block.Columns.Count == 5).ToList();
        Assert.Equal(FundingTexts.For(Language.German).Money(sums.SpentCents), figures[0].Rows[^1].Figures[2] + " €");
        Assert.Equal(FundingTexts.For(Language.German).Money(sums.EligibleCents), figures[1].Rows[^1].Figures[3] + " €");
    }

    /// <summary>Spent 1,234.50 of which 1,125.00 are eligible; 80 % of them are 900.00. Received 400.00 of the grant and 100.00 from a third party.</summary>
    private static async Task<FundingNotice> SpendAsync(FundingTown town)
    {
        var notice = await town.EnterAsync();
        await town.BookAsync(notice.Id, Payments.Spent("1", 123_450, "RE-1") with { EligibleCents = 112_500, Partner = "Hochschule DEMO" });
        await town.BookAsync(notice.Id, Payments.Received("2", FundingSource.Grant, 40_000));
        await town.BookAsync(notice.Id, Payments.Received("3", FundingSource.ThirdParty, 10_000));
        await town.BookAsync(notice.Id, Payments.On("4", FundingEntryKind.MilestoneReached, new DateOnly(2026, 5, 6), "M1"));
        return notice;
    }
}
