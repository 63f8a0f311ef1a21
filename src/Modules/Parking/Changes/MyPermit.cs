using Modellstadt.Kernel.Auditing;
using Modellstadt.Parking.Changes.Deciding;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Changes;

/// <summary>A permit as its holder sees it.</summary>
/// <param name="Permit">The permit in force, else the last one.</param>
/// <param name="IsOver">True when nobody may park with it any more.</param>
/// <param name="Notices">What it cost, newest first.</param>
/// <param name="Events">What happened to it, newest first.</param>
internal sealed record MyPermit(Permit Permit, bool IsOver, IReadOnlyList<FeeNotice> Notices, IReadOnlyList<AuditEntry> Events)
{
    /// <summary>What can be changed; null when the permit is over, or another change waits.</summary>
    public ChangeOptions? Options { get; init; }

    /// <summary>The change that is not decided yet; null when there is none.</summary>
    public Guid? Open { get; init; }
}
