using System.Net;
using Modellstadt.Region.Feeds;

namespace Modellstadt.Region.Tests.Feeds;

/// <summary>A feed that cannot be read is asked less and less often.</summary>
public sealed class FeedRestTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task A_feed_that_fails_twice_rests_and_is_read_again_afterwards_from_where_it_stopped()
    {
        await using var towns = await FeedTowns.StartAsync();
        await towns.PublishAsync(FeedTowns.Draft("eins"));
        await FeedTowns.ReadAsync(towns.Soest);
        await towns.PublishAsync(FeedTowns.Draft("zwei"));
        towns.Line.Tamper = _ => "<html></html>"u8.ToArray();
        await FeedTowns.ReadAsync(towns.Soest);
        await FeedTowns.ReadAsync(towns.Soest);
        Assert.Equal(nameof(FeedFailure.Unreadable), (await FeedTowns.ReadingOfAsync(towns.Soest)).Failure);
        towns.Line.Tamper = null;
        towns.Line.Answered.Clear();

        await FeedTowns.ReadAsync(towns.Soest);
        Assert.Empty(towns.Line.Answered);

        towns.Soest.Time.Now += TimeSpan.FromMinutes(31);
        await FeedTowns.ReadAsync(towns.Soest);
        Assert.Equal([HttpStatusCode.OK], towns.Line.Answered);
        Assert.Equal("zwei", (await FeedTowns.ShownInAsync(towns.Soest))!.Title);
        Assert.Null((await FeedTowns.ReadingOfAsync(towns.Soest)).Failure);

        await FeedTowns.ReadAsync(towns.Soest);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotModified], towns.Line.Answered);
    }

    [Theory]
    [InlineData(2, 15, 30)]
    [InlineData(3, 30, 60)]
    [InlineData(6, 240, 480)]
    [InlineData(7, 480, 960)]
    [InlineData(12, 720, 1_440)]
    [InlineData(1_000_000, 720, 1_440)]
    public void The_rest_doubles_up_to_a_day_and_is_shared_out_among_the_readers(int failures, int shortest, int longest)
    {
        var rests = Enumerable.Range(0, 200).Select(reader => (FeedRest.Until(failures, Every, $"{reader:00000000}", FeedTowns.AachenAgs, Now)!.Value - Now).TotalMinutes).ToList();

        Assert.All(rests, minutes => Assert.InRange(minutes, shortest, longest));
        Assert.True(rests.Max() - rests.Min() > (longest - shortest) * 0.9);
        Assert.Equal(FeedRest.Until(failures, Every, "1", "2", Now), FeedRest.Until(failures, Every, "1", "2", Now));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_single_failure_is_looked_at_again_in_the_next_round(int failures) => Assert.Null(FeedRest.Until(failures, Every, "1", "2", Now));
}
