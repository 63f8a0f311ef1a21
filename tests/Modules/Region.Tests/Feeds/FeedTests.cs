using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Feeds;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Feeds;

/// <summary>Towns tell each other about their projects.</summary>
public sealed class FeedTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_Aachen_publishes_is_seen_in_Soest_at_the_next_reading_and_withdrawn_everywhere(DatabaseKind kind)
    {
        await using var towns = await FeedTowns.StartAsync(kind);
        await towns.PublishAsync(FeedTowns.Draft("Probe"));
        Assert.Null(await FeedTowns.ShownInAsync(towns.Soest));

        await FeedTowns.ReadAsync(towns.Soest);
        await FeedTowns.ReadAsync(towns.Gelsenkirchen);

        Assert.Equal("Probe", (await FeedTowns.ShownInAsync(towns.Soest))!.Title);
        Assert.Equal(123_45, (await FeedTowns.ShownInAsync(towns.Gelsenkirchen))!.Total!.Value.Cents);
        Assert.Equal("feed/05334002", Assert.Single(await FeedTowns.HistoryInAsync(towns.Soest)).By);

        await towns.PublishAsync(FeedTowns.Draft("Probe, zweite Fassung"));
        await FeedTowns.ReadAsync(towns.Soest);
        Assert.Equal(["Probe, zweite Fassung", "Probe"], (await FeedTowns.HistoryInAsync(towns.Soest)).Select(version => version.Project.Title));

        var withdrawal = await towns.Aachen.Services.GetRequiredService<WithdrawProject>().WithdrawAsync(FeedTowns.Project, "Es war eine Probe", "staff/x", Cancellation);
        Assert.True(withdrawal.Succeeded(out _, out _));
        await towns.PublishAsync();
        foreach (var town in new[] { towns.Soest, towns.Gelsenkirchen })
        {
            await FeedTowns.ReadAsync(town);
            Assert.Null(await FeedTowns.ShownInAsync(town));
            var left = Assert.Single(await FeedTowns.HistoryInAsync(town)).Project;
            Assert.Equal(("Es war eine Probe", ""), (left.Withdrawn!.Reason, left.Summary));
            Assert.Null(left.Total);
        }

        var again = await towns.Aachen.Services.GetRequiredService<RepublishProject>().RepublishAsync(FeedTowns.Project, "Es war doch keine", "staff/x", Cancellation);
        Assert.True(again.Succeeded(out _, out _));
        await towns.PublishAsync();
        foreach (var town in new[] { towns.Soest, towns.Gelsenkirchen })
        {
            await FeedTowns.ReadAsync(town);
            Assert.Equal(("Probe, zweite Fassung", 123_45), ((await FeedTowns.ShownInAsync(town))!.Title, (await FeedTowns.ShownInAsync(town))!.Total!.Value.Cents));
        }
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_feed_tells_each_project_once_and_a_reader_that_knows_all_gets_no_body(DatabaseKind kind)
    {
        await using var towns = await FeedTowns.StartAsync(kind);
        foreach (var title in new[] { "eins", "zwei", "drei" })
            await towns.PublishAsync(FeedTowns.Draft(title));
        await FeedTowns.ReadAsync(towns.Soest);
        var read = await FeedTowns.ReadingOfAsync(towns.Soest);
        towns.Line.Answered.Clear();

        await FeedTowns.ReadAsync(towns.Soest);

        Assert.Equal([HttpStatusCode.NotModified], towns.Line.Answered);
        Assert.Equal(read, await FeedTowns.ReadingOfAsync(towns.Soest));
        Assert.Single(await FeedTowns.HistoryInAsync(towns.Soest));
        await using var database = await FeedTowns.DatabaseOf(towns.Aachen);
        Assert.Equal(1, await database.FeedEntries.CountAsync(entry => entry.Subject == FeedTowns.Project, Cancellation));
    }

    [Fact]
    public async Task More_than_a_page_comes_in_one_reading()
    {
        await using var towns = await FeedTowns.StartAsync();
        await using (var database = await FeedTowns.DatabaseOf(towns.Aachen))
        {
            database.Projects.AddRange(Enumerable.Range(1, 250).Select(number => FeedTowns.Draft($"Nummer {number}") with { Id = $"probe-{number}" })
                .Select(project => new Storage.ProjectRow { Id = project.Id, Town = FeedTowns.AachenAgs, Version = 1, ChangedAt = towns.Aachen.Time.Now, Content = project.Write() }));
            await database.SaveChangesAsync(Cancellation);
        }

        await towns.PublishAsync();
        await FeedTowns.ReadAsync(towns.Soest);

        await using var soest = await FeedTowns.DatabaseOf(towns.Soest);
        Assert.Equal(250, await soest.Projects.CountAsync(project => project.Id.StartsWith("probe-"), Cancellation));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Two_processes_that_read_at_once_take_everything_over_once(DatabaseKind kind)
    {
        await using var towns = await FeedTowns.StartAsync(kind);
        await towns.PublishAsync(FeedTowns.Draft("Probe"));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => FeedTowns.ReadAsync(towns.Soest)));
        await FeedTowns.ReadAsync(towns.Soest);

        Assert.Single(await FeedTowns.HistoryInAsync(towns.Soest));
        Assert.Null((await FeedTowns.ReadingOfAsync(towns.Soest)).Failure);
    }

    [Fact]
    public async Task A_town_that_does_not_answer_keeps_nobody_from_the_others_and_loses_nothing()
    {
        await using var towns = await FeedTowns.StartAsync();
        await towns.PublishAsync(FeedTowns.Draft("Probe"));
        await towns.Soest.RestartAsync(
            ("Region:Feeds:1:Town", FeedTowns.AachenAgs), ("Region:Feeds:1:Url", "https://aachen.example"), ("Region:Feeds:1:Key", towns.Aachen.Services.GetRequiredService<FeedKey>().Thumbprint),
            ("Region:Feeds:0:Town", "05124000"), ("Region:Feeds:0:Url", "https://silent.example"));

        await FeedTowns.ReadAsync(towns.Soest);

        Assert.NotNull(await FeedTowns.ShownInAsync(towns.Soest));
        await using var database = await FeedTowns.DatabaseOf(towns.Soest);
        Assert.Equal(nameof(FeedFailure.Unreachable), (await database.Feeds.SingleAsync(feed => feed.Town == "05124000", Cancellation)).Failure);
    }

    [Theory]
    [InlineData("Town", "Aachen")]
    [InlineData("Url", "http://aachen.example")]
    [InlineData("Url", "https://somebody@aachen.example")]
    [InlineData("Key", "short")]
    public async Task A_feed_that_cannot_be_read_so_keeps_the_town_from_starting(string setting, string value)
    {
        await using var towns = await FeedTowns.StartAsync();

        await Assert.ThrowsAsync<OptionsValidationException>(() => towns.Soest.RestartAsync(($"Region:Feeds:0:{setting}", value)));
    }

    [Fact]
    public async Task A_number_below_nothing_is_refused()
    {
        await using var towns = await FeedTowns.StartAsync();
        using var client = towns.Aachen.Client();

        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync(new Uri("/region/feed?after=-1", UriKind.Relative), Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/region/feed", UriKind.Relative), Cancellation)).StatusCode);
    }
}
