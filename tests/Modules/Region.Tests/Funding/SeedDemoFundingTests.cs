using System.Net;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Funding;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Funding;

/// <summary>A demonstration has made-up notices, once, and says so.</summary>
public sealed class SeedDemoFundingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Made_up_notices_are_there_once_after_every_start_and_add_up(DatabaseKind kind)
    {
        await using var town = await FundingTown.StartAsync(kind, seeded: true);
        var before = await StoriesAsync(town);
        await town.RestartAsync();
        var after = await StoriesAsync(town);

        Assert.Equal(2, after.Count);
        Assert.Equal(before.Sum(story => story.Entries.Count), after.Sum(story => story.Entries.Count));
        Assert.All(after, story => FundingProperties.AssertReconciles(story));
        Assert.All(after, story => Assert.True(story.Notice.Demo));
        Assert.All(after, story => Assert.All([story.Notice.Authority, story.Notice.Reference, story.Notice.Recipient], words => Assert.Contains("DEMO", words, StringComparison.Ordinal)));
        Assert.Equal([6_784_216L, 420_000L], after.Select(story => story.StandingOn(town.Today).Sums.SpentCents));
    }

    [Fact]
    public async Task A_start_that_was_killed_in_between_is_completed_by_the_next_one()
    {
        await using var town = await FundingTown.StartAsync(DatabaseKind.Sqlite, seeded: true);
        var whole = (await StoriesAsync(town)).Sum(story => story.Entries.Count);
        await town.SqlAsync("DROP TRIGGER funding_entries_last");
        await town.SqlAsync("DELETE FROM funding_entries WHERE number > 4 AND kind <> 'Granted'");
        await town.RestartAsync();

        Assert.Equal(whole, (await StoriesAsync(town)).Sum(story => story.Entries.Count));
    }

    [Fact]
    public async Task A_town_starts_although_its_file_says_something_else_by_now()
    {
        await using var town = await FundingTown.StartAsync(DatabaseKind.Sqlite, seeded: true);
        var whole = (await StoriesAsync(town)).Sum(story => story.Entries.Count);
        await town.SqlAsync("DROP TRIGGER funding_entries_stay");
        await town.SqlAsync("UPDATE funding_entries SET cents = cents - 1 WHERE kind = 'Called'");
        await town.RestartAsync();

        Assert.Equal(whole, (await StoriesAsync(town)).Sum(story => story.Entries.Count));
    }

    [Fact]
    public async Task Every_page_about_a_made_up_notice_says_demo()
    {
        await using var town = await FundingTown.StartAsync(DatabaseKind.Sqlite, seeded: true);
        var clerk = await StaffBrowser.SignInAsync(town);
        Assert.Contains("DEMO-34.01-001/2026", (await clerk.OpenAsync("/office/funding")).Html, StringComparison.Ordinal);
        var id = await town.ReadAsync(database => database.FundingNotices.Select(notice => notice.Id).FirstAsync(Cancellation));
        Assert.Contains("Dieser Bescheid und seine Zahlen sind erfunden.", (await clerk.OpenAsync($"/office/funding/{id}")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await clerk.FetchAsync($"/office/funding/{id}/proof.pdf")).Status);
    }

    private static Task<IReadOnlyList<NoticeStory>> StoriesAsync(FundingTown town) => town.ReadAsync(database => NoticeStory.ReadAllAsync(database, Cancellation));
}
