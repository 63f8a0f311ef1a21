using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Indicators.Satisfaction;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Indicators;

/// <summary>One optional question at the end of a service.</summary>
public sealed partial class SatisfactionTests
{
    private static readonly Guid Case = new("6f1c2f5e-0a52-4b60-8d53-2f3f8f1f0a11");
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task One_click_counts_once_and_leads_back_and_a_second_one_changes_nothing(DatabaseKind kind)
    {
        await using var town = await IndicatorTown.StartAsync(kind);
        var browser = StaffBrowser.Of(town);
        var page = await browser.OpenAsync($"/case/{Case}");
        var ticket = TicketIn(page);
        Assert.Equal(5, page.Html.Split("name=\"step\"").Length - 1);

        var answered = await browser.SendAsync("/satisfaction", ("ticket", ticket), ("step", "4"));
        Assert.Equal((HttpStatusCode.SeeOther, $"/case/{Case}"), (answered.Status, answered.Onwards));
        Assert.Equal([(Today, 4, 1)], await town.AnswersAsync());

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync("/satisfaction", ("ticket", ticket), ("step", "1"))).Status);
        Assert.Equal([(Today, 4, 1)], await town.AnswersAsync());
        var thanks = await browser.OpenAsync($"/case/{Case}");
        Assert.Contains("Danke für Ihre Antwort", thanks.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", thanks.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Clicks_at_the_same_time_count_once_for_a_case_and_all_of_different_cases(DatabaseKind kind)
    {
        await using var town = await IndicatorTown.StartAsync(kind);
        var (tickets, answer) = (town.Services.GetRequiredService<SatisfactionTickets>(), town.Services.GetRequiredService<AnswerSatisfaction>());
        var cases = Enumerable.Range(1, 6).Select(number => new Guid(number, 0, 0, new byte[8])).ToList();

        await Task.WhenAll(cases.SelectMany(each => Enumerable.Range(1, 4).Select(_ => answer.ExecuteAsync(tickets.Make(town.Service.Id, each, "/"), "5", Cancellation))));

        Assert.Equal([(Today, 5, 6)], await town.AnswersAsync());
    }

    [Fact]
    public async Task Only_the_page_of_a_case_lets_somebody_answer_with_one_of_five_for_a_day()
    {
        await using var town = await IndicatorTown.StartAsync(settings: ("Region:AnswersPerMinute", "100"));
        await using var elsewhere = await IndicatorTown.StartAsync();
        var browser = StaffBrowser.Of(town);
        var foreign = TicketIn(await StaffBrowser.Of(elsewhere).OpenAsync($"/case/{Case}"));
        var ticket = TicketIn(await browser.OpenAsync($"/case/{Case}"));
        var over = new QuestionOver().Type;

        foreach (var forged in new[] { ticket[..^10] + (ticket[^10] == 'A' ? 'B' : 'A') + ticket[^9..], foreign, "" })
            Assert.Equal(over, (await browser.SendAsync("/satisfaction", ("ticket", forged), ("step", "3"))).Html);
        foreach (var step in new[] { "0", "6", "-1", "", "gut" })
            Assert.Equal(new NotAnAnswer().Type, (await browser.SendAsync("/satisfaction", ("ticket", ticket), ("step", step))).Html);
        town.Time.Now += TimeSpan.FromDays(1);
        Assert.Equal(over, (await browser.SendAsync("/satisfaction", ("ticket", ticket), ("step", "3"))).Html);
        Assert.Empty(await town.AnswersAsync());

        town.Time.Now -= TimeSpan.FromMinutes(1);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync("/satisfaction", ("ticket", ticket), ("step", "3"))).Status);
        Assert.Equal(1, (await town.AnswersAsync()).Sum(each => each.Count));
    }

    [Fact]
    public async Task A_flood_from_one_network_is_stopped_and_stores_nothing_more()
    {
        await using var town = await IndicatorTown.StartAsync(settings: ("Region:AnswersPerMinute", "3"));
        var browser = StaffBrowser.Of(town);
        var answers = new List<HttpStatusCode>();
        for (var number = 1; number <= 5; number++)
            answers.Add((await browser.SendAsync("/satisfaction", ("ticket", TicketIn(await browser.OpenAsync($"/case/{new Guid(number, 0, 0, new byte[8])}"))), ("step", "1"))).Status);

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], answers);
        Assert.Equal(3, (await town.AnswersAsync()).Sum(each => each.Count));
    }

    [Fact]
    public async Task A_form_of_another_site_counts_nothing()
    {
        await using var town = await IndicatorTown.StartAsync();
        var ticket = TicketIn(await StaffBrowser.Of(town).OpenAsync($"/case/{Case}"));
        using var stranger = town.Client();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("ticket", ticket), KeyValuePair.Create("step", "1")]);

        Assert.Equal(HttpStatusCode.BadRequest, (await stranger.PostAsync(new Uri("/satisfaction", UriKind.Relative), form, Cancellation)).StatusCode);
        Assert.Empty(await town.AnswersAsync());
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task That_a_case_has_answered_keeps_no_day_and_is_forgotten_and_the_counts_stay(DatabaseKind kind)
    {
        await using var town = await IndicatorTown.StartAsync(kind);
        var ticket = town.Services.GetRequiredService<SatisfactionTickets>().Make(town.Service.Id, Case, "/");
        await town.Services.GetRequiredService<AnswerSatisfaction>().ExecuteAsync(ticket, "2", Cancellation);
        await using var database = await town.DatabaseAsync();
        Assert.Equal(new DateOnly(2026, 11, 1), (await database.SatisfactionMarks.AsNoTracking().SingleAsync(Cancellation)).Month);

        var forget = town.Services.GetServices<IRetainedRecords>().Single(records => records.Rule.Name == "satisfaction-marks");
        Assert.Equal(0, await forget.DeleteAsync(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero), Cancellation));
        Assert.Equal(1, await forget.DeleteAsync(new DateTimeOffset(2026, 12, 2, 12, 0, 0, TimeSpan.Zero), Cancellation));
        Assert.Equal([(Today, 2, 1)], await town.AnswersAsync());
    }

    [Fact]
    public async Task Five_answers_stand_on_the_page_with_their_share()
    {
        await using var town = await IndicatorTown.StartAsync();
        town.Service.Cases = StandingService.Some(20);
        var (tickets, answer) = (town.Services.GetRequiredService<SatisfactionTickets>(), town.Services.GetRequiredService<AnswerSatisfaction>());
        foreach (var (step, number) in new[] { "5", "5", "4", "5", "2" }.Zip(Enumerable.Range(1, 5)))
            await answer.ExecuteAsync(tickets.Make(town.Service.Id, new Guid(number, 0, 0, new byte[8]), "/"), step, Cancellation);

        var page = await StaffBrowser.Of(town).OpenAsync("/showroom/indicators");

        Assert.Contains("<strong>4,2</strong>", page.Html, StringComparison.Ordinal);
        Assert.Contains("5 Antworten, nach 25 von 100 Entscheidungen", page.Html, StringComparison.Ordinal);
    }

    private static string TicketIn(StaffPage page) => Ticket().Match(page.Html).Groups[1].Value;

    [GeneratedRegex("name=\"ticket\" value=\"([^\"]+)\"")]
    private static partial Regex Ticket();
}
