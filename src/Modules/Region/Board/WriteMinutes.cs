using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Board;

/// <summary>The chair has the minutes drafted from what happened, corrects them with a reason, and approves them: from then on they are fixed.</summary>
internal sealed class WriteMinutes(BoardJournal journal, AuditTrail audit)
{
    /// <summary>Longest minutes, characters.</summary>
    public const int LongestMinutes = 60_000;

    /// <summary>What stands as reason at proposals that a meeting has not dealt with.</summary>
    public const string NotDealtWith = "In der Sitzung nicht behandelt";

    /// <summary>Drafts them and closes the agenda: what was not dealt with is deferred. Drafted again they stay as they are.</summary>
    public Task<Outcome<BoardMinutes>> DraftAsync(Guid meeting, Acting by, CancellationToken cancellationToken) => journal.TryWriteAsync<BoardMinutes>(
        async open =>
        {
            if (await FirstAsync(open, meeting, cancellationToken) is { } drafted)
                return drafted;
            if (await MeetingStory.ReadAsync(open.Database, meeting, cancellationToken) is not { } story)
                return new NoSuchMeeting();
            if (story.Items.Any(item => item.Vote is { Result: null }))
                return new VoteStillOpen();

            foreach (var item in story.Items.Where(item => item.Proposal.Present.State is ProposalState.Submitted))
                open.Add(item.Proposal.Present, new NextStep(item.Proposal.Id, $"minutes/{meeting:D}/{item.Proposal.Id:D}", ProposalState.Deferred, by) { Reason = NotDealtWith });
            return Add(open, story.Meeting.Id, null, new NextText($"minutes/{meeting:D}", MinutesKind.Drafted, MinutesDraft.Of(story), by));
        },
        cancellationToken);

    /// <summary>Corrects them; the earlier text stays.</summary>
    public async Task<Outcome<BoardMinutes>> CorrectAsync(Guid meeting, SeenProposal seen, MinutesCorrection correction, Acting by, CancellationToken cancellationToken)
    {
        if (!ProposalRules.IsReason(correction.Reason))
            return new ProposalReasonMissing();
        if (correction.Text is not { Length: > 0 and <= LongestMinutes } text)
            return new MinutesUnusable();
        return await journal.TryWriteAsync<BoardMinutes>(
            async open => (await FindOpenAsync(open, meeting, seen, cancellationToken)).Succeeded(out var present, out var refusal)
                ? present.Key == seen.Key ? present : Add(open, meeting, present, new NextText(seen.Key, MinutesKind.Corrected, text, by) { Reason = correction.Reason })
                : refusal,
            cancellationToken);
    }

    /// <summary>Approves them: the text is fixed by its hash, and nothing comes after.</summary>
    public Task<Outcome<BoardMinutes>> ApproveAsync(Guid meeting, SeenProposal seen, Acting by, CancellationToken cancellationToken) => journal.TryWriteAsync<BoardMinutes>(
        async open => (await FindOpenAsync(open, meeting, seen, cancellationToken)).Succeeded(out var present, out var refusal)
            ? present.Key == seen.Key ? present : Add(open, meeting, present, new NextText(seen.Key, MinutesKind.Approved, present.Text, by))
            : refusal,
        cancellationToken);

    /// <summary>SHA-256 of a text, hexadecimal.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private BoardMinutes Add(OpenBoard open, Guid meeting, BoardMinutes? former, NextText next)
    {
        var added = new BoardMinutes
        {
            Number = open.Next(),
            MeetingId = meeting,
            Version = (former?.Version ?? 0) + 1,
            Key = next.Key,
            Kind = next.Kind,
            Text = next.Text.ReplaceLineEndings("\n"),
            Reason = next.Reason,
            Hash = next.Kind is MinutesKind.Approved ? HashOf(next.Text) : null,
            Actor = next.By.Actor,
            RecordedAt = open.Now,
        };
        open.Database.BoardMinutes.Add(added);
        audit.Add(open.Database, next.By.Actor, $"board-minutes-{next.Kind.ToString().ToLowerInvariant()}", HoldMeeting.SubjectOf(meeting), added.Hash);
        return added;
    }

    private static async Task<Outcome<BoardMinutes>> FindOpenAsync(OpenBoard open, Guid meeting, SeenProposal seen, CancellationToken cancellationToken)
    {
        if (await open.Database.BoardMinutes.AsNoTracking().SingleOrDefaultAsync(minutes => minutes.Key == seen.Key, cancellationToken) is { } known)
            return known.MeetingId == meeting ? known : new ProposalFormUsedBefore();
        return await open.Database.BoardMinutes.AsNoTracking().Where(minutes => minutes.MeetingId == meeting).OrderByDescending(minutes => minutes.Version).FirstOrDefaultAsync(cancellationToken) switch
        {
            null => new MinutesNotDrafted(),
            { Kind: MinutesKind.Approved } => new MinutesFixed(),
            var present when present.Version != seen.Version => new ProposalChangedMeanwhile(),
            var present => present,
        };
    }

    private static Task<BoardMinutes?> FirstAsync(OpenBoard open, Guid meeting, CancellationToken cancellationToken) =>
        open.Database.BoardMinutes.AsNoTracking().SingleOrDefaultAsync(minutes => minutes.MeetingId == meeting && minutes.Version == 1, cancellationToken);

    /// <summary>The text that comes next.</summary>
    private sealed record NextText(string Key, MinutesKind Kind, string Text, Acting By)
    {
        public string? Reason { get; init; }
    }
}

/// <summary>Another text for the minutes.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Reason">Why.</param>
internal sealed record MinutesCorrection(string? Text, string? Reason);
