using Modellstadt.Kernel.Texts;
using Modellstadt.Region.Funding;

namespace Modellstadt.Region.Board;

/// <summary>Minutes as they follow from what happened. In German, the board's official language: a text that is fixed stands in one language.</summary>
internal static class MinutesDraft
{
    /// <summary>The text: a heading for each point of the agenda, a sentence a line.</summary>
    public static string Of(MeetingStory story)
    {
        var (words, money) = (BoardTexts.For(Language.German), FundingTexts.For(Language.German));
        var head = new[]
        {
            words.MinutesOf(money.Date(story.Meeting.HeldOn), story.Meeting.Place),
            words.KindOf(story.Meeting.IsPublic, story.Meeting.VotesByName) + ".",
            story.Items.Select(item => item.Vote).OfType<VoteStory>().SelectMany(Present).Distinct().Order(StringComparer.Ordinal).ToList() is { Count: > 0 } present ? words.TookPart(string.Join(", ", present)) : words.NobodyVoted,
        };
        return string.Join('\n', [.. head, .. story.Items.SelectMany((item, number) => PointOf(item, number + 1, story.Meeting, words, money))]);
    }

    private static IEnumerable<string> PointOf(AgendaItem item, int number, BoardMeeting meeting, BoardTexts words, FundingTexts money)
    {
        yield return "";
        yield return $"{MinutesLine.Point} {number}: {item.Content.Title}";
        yield return words.AskedInMinutes(item.Content.Recipient, money.Money(item.Content.GrantCents), money.Money(item.Content.CostCents), money.Money(item.Content.OwnShareCents));
        if (item.Vote is { Result: { } result } vote)
        {
            if (Named(vote, BallotChoice.Excluded) is { } excluded)
                yield return words.WereExcluded(excluded);
            yield return words.ResultOf(result);
            if (meeting.VotesByName)
                yield return string.Join("; ", new[] { BallotChoice.Yes, BallotChoice.No, BallotChoice.Abstained }.Select(choice => Named(vote, choice) is { } names ? $"{words.NameOf(choice)}: {names}" : null).OfType<string>()) + ".";
            yield return words.BecameIn(result.Outcome);
        }
        else
        {
            yield return item.Outcome is { } outcome ? $"{words.BecameIn(outcome.State)} {outcome.Reason}." : $"{words.BecameIn(ProposalState.Deferred)} {WriteMinutes.NotDealtWith}.";
        }
    }

    private static IEnumerable<string> Present(VoteStory vote) => vote.Members.Where(member => vote.ChoiceOf(member.Id) is not null).Select(member => member.Name);

    private static string? Named(VoteStory vote, BallotChoice choice) =>
        vote.Members.Where(member => vote.ChoiceOf(member.Id) == choice).Select(member => member.Name).ToList() is { Count: > 0 } names ? string.Join(", ", names) : null;
}

/// <summary>A line of minutes.</summary>
/// <param name="Text">What it says.</param>
/// <param name="IsHeading">True when a point of the agenda begins.</param>
internal sealed record MinutesLine(string Text, bool IsHeading)
{
    /// <summary>With this word a point of the agenda (Tagesordnungspunkt) begins.</summary>
    public const string Point = "TOP";

    /// <summary>The lines of a text, without empty ones.</summary>
    public static IEnumerable<MinutesLine> Of(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => new MinutesLine(line, line.StartsWith(Point + " ", StringComparison.Ordinal)));
}
