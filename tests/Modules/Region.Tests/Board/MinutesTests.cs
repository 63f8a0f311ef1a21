using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Board;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Board;

/// <summary>Minutes: drafted from what happened, corrected with a reason, then fixed.</summary>
public sealed class MinutesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Minutes_say_what_happened_are_corrected_and_then_fixed(DatabaseKind kind)
    {
        await using var town = await BoardTown.StartAsync(kind);
        var (meeting, _) = await town.RecommendedAsync();
        var drafted = (await town.Minutes.DraftAsync(meeting, BoardTown.Chair, Cancellation)).Value;
        Assert.All(
            ["TOP 1: Parkende Lieferwagen zählen (DEMO)", "80.000,00 €", "Ja: 3, Nein: 0, Enthaltung: 0, befangen: 0; 3 von 3", "Ergebnis: empfohlen.", "Aylin Ratsfeld, Bernd Stimmberg, Nuria Vorsitz"],
            words => Assert.Contains(words, drafted.Text, StringComparison.Ordinal));
        Assert.Equal(1, (await town.Minutes.DraftAsync(meeting, BoardTown.Chair, Cancellation)).Value.Version);

        Assert.IsType<ProposalReasonMissing>((await CorrectAsync(town, meeting, "form/a", 1, "Neuer Text", null)).Refusal);
        Assert.IsType<MinutesUnusable>((await CorrectAsync(town, meeting, "form/a", 1, "", "Schreibfehler")).Refusal);
        var corrected = (await CorrectAsync(town, meeting, "form/a", 1, drafted.Text + "\nEnde 17 Uhr.", "Ende fehlte")).Value;
        Assert.Equal(corrected.Number, (await CorrectAsync(town, meeting, "form/a", 1, drafted.Text + "\nEnde 17 Uhr.", "Ende fehlte")).Value.Number);
        Assert.IsType<ProposalChangedMeanwhile>((await CorrectAsync(town, meeting, "form/b", 1, "Anderer Text", "Auch etwas")).Refusal);

        var approved = (await town.Minutes.ApproveAsync(meeting, new SeenProposal("form/c", 2), BoardTown.Chair, Cancellation)).Value;
        Assert.Equal((corrected.Text, WriteMinutes.HashOf(corrected.Text)), (approved.Text, approved.Hash));
        Assert.Equal(approved.Number, (await town.Minutes.ApproveAsync(meeting, new SeenProposal("form/c", 2), BoardTown.Chair, Cancellation)).Value.Number);
        Assert.IsType<MinutesFixed>((await CorrectAsync(town, meeting, "form/d", 3, "Danach", "Geht nicht")).Refusal);
        Assert.IsType<MinutesFixed>((await town.Minutes.ApproveAsync(meeting, new SeenProposal("form/e", 3), BoardTown.Chair, Cancellation)).Refusal);
        Assert.Equal(3, (await town.ReadAsync(database => MeetingStory.ReadAsync(database, meeting, Cancellation)))!.Minutes.Count);
    }

    [Fact]
    public async Task What_a_meeting_did_not_deal_with_is_deferred_and_its_agenda_is_closed()
    {
        await using var town = await BoardTown.StartAsync();
        var (meeting, proposal) = await town.SubmittedAsync();
        var drafted = (await town.Minutes.DraftAsync(meeting, BoardTown.Chair, Cancellation)).Value;
        Assert.Contains(WriteMinutes.NotDealtWith, drafted.Text, StringComparison.Ordinal);
        Assert.Equal((ProposalState.Deferred, WriteMinutes.NotDealtWith), ((await town.StoryAsync(proposal)).Present.State, (await town.StoryAsync(proposal)).Present.Reason));
        Assert.IsType<NotOnAgenda>((await town.OpenAsync(meeting, proposal)).Refusal);
        Assert.IsType<AgendaClosed>((await town.SubmitAsync(proposal, 3, meeting)).Refusal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Minutes_name_who_voted_how_only_where_it_is_voted_by_name(bool byName)
    {
        await using var town = await BoardTown.StartAsync();
        var (meeting, _) = await town.RecommendedAsync(byName: byName);
        var text = (await town.Minutes.DraftAsync(meeting, BoardTown.Chair, Cancellation)).Value.Text;
        Assert.Equal(byName, text.Contains("Ja: Aylin Ratsfeld", StringComparison.Ordinal));
    }

    private static Task<Kernel.Outcomes.Outcome<BoardMinutes>> CorrectAsync(BoardTown town, Guid meeting, string key, int seen, string text, string? reason) =>
        town.Minutes.CorrectAsync(meeting, new SeenProposal(key, seen), new MinutesCorrection(text, reason), BoardTown.Chair, Cancellation);
}
