namespace Modellstadt.Region.Funding;

/// <summary>An entry of the funding ledger. Never changed, never deleted; a mistake is put right by an entry with the opposite sums that names it.</summary>
internal sealed record FundingEntry
{
    /// <summary>Counted from 1 without gaps, over all notices.</summary>
    public required long Number { get; init; }

    /// <summary>The notice.</summary>
    public required Guid NoticeId { get; init; }

    /// <summary>Unique: the same form sent twice is booked once.</summary>
    public required string Key { get; init; }

    /// <summary>What happened.</summary>
    public required FundingEntryKind Kind { get; init; }

    /// <summary>The day it counts for.</summary>
    public required DateOnly BookedOn { get; init; }

    /// <summary>Euro cents; below zero when it reverses another entry, zero when no money is meant.</summary>
    public long Cents { get; init; }

    /// <summary>The part of it that the grant may pay for (zuwendungsfähig); only of what was spent.</summary>
    public long EligibleCents { get; init; }

    /// <summary>Where received money comes from; null for other entries.</summary>
    public FundingSource? Source { get; init; }

    /// <summary>What the money is for.</summary>
    public CostCategory? Category { get; init; }

    /// <summary>Code of the milestone that it belongs to; null when the notice has none.</summary>
    public string? Milestone { get; init; }

    /// <summary>The partner who spent it; null when it was the recipient.</summary>
    public string? Partner { get; init; }

    /// <summary>Who paid it or was paid.</summary>
    public string? Party { get; init; }

    /// <summary>Number of the invoice or receipt.</summary>
    public string? Document { get; init; }

    /// <summary>Who was paid and the number, written the same way whoever types it (<see cref="DocumentKeys"/>).</summary>
    public string? DocumentKey { get; init; }

    /// <summary>What the whole invoice is about, euro cents: a part of it may stand in another notice.</summary>
    public long? DocumentCents { get; init; }

    /// <summary>Number of the entry that this one reverses; null for others.</summary>
    public long? Reverses { get; init; }

    /// <summary>For what or why, in words.</summary>
    public string? Words { get; init; }

    /// <summary>Who entered it, as the audit trail names them.</summary>
    public required string Actor { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>What an entry records.</summary>
internal enum FundingEntryKind
{
    /// <summary>The notice, with its figures.</summary>
    Granted,

    /// <summary>A change notice: other figures from a day on.</summary>
    Changed,

    /// <summary>Money was asked for (Mittelabruf).</summary>
    Called,

    /// <summary>Money came.</summary>
    Received,

    /// <summary>Money was spent.</summary>
    Spent,

    /// <summary>A milestone was reached.</summary>
    MilestoneReached,

    /// <summary>What the grant is for is done (Zuwendungszweck erfüllt).</summary>
    PurposeFulfilled,

    /// <summary>The proof of use was handed in.</summary>
    ProofSubmitted,

    /// <summary>An interim proof of use (Zwischennachweis) was handed in.</summary>
    InterimProofSubmitted,
}

/// <summary>Where money for a project comes from.</summary>
internal enum FundingSource
{
    /// <summary>The grant.</summary>
    Grant,

    /// <summary>The recipient itself (Eigenanteil).</summary>
    OwnShare,

    /// <summary>Somebody else (Leistungen Dritter).</summary>
    ThirdParty,
}

/// <summary>What money is spent on (Ausgabengliederung).</summary>
internal enum CostCategory
{
    /// <summary>Own staff.</summary>
    Personnel,

    /// <summary>Material and running costs.</summary>
    Material,

    /// <summary>Things that last.</summary>
    Investment,

    /// <summary>Work by others.</summary>
    Contract,

    /// <summary>Travel.</summary>
    Travel,

    /// <summary>Everything else, and sums that the notice does not break down.</summary>
    Other,
}

/// <summary>Kinds of recipients, as the programme of the model regions tells them apart.</summary>
internal enum RecipientKind
{
    /// <summary>Everybody not named below, such as companies.</summary>
    General,

    /// <summary>Towns, districts and charitable associations.</summary>
    Municipality,

    /// <summary>Research institutions.</summary>
    Research,
}
