using System.Text.Json;
using Modellstadt.Accounts;

namespace Modellstadt.Region.Board;

/// <summary>A meeting of the regional board. Never changed.</summary>
internal sealed class BoardMeeting
{
    public required Guid Id { get; init; }

    /// <summary>Unique for the form: sent twice, planned once.</summary>
    public required string Key { get; init; }

    public required DateOnly HeldOn { get; init; }

    public required string Place { get; init; }

    /// <summary>True when everybody may know what it decides.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>True when it votes by name (namentliche Abstimmung): who voted how is shown then, else only the numbers.</summary>
    public required bool VotesByName { get; init; }

    /// <summary>True when it is made up.</summary>
    public required bool Demo { get; init; }

    public required string Actor { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>A state that a proposal was in. Never changed; the last one counts.</summary>
internal sealed class ProposalStep
{
    /// <summary>Counted from 1 over everything the board does.</summary>
    public required long Number { get; init; }

    public required Guid ProposalId { get; init; }

    /// <summary>1 for the first state; grows by 1 with each step.</summary>
    public required int Version { get; init; }

    /// <summary>Unique for the form, or for what brought the step about.</summary>
    public required string Key { get; init; }

    public required ProposalState State { get; init; }

    /// <summary>The meeting on whose agenda it stands or stood; null before.</summary>
    public Guid? MeetingId { get; init; }

    /// <summary>JSON of a <see cref="ProposalContent"/>.</summary>
    public required string Content { get; init; }

    /// <summary>As what its author acted.</summary>
    public required StaffRole Role { get; init; }

    public string? Reason { get; init; }

    /// <summary>Conditions of an approval, one a line; null when there are none.</summary>
    public string? Conditions { get; init; }

    public required string Actor { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>A vote that was opened. Never changed: its result stands in <see cref="BoardResult"/>.</summary>
internal sealed class BoardVote
{
    public required Guid Id { get; init; }

    public required Guid ProposalId { get; init; }

    public required Guid MeetingId { get; init; }

    /// <summary>Who may vote, JSON; fixed when it was opened.</summary>
    public required string Roll { get; init; }

    public required string Actor { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The roll as it is stored.</summary>
    public static string Write(IEnumerable<RollMember> members) => JsonSerializer.Serialize(members);

    /// <summary>Who may vote.</summary>
    public IReadOnlyList<RollMember> Members() => JsonSerializer.Deserialize<List<RollMember>>(Roll)!;
}

/// <summary>A member who may vote, by the name of that day.</summary>
internal sealed record RollMember(Guid Id, string Name);

/// <summary>What a member said; the last ballot of each counts. Never changed.</summary>
internal sealed class BoardBallot
{
    public required long Number { get; init; }

    public required Guid VoteId { get; init; }

    public required Guid Member { get; init; }

    public required BallotChoice Choice { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>What a vote came to. Never changed; nobody votes after it.</summary>
internal sealed class BoardResult
{
    public required Guid VoteId { get; init; }

    /// <summary>JSON of a <see cref="VoteResult"/>.</summary>
    public required string Content { get; init; }

    public required string Actor { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>A text that the minutes of a meeting had. Never changed.</summary>
internal sealed class BoardMinutes
{
    public required long Number { get; init; }

    public required Guid MeetingId { get; init; }

    /// <summary>1 for the draft.</summary>
    public required int Version { get; init; }

    public required string Key { get; init; }

    public required MinutesKind Kind { get; init; }

    public required string Text { get; init; }

    /// <summary>Why the text was corrected; null for others.</summary>
    public string? Reason { get; init; }

    /// <summary>SHA-256 of the approved text, hexadecimal; null before.</summary>
    public string? Hash { get; init; }

    public required string Actor { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>How a text of minutes came about.</summary>
internal enum MinutesKind
{
    /// <summary>From what happened.</summary>
    Drafted,

    /// <summary>By the chair.</summary>
    Corrected,

    /// <summary>The chair answers for it: nothing comes after.</summary>
    Approved,
}

/// <summary>The notice of grant that came of a proposal. Never changed.</summary>
internal sealed class BoardNotice
{
    public required Guid ProposalId { get; init; }

    public required Guid NoticeId { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
