using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Office;
using Modellstadt.Region.Projects;
using Modellstadt.Region.Tests.Feeds;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Office;

/// <summary>A clerk enters a project and is told, while writing, what other towns have.</summary>
public sealed class NewProjectTests
{
    private const string Id = "05513000-laternen-die-leise-dimmen";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_clerk_enters_a_project_once_and_everybody_sees_it_with_its_sources(DatabaseKind kind)
    {
        await using var town = await RegionTown.StartAsync(kind);
        var clerk = await StaffBrowser.SignInAsync(town);
        Assert.Contains(NewProjectPage.Address, (await clerk.OpenAsync(ProjectListPage.Address)).Html, StringComparison.Ordinal);
        var form = await FilledAsync(clerk);

        var created = await SendAsync(clerk, form);
        var again = await SendAsync(clerk, form);

        Assert.All([created, again], page => Assert.EndsWith($"/showroom/projects/{Id}", page.Onwards, StringComparison.Ordinal));
        var entered = Assert.Single(await HistoryAsync(town, Id));
        Assert.Equal((1, "Ratsbeschluss liegt vor"), (entered.Number, entered.Reason));
        Assert.Equal(new Figure<PartialDate>(PartialDate.Read("2027-03")!.Value, "Ratsbeschluss vom 1. Oktober 2026", Confidence.High), entered.Project.Start);
        Assert.Equal("strassenbeleuchtung", entered.Project.Topic);
        Assert.Equal([new("Aachen", "05334002"), new ProjectTown("Kleinstadt", null)], entered.Project.Partners);
        Assert.Equal(new ProjectDocument("Leitfaden", "https://www.example.org/leitfaden.pdf", "CC-BY-4.0"), Assert.Single(entered.Project.Documents));
        Assert.Equal($"http://localhost:5080/showroom/projects/{Id}", entered.Project.Source);
        var shown = (await StaffBrowser.Of(town).OpenAsync($"/showroom/projects/{Id}")).Html;
        Assert.All(["Laternen, die leise dimmen", "Bauplan der Steuerung", "https://www.example.org/leitfaden.pdf", "CC-BY-4.0", "Stadtwerke"], words => Assert.Contains(words, shown, StringComparison.Ordinal));
        await using var database = await FeedTowns.DatabaseOf(town);
        Assert.Equal($"project/{Id}", (await database.Audit.SingleAsync(entry => entry.Action == "project-created", Cancellation)).Subject);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_form_that_is_sent_many_times_at_once_enters_one_project_and_two_forms_with_one_title_two(DatabaseKind kind)
    {
        await using var town = await RegionTown.StartAsync(kind);
        var clerk = await StaffBrowser.SignInAsync(town);
        var form = await FilledAsync(clerk);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SendAsync(clerk, form)));
        var other = await SendAsync(clerk, await FilledAsync(clerk));
        var reused = await SendAsync(clerk, new(form) { ["title"] = "Ganz anderer Titel" });

