using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Board;
using Modellstadt.Region.Funding;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Board;

/// <summary>The papers of the board under faults: nothing is lost, nothing is there twice, nothing is changed afterwards.</summary>
public sealed class BoardTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_proposal_goes_from_draft_to_approval_and_every_state_stays(DatabaseKind kind)
    {
        await using var town = await BoardTown.StartAsync(kind);
        var meeting = (await town.PlanAsync()).Value.Id;
        var draft = (await town.ProposeAsync()).Value;
        var changed = Proposals.Usual with { GrantCents = 7_500_000 };
        Assert.Null((await town.ChangeAsync(draft.ProposalId, 1, changed)).Refusal);
        Assert.Null((await town.SubmitAsync(draft.ProposalId, 2, meeting)).Refusal);
        await town.OpenAsync(meeting, draft.ProposalId);
        var members = await town.MembersAsync();
        await town.VoteAsync(meeting, draft.ProposalId, members[0], BallotChoice.Yes);
        await town.VoteAsync(meeting, draft.ProposalId, members[1], BallotChoice.Excluded);
        await town.VoteAsync(meeting, draft.ProposalId, members[2], BallotChoice.Yes);
        Assert.Equal(new VoteResult(3, 1, 2, 0, 0, new CountingRule(50, 50)), (await town.CloseAsync(meeting, draft.ProposalId)).Value);
        Assert.Null((await town.DecideAsync(draft.ProposalId, 4)).Refusal);

        var story = await town.StoryAsync(draft.ProposalId);
        Assert.Equal([ProposalState.Draft, ProposalState.Draft, ProposalState.Submitted, ProposalState.Recommended, ProposalState.Approved], story.Steps.Select(step => step.State));
        Assert.Equal([8_000_000L, 7_500_000, 7_500_000, 7_500_000, 7_500_000], story.Steps.Select(step => ProposalContent.Read(step.Content).GrantCents));
        Assert.Equal("Offene Schnittstellen\nBericht", story.Present.Conditions);
        Assert.Equal(meeting, story.Present.MeetingId);
        Assert.Equal(2, await town.ReadAsync(database => database.Audit.CountAsync(entry => entry.Action == "proposal-approved" || entry.Action == "board-vote-closed", Cancellation)));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_database_itself_refuses_to_change_or_delete_anything_of_the_board(DatabaseKind kind)
    {
        await using var town = await BoardTown.StartAsync(kind);
        var (meeting, _) = await town.RecommendedAsync();
        await town.Minutes.DraftAsync(meeting, BoardTown.Chair, Cancellation);
        string[] attempts =
        [
            "UPDATE board_ballots SET choice = 'No'", "DELETE FROM board_ballots", "UPDATE board_results SET content = '{{}}'", "DELETE FROM board_results", "UPDATE board_steps SET state = 'Approved'",
            "DELETE FROM board_steps", "UPDATE board_votes SET roll = '[]'", "DELETE FROM board_votes", "UPDATE board_minutes SET text = ''", "DELETE FROM board_minutes", "UPDATE board_meetings SET place = ''",
        ];
        foreach (var attempt in attempts)
            Assert.Contains("append-only", (await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => town.SqlAsync(attempt))).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_two_editors_at_once_one_is_told_and_a_form_sent_again_does_nothing(DatabaseKind kind)
    {
        await using var town = await BoardTown.StartAsync(kind);
        var id = (await town.ProposeAsync()).Value.ProposalId;
        Assert.Equal(id, (await town.ProposeAsync()).Value.ProposalId);
        Assert.IsType<ProposalFormUsedBefore>((await town.ProposeAsync(content: Proposals.Usual with { Title = "Anders" })).Refusal);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 4).Select(number => Task.Run(() => town.ChangeAsync(id, 1, Proposals.Usual with { Title = $"Titel {number}" }, $"form/race-{number}"), Cancellation)));
        Assert.Single(outcomes, outcome => outcome.Refusal is null);
        Assert.All(outcomes.Where(outcome => outcome.Refusal is not null), outcome => Assert.IsType<ProposalChangedMeanwhile>(outcome.Refusal));
        var winner = outcomes.Single(outcome => outcome.Refusal is null).Value;
        Assert.Equal(winner.Number, (await town.ChangeAsync(id, 1, ProposalContent.Read(winner.Content), winner.Key)).Value.Number);
        Assert.Equal([1, 2], (await town.StoryAsync(id)).Steps.Select(step => step.Version));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_member_votes_once_changes_until_the_end_and_never_after_it(DatabaseKind kind)
    {
        await using var town = await BoardTown.StartAsync(kind);
        var (meeting, proposal) = await town.SubmittedAsync();
        var members = await town.MembersAsync();
        Assert.IsType<VoteNotOpen>((await town.VoteAsync(meeting, proposal, members[0], BallotChoice.Yes)).Refusal);
        await town.OpenAsync(meeting, proposal);
        Assert.Equal((await town.OpenAsync(meeting, proposal)).Value.Id, (await town.OpenAsync(meeting, proposal)).Value.Id);
        Assert.IsType<NotOnRoll>((await town.VoteAsync(meeting, proposal, Guid.Empty, BallotChoice.Yes)).Refusal);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => town.VoteAsync(meeting, proposal, members[0], BallotChoice.Yes), Cancellation)));
        Assert.Equal(1, await town.ReadAsync(database => database.BoardBallots.CountAsync(Cancellation)));
        await town.VoteAsync(meeting, proposal, members[0], BallotChoice.No);
        await town.VoteAsync(meeting, proposal, members[1], BallotChoice.No);
        var closed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => town.CloseAsync(meeting, proposal), Cancellation)));
        Assert.All(closed, outcome => Assert.Equal((0, 2, ProposalState.Rejected), (outcome.Value.Yes, outcome.Value.No, outcome.Value.Outcome)));

        Assert.IsType<VoteClosed>((await town.VoteAsync(meeting, proposal, members[0], BallotChoice.Yes)).Refusal);
        // The same ballot once more, after the answer was lost, is no change.
        Assert.Null((await town.VoteAsync(meeting, proposal, members[0], BallotChoice.No)).Refusal);
        Assert.Equal(3, (await town.StoryAsync(proposal)).Steps.Count);
    }

    /// <summary>The second of two writes fails, as when the process is killed between them.</summary>
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_end_between_vote_and_result_loses_nothing(DatabaseKind kind)
    {
        await using var town = await BoardTown.StartAsync(kind);
        var (meeting, proposal) = await town.SubmittedAsync();
        await town.OpenAsync(meeting, proposal);
        foreach (var member in await town.MembersAsync())
            await town.VoteAsync(meeting, proposal, member, BallotChoice.Yes);
        await town.SqlAsync(kind is DatabaseKind.Sqlite
            ? "CREATE TRIGGER killed BEFORE INSERT ON board_steps BEGIN SELECT RAISE(ABORT, 'killed'); END"
            : "CREATE FUNCTION kill() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'killed'; END $$; CREATE TRIGGER killed BEFORE INSERT ON board_steps FOR EACH ROW EXECUTE FUNCTION kill()");

        await Assert.ThrowsAnyAsync<Exception>(() => town.CloseAsync(meeting, proposal));
        Assert.Equal(0, await town.ReadAsync(database => database.BoardResults.CountAsync(Cancellation)));
        Assert.Equal((ProposalState.Submitted, 3), ((await town.StoryAsync(proposal)).Present.State, (await town.StoryAsync(proposal)).Votes[0].Voted));

        await town.RestartAsync();
        await town.SqlAsync(kind is DatabaseKind.Sqlite ? "DROP TRIGGER killed" : "DROP TRIGGER killed ON board_steps");
        Assert.Equal((3, ProposalState.Recommended), ((await town.CloseAsync(meeting, proposal)).Value.Yes, (await town.CloseAsync(meeting, proposal)).Value.Outcome));
        Assert.Equal(ProposalState.Recommended, (await town.StoryAsync(proposal)).Present.State);
    }

    [Fact]
    public async Task Each_step_is_refused_out_of_turn_and_changes_nothing()
    {
        await using var town = await BoardTown.StartAsync();
        var (meeting, proposal) = await town.SubmittedAsync();
        Assert.IsType<ProposalNotOpen>((await town.ChangeAsync(proposal, 2, Proposals.Usual)).Refusal);
        Assert.IsType<ProposalNotOpen>((await town.SubmitAsync(proposal, 2, meeting)).Refusal);
        Assert.IsType<ProposalNotRecommended>((await town.DecideAsync(proposal, 2)).Refusal);
        Assert.IsType<VoteNotOpen>((await town.CloseAsync(meeting, proposal)).Refusal);
        Assert.IsType<ProposalReasonMissing>((await town.DeferAsync(meeting, proposal, "x")).Refusal);
        Assert.IsType<NotOnAgenda>((await town.OpenAsync(Guid.Empty, proposal)).Refusal);
        await town.OpenAsync(meeting, proposal);
        Assert.IsType<VoteStillOpen>((await town.DeferAsync(meeting, proposal, "zu früh")).Refusal);
        Assert.IsType<VoteStillOpen>((await town.Minutes.DraftAsync(meeting, BoardTown.Chair, Cancellation)).Refusal);
        Assert.Equal(2, (await town.StoryAsync(proposal)).Steps.Count);

        // Nobody has voted: no quorum, so it may come again, in another meeting.
        Assert.Equal(ProposalState.Deferred, (await town.CloseAsync(meeting, proposal)).Value.Outcome);
        Assert.IsType<AgendaClosed>((await town.SubmitAsync(proposal, 3, meeting)).Refusal);
        var other = (await town.PlanAsync("form/other")).Value.Id;
        Assert.Null((await town.SubmitAsync(proposal, 3, other)).Refusal);
        Assert.Null((await town.DeferAsync(other, proposal, "Unterlagen fehlen")).Refusal);
        Assert.Equal("Unterlagen fehlen", (await town.StoryAsync(proposal)).Present.Reason);
    }

    [Fact]
    public async Task The_district_government_decides_once()
    {
        await using var town = await BoardTown.StartAsync();
        var (_, proposal) = await town.RecommendedAsync();
        Assert.IsType<ProposalReasonMissing>((await town.DecideAsync(proposal, 3, reason: null)).Refusal);
        var racing = await Task.WhenAll(
            Task.Run(() => town.DecideAsync(proposal, 3, approves: true, key: "form/yes"), Cancellation), Task.Run(() => town.DecideAsync(proposal, 3, approves: false, key: "form/no"), Cancellation));
        Assert.Single(racing, outcome => outcome.Refusal is null);
        Assert.IsType<ProposalChangedMeanwhile>(racing.Single(outcome => outcome.Refusal is not null).Refusal);
        var decided = racing.Single(outcome => outcome.Refusal is null).Value;
        Assert.Equal(decided.Number, (await town.DecideAsync(proposal, 3, decided.State is ProposalState.Approved, key: decided.Key)).Value.Number);
        Assert.IsType<ProposalNotRecommended>((await town.DecideAsync(proposal, 4)).Refusal);
        Assert.Equal(4, (await town.StoryAsync(proposal)).Steps.Count);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("text")]
    [InlineData("grant")]
    [InlineData("costs")]
    [InlineData("programme")]
    [InlineData("project")]
    public async Task A_proposal_with_one_wrong_field_is_refused_and_not_kept(string field)
    {
        await using var town = await BoardTown.StartAsync();
        var wrong = field switch
        {
            "title" => Proposals.Usual with { Title = "" },
            "text" => Proposals.Usual with { Text = new string('x', ProposalRules.LongestText + 1) },
            "grant" => Proposals.Usual with { GrantCents = 0 },
            "costs" => Proposals.Usual with { CostCents = 9_499_999 },
            "programme" => Proposals.Usual with { Programme = "x" },
            _ => Proposals.Usual with { ProjectId = "no-such-project" },
        };
        var refusal = (await town.ProposeAsync(content: wrong)).Refusal;
        Assert.Equal(
            field switch { "grant" => typeof(ProposalSumsUnusable), "costs" => typeof(ProposalAboveCosts), "programme" => typeof(NoSuchProgramme), "project" => typeof(ProposalProjectUnknown), _ => typeof(ProposalIncomplete) },
            refusal?.GetType());
        Assert.Equal(0, await town.ReadAsync(database => database.BoardSteps.CountAsync(Cancellation)));
        Assert.Null((await town.ProposeAsync()).Refusal);
    }
}
