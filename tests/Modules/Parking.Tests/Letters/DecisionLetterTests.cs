using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Texts;
using Modellstadt.Messages;
using Modellstadt.Parking.Letters;
using Modellstadt.Parking.Storage;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Registers;
using Modellstadt.Testing;
using UglyToad.PdfPig;

namespace Modellstadt.Parking.Tests.Letters;

/// <summary>The decision as a letter: HTML as the original, PDF for paper.</summary>
[Collection(SharedTowns.Name)]
public sealed class DecisionLetterTests(PermitTowns towns)
{
    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task A_granted_permit_comes_with_a_letter_that_says_what_why_how_much_and_what_can_be_done(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var permit = await town.PermitOfAsync(citizen);

        var page = await citizen.Browser.OpenAsync($"{citizen.PagePath}/decision?lang=de");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        string[] said =
        [
            "<article class=\"letter\" lang=\"de\">", "Bescheid über Ihren Bewohnerparkausweis", permit.PermitNumber, permit.Plates, permit.Zone, "§ 45 Abs. 1b Satz 1 Nr. 2a", "§ 6a Abs. 5a",
            permit.RuleVersion, "§ 35a VwVfG NRW", "Rechtsbehelfsbelehrung", "innerhalb eines Monats nach Bekanntgabe Klage beim Verwaltungsgericht Gelsenkirchen in Gelsenkirchen", "demo-mark",
            citizen.Person.DisplayName,
        ];
        Assert.All(said, words => Assert.Contains(words, page.Html, StringComparison.Ordinal));
        Assert.DoesNotContain("Widerspruch", page.Html, StringComparison.Ordinal);

        var english = await citizen.Browser.OpenAsync($"{citizen.PagePath}/decision?lang=en");
        Assert.Contains("The German text is the binding one.", english.Html, StringComparison.Ordinal);
        Assert.Contains("<article class=\"letter\" lang=\"en\">", english.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_PDF_says_what_the_page_says_each_time_with_the_same_bytes(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var letter = (await LetterOfAsync(town, citizen.Application))!;
        using var pdf = PdfDocument.Open(LetterPdf.Of(letter));
        var text = string.Join(" ", pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
        Assert.Contains(letter.Reference, text, StringComparison.Ordinal);
        Assert.Contains("Verwaltungsgericht Gelsenkirchen", text, StringComparison.Ordinal);
        Assert.Contains("DEMO", text, StringComparison.Ordinal);
        Assert.Equal(LetterPdf.Of(letter), LetterPdf.Of((await LetterOfAsync(town, citizen.Application))!));
        Assert.Equal(HttpStatusCode.OK, (await citizen.Browser.OpenAsync($"{citizen.PagePath}/decision.pdf")).Status);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_refusal_gets_a_letter_too(DatabaseKind kind)
    {
        var town = await towns.OnAsync(kind);
        var citizen = await town.CitizenAsync(DemoStory.OutsideZones);
        var refused = await citizen.ShowCitizenIdAsync();
        Assert.Contains($"{citizen.PagePath}/decision", refused.Html, StringComparison.Ordinal);

        var page = await citizen.Browser.OpenAsync($"{citizen.PagePath}/decision?lang=de");
        string[] said = ["Ablehnung: Ihren Bewohnerparkausweis", "Wir lehnen Ihren Antrag ab.", "Warum", "Klage beim Verwaltungsgericht Gelsenkirchen", citizen.Person.DisplayName];
        Assert.All(said, words => Assert.Contains(words, page.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_letter_keeps_saying_what_was_decided_when_the_permit_changes_later()
    {
        var town = await towns.OnAsync(DatabaseKind.Sqlite);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var before = (await LetterOfAsync(town, citizen.Application))!;
        await town.ReadAsync(async database =>
        {
            var permit = await database.Permits.SingleAsync(permit => permit.ApplicationId == citizen.Application, Cancellation);
            (permit.Plates, permit.Zone, permit.ValidUntil) = ("GE-ZZ 999", "Z", permit.ValidUntil.AddYears(1));
            return await database.SaveChangesAsync(Cancellation);
        });
        Assert.Equal(LetterPdf.Of(before), LetterPdf.Of((await LetterOfAsync(town, citizen.Application))!));
    }

    [Fact]
    public async Task Only_whom_it_concerns_and_the_office_read_a_decision()
    {
        var town = await towns.OnAsync(DatabaseKind.Sqlite);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        Assert.Equal(HttpStatusCode.OK, (await citizen.Browser.OpenAsync($"{citizen.PagePath}/decision")).Status);
        var stranger = await town.CitizenAsync();
        await stranger.GetPermitAsync();
        foreach (var address in new[] { $"{citizen.PagePath}/decision", $"{citizen.PagePath}/decision.pdf" })
        {
            var answer = await stranger.Browser.OpenAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
            Assert.Contains("urn:modellstadt:parking:decision-not-found", answer.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_application_that_is_not_decided_has_no_letter()
    {
        var town = await towns.OnAsync(DatabaseKind.Sqlite);
        var citizen = await town.CitizenAsync();
        await citizen.ShowCitizenIdAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.Browser.OpenAsync($"{citizen.PagePath}/decision")).Status);
    }

    [Fact]
    public async Task A_decision_of_a_clerk_does_not_say_that_a_program_decided()
    {
        var town = await towns.OnAsync(DatabaseKind.Sqlite);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        await town.ReadAsync(database => database.Decisions.Where(decision => decision.ApplicationId == citizen.Application).ExecuteUpdateAsync(
            row => row.SetProperty(decision => decision.DecidedBy, $"staff/{Guid.Empty}").SetProperty(decision => decision.LegalBasis, (string?)null), Cancellation));
        var words = WordsOf((await LetterOfAsync(town, citizen.Application))!);
        Assert.DoesNotContain("35a", words, StringComparison.Ordinal);
        Assert.Contains("eine Mitarbeiterin oder ein Mitarbeiter", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_remedy_is_not_settled_the_letter_names_none_and_says_whom_to_ask()
    {
        var town = await towns.OnAsync(DatabaseKind.Sqlite);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var file = await FileOfAsync(town, citizen.Application);
        var unknown = RemedyFile.Read(ProductFiles.PathOf("data")).Of("09162000", new DateOnly(2026, 11, 26));
        foreach (var law in new[] { unknown, null })
        {
            var remedy = (LetterRemedy)DecisionLetter.Of(file with { Law = law, Ags = "09162000" }, Language.German).Blocks[^1];
            Assert.Contains("Stadt Gelsenkirchen", remedy.Paragraphs[0], StringComparison.Ordinal);
            Assert.DoesNotContain("Klage", remedy.Paragraphs[0], StringComparison.Ordinal);
            Assert.DoesNotContain("Widerspruch", remedy.Paragraphs[0], StringComparison.Ordinal);
        }

        var objection = RemedyFile.Read(ProductFiles.PathOf("data")).Of("07211000", new DateOnly(2026, 11, 26));
        var kept = (LetterRemedy)DecisionLetter.Of(file with { Law = objection, Ags = "07211000" }, Language.German).Blocks[^1];
        Assert.Contains("innerhalb eines Monats nach Bekanntgabe Widerspruch erheben: Stadt Gelsenkirchen", kept.Paragraphs[0], StringComparison.Ordinal);
    }

    private static Task<Letter?> LetterOfAsync(PermitTown town, Guid application) =>
        town.ReadAsync(database => town.Services.GetRequiredService<DecisionLetters>().OfAsync(database, application, Language.German, Cancellation));

    private static Task<DecisionFile> FileOfAsync(PermitTown town, Guid application) => town.ReadAsync(async (ParkingDb database) => new DecisionFile(
        await database.Decisions.AsNoTracking().SingleAsync(decision => decision.ApplicationId == application, Cancellation), null, null, null, null, null,
        OfficeSender.Of(new LetterOptions(), town.Town, Language.German), "05513000", Demo: true));

    private static string WordsOf(Letter letter) => string.Join(" ", letter.Blocks.OfType<LetterParagraph>().Select(paragraph => paragraph.Text));
}
