using Modellstadt.Kernel.Auditing;
using Modellstadt.Parking.Changes.Deciding;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Permits;
using Modellstadt.Payments;

namespace Modellstadt.Parking.Changes;

/// <summary>A permit as its holder sees it.</summary>
/// <param name="Permit">The permit in force, else the last one.</param>
/// <param name="IsOver">True when nobody may park with it any more.</param>
/// <param name="Notices">What it cost, newest first.</param>
/// <param name="Events">What happened to it, newest first.</param>
internal sealed record MyPermit(Permit Permit, bool IsOver, IReadOnlyList<FeeNotice> Notices, IReadOnlyList<AuditEntry> Events)
{
    /// <summary>How each notice stands in the town's books, by its reference; those that are not in the books are missing.</summary>
    public required IReadOnlyDictionary<string, ReceivableStanding> Standings { get; init; }

    /// <summary>The applications about which there is a decision to read.</summary>
    public required IReadOnlySet<Guid> Decided { get; init; }

    /// <summary>The decision by which the permit rests; null when it does not.</summary>
    public Guid? Rests { get; init; }

    /// <summary>The decision about what comes back of the fee of a returned permit; null when there is none.</summary>
    public Guid? Refund { get; init; }

    /// <summary>What can be changed; null when the permit is over, or another change waits.</summary>
    public ChangeOptions? Options { get; init; }

    /// <summary>The change that is not decided yet; null when there is none.</summary>
    public Guid? Open { get; init; }
}