        Assert.All(answers, answer => Assert.EndsWith(Id, answer.Onwards, StringComparison.Ordinal));
        Assert.EndsWith(Id + "-2", other.Onwards, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reused.Status);
        Assert.Equal(2, (await town.Services.GetRequiredService<ReadProjects>().AllAsync(Cancellation)).Count(project => project.Id.StartsWith("05513000-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_missing_or_cannot_be_meant_so_is_refused_and_what_was_typed_stays()
    {
        (string Field, string Text, string Refusal)[] mistakes =
        [
            ("title", "", "project-field-unusable"),
            ("summary", " ", "project-field-unusable"),
            ("topic", "", "project-field-unusable"),
            ("source", "", "figure-needs-source"),
            ("reason", "neu", "change-needs-reason"),
            ("start", "bald", "project-field-unusable"),
            ("end", "2026", "ends-before-start"),
            ("state_share", "9000", "share-above-total"),
            ("documents", "Leitfaden; http://www.example.org/leitfaden.pdf; CC-BY-4.0", "project-field-unusable"),
            ("documents", "Leitfaden; https://www.example.org/leitfaden.pdf; frei", "project-field-unusable"),
            ("documents", "Leitfaden; javascript:alert(1); CC-BY-4.0", "project-field-unusable"),
            ("key", "", "new-project-form-unusable"),
        ];
        await using var town = await RegionTown.StartAsync();
        var clerk = await StaffBrowser.SignInAsync(town);
        var form = await FilledAsync(clerk);
        foreach (var (field, text, refusal) in mistakes)
        {
            var refused = await SendAsync(clerk, new(form) { [field] = text });

            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(refusal, refused.Html, StringComparison.Ordinal);
            Assert.Equal((text, form["contact_role"]), (refused.Form[field], refused.Form["contact_role"]));
            Assert.Empty(await HistoryAsync(town, Id));
        }

        Assert.EndsWith(Id, (await SendAsync(clerk, form)).Onwards, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_writer_sees_the_project_of_another_town_with_the_reason_whom_to_call_and_what_to_take_over()
    {
        await using var town = await RegionTown.StartAsync();
        var clerk = await StaffBrowser.SignInAsync(town);
        var form = await FilledAsync(clerk, Duplicate);

        var piece = await clerk.SendBackAsync(AnswerComparison.Address, form);
        var page = await SendAsync(clerk, new(form) { ["wish"] = "compare" });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (piece.Status, page.Status));
        foreach (var html in (string[])[piece.Html, page.Html])
        {
            Assert.All(["data-project=\"zeonline\"", "data-strong", "Gemeinsame Wörter: ", "Passt zum Thema: ", "Paderborn", "sehr wahrscheinlich dasselbe"], words => Assert.Contains(words, html, StringComparison.Ordinal));
            Assert.InRange(html.Split("<article").Length - 1, 1, 5);
        }

        Assert.DoesNotContain("<html", piece.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(form["summary"], page.Form["summary"]);
        Assert.DoesNotContain(await town.Services.GetRequiredService<ReadProjects>().AllAsync(Cancellation), project => project.Id.StartsWith("05513000-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_strong_warning_wants_a_sentence_which_is_kept_with_the_project()
    {
        await using var town = await RegionTown.StartAsync();
        var clerk = await StaffBrowser.SignInAsync(town);
        var form = await FilledAsync(clerk, Duplicate);

        var unanswered = await SendAsync(clerk, form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unanswered.Status);
        Assert.Contains("duplicate-unanswered", unanswered.Html, StringComparison.Ordinal);
        var short1 = await SendAsync(clerk, new(form) { ["answer-zeonline"] = "different", ["because-zeonline"] = "so" });
        Assert.Contains("duplicate-unanswered", short1.Html, StringComparison.Ordinal);
        Assert.Equal(("different", "so"), (short1.Form["answer-zeonline"], short1.Form["because-zeonline"]));

        var saved = await SendAsync(clerk, new(form) { ["answer-zeonline"] = "take-over", ["because-zeonline"] = "Wir nehmen die Oberfläche von dort", ["answer-no-such-project"] = "different", ["because-no-such-project"] = "Gibt es gar nicht" });

        var id = saved.Onwards![(saved.Onwards!.LastIndexOf('/') + 1)..];
        var known = Assert.Single((await HistoryAsync(town, id))[0].Project.Known);
        Assert.Equal(("zeonline", "Paderborn", DuplicateAnswer.TakeOver, "Wir nehmen die Oberfläche von dort"), (known.Id, known.Town, known.Answer, known.Reason));
        Assert.Contains("Wir nehmen die Oberfläche von dort", (await StaffBrowser.Of(town).OpenAsync($"/showroom/projects/{id}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_clerks_with_the_form_of_the_page_compares_or_enters()
    {
        await using var town = await RegionTown.StartAsync();
        var clerk = await StaffBrowser.SignInAsync(town);
        var form = await FilledAsync(clerk);
        var (stranger, warden) = (StaffBrowser.Of(town), await StaffBrowser.SignInAsync(town, "Verkehrsüberwachung"));
        await warden.OpenAsync("/sign-in");

        Assert.All(
            [await SendAsync(stranger, form), await SendAsync(warden, form), await stranger.SendBackAsync(AnswerComparison.Address, form), await warden.SendBackAsync(AnswerComparison.Address, form)],
            page => Assert.DoesNotContain("data-project", page.Html, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, (await (await StaffBrowser.SignInAsync(town)).SendBackAsync(AnswerComparison.Address, form)).Status);
        Assert.Empty(await HistoryAsync(town, Id));
        Assert.EndsWith(Id, (await SendAsync(clerk, form)).Onwards, StringComparison.Ordinal);
    }

    /// <summary>Paderborn's project in other words.</summary>
    private static readonly (string, string)[] Duplicate =
        [("title", "Online-Erhebungsbogen für Immobilienkäufe"), ("summary", "Ein Online-Bogen für Gutachterausschüsse im Land erhebt Immobilienkäufe einheitlich."), ("topic", "Immobilienmarkt")];

    private static async Task<Dictionary<string, string>> FilledAsync(StaffBrowser clerk, params (string Field, string Text)[] others)
    {
        var form = new Dictionary<string, string>((await clerk.OpenAsync(NewProjectPage.Address)).Form)
        {
            ["title"] = "Laternen, die leise dimmen",
            ["summary"] = "Straßenlaternen leuchten nach Bedarf.\nNachts dimmen sie.",
            ["topic"] = "strassenbeleuchtung",
            ["partners"] = "Aachen\r\nKleinstadt",
            ["recipients"] = "Stadtwerke",
            ["start"] = "2027-03",
            ["total"] = "8000",
            ["transferable_result"] = "Bauplan der Steuerung",
            ["documents"] = "Leitfaden; https://www.example.org/leitfaden.pdf; cc-by-4.0",
            ["contact_role"] = "Projektleitung",
            ["source"] = "Ratsbeschluss vom 1. Oktober 2026",
            ["reason"] = "Ratsbeschluss liegt vor",
        };
        foreach (var (field, text) in others)
            form[field] = text;
        return form;
    }

    private static Task<StaffPage> SendAsync(StaffBrowser browser, Dictionary<string, string> form) => browser.SendBackAsync(NewProjectPage.Address, new(form) { ["_handler"] = "new-project" });

    private static Task<IReadOnlyList<ProjectVersion>> HistoryAsync(RegionTown town, string id) => town.Services.GetRequiredService<ReadProjects>().HistoryAsync(id, Cancellation);
}
