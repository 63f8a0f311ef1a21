using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Region.Feeds;
using Modellstadt.Region.Reuse;
using Modellstadt.Region.Reuse.Questions;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Reuse;

/// <summary>Towns ask and answer each other before everybody's eyes.</summary>
public sealed class QuestionTests
{
    private const string Story = $"/office/region/reuse/{ReuseTowns.Project}/{ReuseTowns.SoestAgs}";
    private const string Words = "Läuft das auch ohne <b>eigenen</b> Server?\n<script>alert(1)</script>";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_question_goes_to_the_lead_town_and_question_and_answer_stand_everywhere_as_text(DatabaseKind kind)
    {
        await using var towns = await ReuseTowns.StartAsync(kind);
        var soest = await StaffBrowser.SignInAsync(towns.Soest, "Projektbüro");
        var key = AskKey((await soest.OpenAsync(Story)).Html);
        foreach (var _ in Enumerable.Range(0, 2))
            Assert.Equal(HttpStatusCode.SeeOther, (await soest.SendAsync(QuestionForms.Ask, ("project", ReuseTowns.Project), ("question_key", key), ("words", Words))).Status);
        await towns.ExchangeAsync();

        var aachen = await StaffBrowser.SignInAsync(towns.Aachen, "Projektbüro");
        var id = $"{ReuseTowns.SoestAgs}-{key}";
        Assert.Contains($"data-question=\"{id}\"", (await aachen.OpenAsync("/office/region/reuse")).Html, StringComparison.Ordinal);
        foreach (var _ in Enumerable.Range(0, 2))
            Assert.Equal(HttpStatusCode.SeeOther, (await aachen.SendAsync(QuestionForms.Answer, ("question", id), ("words", "Ja, im <i>Rechenzentrum</i>."))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await aachen.SendAsync(QuestionForms.Answer, ("question", id), ("words", "Nein, doch nicht."))).Status);
        Assert.DoesNotContain($"data-question=\"{id}\"", (await aachen.OpenAsync("/office/region/reuse")).Html, StringComparison.Ordinal);
        await towns.ExchangeAsync();

        using var visitor = towns.Gelsenkirchen.Client();
        var page = await visitor.GetStringAsync(new Uri($"/showroom/projects/{ReuseTowns.Project}", UriKind.Relative), Cancellation);
        Assert.All(["&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;i&gt;Rechenzentrum&lt;/i&gt;", "data-answer"], words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_not_be_asked_or_answered_is_refused_and_five_questions_may_wait()
    {
        await using var town = await RegionTown.StartAsync();
        var clerk = await StaffBrowser.SignInAsync(town);
        await clerk.OpenAsync($"/office/region/reuse/{ReuseTowns.Project}/{ReuseTowns.GelsenkirchenAgs}");
        Task<StaffPage> AskAsync(string key, string words, string project = ReuseTowns.Project) => clerk.SendAsync(QuestionForms.Ask, ("project", project), ("question_key", key), ("words", words));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AskAsync("kurz-1234", "Wie?")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AskAsync("lang-1234", new string('x', 1_001))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AskAsync("no key", "Wie teuer ist der Betrieb?")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AskAsync("eigen-1234", "Wie teuer ist der Betrieb?", "open-innovation-lab-oil")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("weg-1234", "Wie teuer ist der Betrieb?", "nobody-knows-it")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.SendAsync(QuestionForms.Answer, ("question", "05334002-x"), ("words", "Niemand hat gefragt."))).Status);
        foreach (var number in Enumerable.Range(1, QuestionRules.MostWaiting))
            Assert.Equal(HttpStatusCode.SeeOther, (await AskAsync($"frage-{number}", $"Wie teuer ist der Betrieb im Jahr {number}?")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await AskAsync("frage-6", "Wie teuer ist der Betrieb im Jahr 6?")).Status);

        await using var database = await ReuseTowns.DatabaseOf(town);
        Assert.Equal(QuestionRules.MostWaiting, await database.ReuseQuestions.CountAsync(Cancellation));
        var warden = await StaffBrowser.SignInAsync(town, "Verkehrsüberwachung");
        await warden.OpenAsync("/sign-in");
        Assert.NotEqual(HttpStatusCode.SeeOther, (await warden.SendAsync(QuestionForms.Ask, ("project", ReuseTowns.Project), ("question_key", "warden-1234"), ("words", "Wie teuer ist der Betrieb?"))).Status);
    }

