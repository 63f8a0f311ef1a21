namespace Modellstadt.Parking.Office.Revocations;

/// <summary>A revocation that one clerk proposes; another one confirms it, or it is withdrawn or expires.</summary>
internal sealed class RevocationProposal
{
    /// <summary>How long it can be confirmed.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(14);

    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public required string Ags { get; init; }

    /// <summary>The permit.</summary>
    public required Guid PermitId { get; init; }

    /// <summary>Why, in the clerk's words.</summary>
    public required string Reason { get; init; }

    /// <summary>Account of the clerk who proposes it.</summary>
    public required Guid ProposedBy { get; init; }

    /// <summary>Name of that clerk.</summary>
    public required string ProposedByName { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>What became of it. A permit has at most one open proposal.</summary>
    public RevocationProposalState State { get; set; }

    /// <summary>Account of the clerk who confirmed or withdrew it; null while it is open, and when it expired.</summary>
    public Guid? SettledBy { get; set; }

    /// <summary>When it was confirmed, withdrawn or expired; null while it is open.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>Grows with each change: two clerks cannot both settle it.</summary>
    public int Revision { get; set; }

    /// <summary>True when it can still be confirmed.</summary>
    public bool IsOpenAt(DateTimeOffset now) => State is RevocationProposalState.Open && now < ProposedAt + Life;

    /// <summary>Ends it.</summary>
    public void Settle(RevocationProposalState state, Guid? clerk, DateTimeOffset now)
    {
        (State, SettledBy, SettledAt) = (state, clerk, now);
        Revision++;
    }
}

/// <summary>What became of a proposed revocation.</summary>
internal enum RevocationProposalState
{
    /// <summary>It waits for another clerk.</summary>
    Open,

    /// <summary>Another clerk has confirmed it: the permit is revoked.</summary>
    Confirmed,

    /// <summary>It was taken back.</summary>
    Withdrawn,

    /// <summary>Nobody confirmed it in time.</summary>
    Expired,
}
