using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Board;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Board;

/// <summary>A demonstration has a meeting with a proposal to vote on, once however often it starts; a real town has none.</summary>
public sealed class SeedDemoBoardTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_made_up_meeting_is_there_once_and_its_duplicate_is_warned_of(DatabaseKind kind)
    {
        await using var town = await BoardTown.StartAsync(kind, seeded: true);
        await town.RestartAsync();
        var meeting = Assert.Single(await town.ReadAsync(database => MeetingStory.ReadAllAsync(database, Cancellation)));
        var item = Assert.Single(meeting.Items);
        Assert.Equal((true, ProposalState.Submitted, 2), (meeting.Meeting.Demo, item.Proposal.Present.State, item.Proposal.Steps.Count));
        Assert.Contains("DEMO", item.Content.Title, StringComparison.Ordinal);

        var paper = (await town.Services.GetRequiredService<ReadPapers>().OfAsync([item.Content], Cancellation))[0];
        Assert.Equal(("mobidig", true), (paper.Similar[0].Project.Id, paper.Similar[0].Why.IsWarning));
        var member = await StaffBrowser.SignInAsync(town, "Mitglied des Gremiums");
        Assert.Contains("Vielleicht gibt es das schon", (await member.OpenAsync(BoardAddresses.Meeting(meeting.Meeting.Id))).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_went_on_with_it_is_not_set_back_by_a_start_and_a_real_town_begins_with_none()
    {
        await using var town = await BoardTown.StartAsync(seeded: true);
        var story = Assert.Single(await town.ReadAsync(database => MeetingStory.ReadAllAsync(database, Cancellation)));
        await town.Minutes.DraftAsync(story.Meeting.Id, BoardTown.Chair, Cancellation);
        await town.RestartAsync();
        Assert.Equal(ProposalState.Deferred, (await town.StoryAsync(story.Items[0].Proposal.Id)).Present.State);

        await using var real = await BoardTown.StartAsync(DatabaseKind.Sqlite, seeded: true, ("Town:Demo", "false"));
        Assert.Equal(0, await real.ReadAsync(database => database.BoardMeetings.CountAsync(Cancellation)));
    }
}