    [Theory]
    [InlineData("honest", null)]
    [InlineData("in another town's name", nameof(FeedFailure.EntryRefused))]
    [InlineData("too long", nameof(FeedFailure.EntryRefused))]
    [InlineData("other words under a known name", nameof(FeedFailure.EntryRefused))]
    [InlineData("more than fifty", nameof(FeedFailure.EntryRefused))]
    [InlineData("answers what another town was asked", null)]
    public async Task A_feed_asks_and_answers_for_its_own_town_within_the_limits(string deed, string? failure)
    {
        await using var towns = await ReuseTowns.StartAsync();
        await using (var soest = await ReuseTowns.DatabaseOf(towns.Soest))
        {
            // What Soest asked Gelsenkirchen is no business of Aachen's.
            soest.ReuseQuestions.Add(new() { Id = $"{ReuseTowns.SoestAgs}-eins", ProjectId = "open-innovation-lab-oil", Giver = ReuseTowns.GelsenkirchenAgs, Asker = ReuseTowns.SoestAgs, AskerName = "Soest", AskedAt = towns.Soest.Time.Now, Words = "Wie teuer ist der Betrieb?" });
            await soest.SaveChangesAsync(Cancellation);
        }

        await towns.ExchangeAsync();
        await ReuseTowns.DeclareAsync(towns.Aachen, ReuseTowns.Draft(ReuseStep.Interest));
        await ReuseTowns.PublishAsync(towns.Aachen);
        towns.Line.Tamper = body => Append(towns, body, [.. Notes(deed)]);
        await ReuseTowns.ReadAsync(towns.Soest);

        Assert.Equal(failure, await ReuseTowns.FailureInAsync(towns.Soest, ReuseTowns.AachenAgs));
        await using var database = await ReuseTowns.DatabaseOf(towns.Soest);
        Assert.Equal(deed is "other words under a known name" or "honest" ? 1 : deed is "more than fifty" ? QuestionRules.MostQuestions : 0, await database.ReuseQuestions.CountAsync(question => question.Asker == ReuseTowns.AachenAgs, Cancellation));
        Assert.Equal(0, await database.ReuseAnswers.CountAsync(Cancellation));
    }

    private static IEnumerable<(string Kind, JsonObject Content)> Notes(string deed)
    {
        JsonObject Question(string id, string words) => new() { ["id"] = id, ["project"] = "zeonline", ["giver"] = "05774032", ["askerName"] = "Aachen", ["words"] = words };
        var honest = Question($"{ReuseTowns.AachenAgs}-eins", "Wie teuer ist der Betrieb?");
        return deed switch
        {
            "in another town's name" => [(AskQuestion.Kind, Question($"{ReuseTowns.SoestAgs}-zwei", "Wie teuer ist der Betrieb?"))],
            "too long" => [(AskQuestion.Kind, Question($"{ReuseTowns.AachenAgs}-eins", new string('x', 1_001)))],
            "other words under a known name" => [(AskQuestion.Kind, honest), (AskQuestion.Kind, Question($"{ReuseTowns.AachenAgs}-eins", "Das wurde nie gefragt."))],
            "more than fifty" => Enumerable.Range(0, QuestionRules.MostQuestions + 1).Select(number => (AskQuestion.Kind, Question($"{ReuseTowns.AachenAgs}-{number}", "Wie teuer ist der Betrieb?"))),
            "answers what another town was asked" => [(AnswerQuestion.Kind, new JsonObject { ["question"] = $"{ReuseTowns.SoestAgs}-eins", ["words"] = "Nicht sehr teuer." })],
            _ => [(AskQuestion.Kind, honest)],
        };
    }

    /// <summary>Aachen's feed, longer by some notes.</summary>
    private static byte[] Append(ReuseTowns towns, byte[] body, IReadOnlyList<(string Kind, JsonObject Content)> notes)
    {
        var page = JsonNode.Parse(body)!.AsObject();
        if (page.Object("key")!.Text("x") != Key(towns.Aachen).PublicKey.X)
            return body;
        var last = page.Integer("last")!.Value;
        page["entries"] = new JsonArray([.. notes.Select((note, index) => (JsonNode)new FeedNote(ReuseTowns.AachenAgs, last + index + 1, note.Kind, towns.Aachen.Time.Now, true, note.Content).Sign(Key(towns.Aachen)))]);
        page["last"] = last + notes.Count;
        return Encoding.UTF8.GetBytes(page.ToJsonString());
    }

    private static SigningKey Key(RegionTown town) => town.Services.GetRequiredService<FeedKey>().Signing;

    private static string AskKey(string html)
    {
        const string field = "name=\"question_key\" value=\"";
        var at = html.IndexOf(field, StringComparison.Ordinal) + field.Length;
        return html[at..html.IndexOf('"', at)];
    }
}
