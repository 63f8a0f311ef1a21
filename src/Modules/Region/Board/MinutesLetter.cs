using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Messages;

namespace Modellstadt.Region.Board;

/// <summary>Minutes on paper.</summary>
internal static class MinutesLetter
{
    /// <summary>The letter; approved minutes carry their hash.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="minutes">The text.</param>
    /// <param name="town">Name of the town whose project office keeps the papers.</param>
    public static Letter Of(BoardMeeting meeting, BoardMinutes minutes, string town)
    {
        var words = BoardTexts.For(Language.German);
        return new Letter
        {
            Sender = new LetterSender(new PostalAddress($"{words.NameOf(Accounts.StaffRole.ProjectOffice)} {town}", "", "", ""), []),
            Addressee = new PostalAddress(words.TheBoard, "", "", ""),
            Day = DateOnly.FromDateTime(TownCalendar.OnTownClocks(minutes.RecordedAt).DateTime),
            Reference = $"{TownCalendar.Iso(meeting.HeldOn)}/{minutes.Version}",
            Language = Language.German,
            Title = $"{words.Minutes} ({words.NameOf(minutes.Kind)})",
            Demo = meeting.Demo,
            Blocks = [.. MinutesLine.Of(minutes.Text).Select(Block), .. minutes.Hash is { } hash ? new[] { new LetterParagraph($"SHA-256: {hash}") } : []],
        };
    }

    private static LetterBlock Block(MinutesLine line) => line.IsHeading ? new LetterHeading(line.Text) : new LetterParagraph(line.Text);
}
