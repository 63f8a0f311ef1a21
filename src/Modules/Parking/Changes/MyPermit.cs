using Modellstadt.Kernel.Auditing;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Changes;

/// <summary>A permit as its holder sees it.</summary>
/// <param name="Permit">The permit in force, else the last one.</param>
/// <param name="IsOver">True when nobody may park with it any more.</param>
/// <param name="Notices">What it cost, newest first.</param>
/// <param name="Events">What happened to it, newest first.</param>
internal sealed record MyPermit(Permit Permit, bool IsOver, IReadOnlyList<FeeNotice> Notices, IReadOnlyList<AuditEntry> Events);
