using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Office;

/// <summary>What happened, oldest first.</summary>
internal static class History
{
    /// <summary>The way of an application: settles the order of what happened within the same millisecond.</summary>
    private static readonly string[] Steps =
    [
        "application-started", "application-taken-at-counter", "applicant-identified", "application-waiting", "statement-made", "application-proposed", "application-confirmed", "application-laid-before-clerk",
        "case-taken-over", "case-taken", "person-opened", "citizen-asked", "citizen-replied", "case-given-back", "zone-found", "person-confirmed", "vehicle-accepted", "rule-answered", "fee-found",
        "decision-released", "case-examined-anew", "case-refused", "application-refused", "provisional-permit-dropped", "provisional-permit-ended", "permit-granted-provisionally", "permit-granted", "slip-printed", "permit-returned", "refund-found", "refund-decided", "revocation-proposed", "revocation-withdrawn", "permit-suspended", "permit-taken-up", "permit-revoked",
    ];

    /// <summary>The entries of the audit trail about these subjects.</summary>
    public static async Task<IReadOnlyList<AuditEntry>> ReadAsync(ParkingDb database, IReadOnlyCollection<string> subjects, CancellationToken cancellationToken)
    {
        var entries = await database.Audit.AsNoTracking().Where(entry => subjects.Contains(entry.Subject)).ToListAsync(cancellationToken);
        return [.. entries.OrderBy(entry => entry.At).ThenBy(entry => Array.IndexOf(Steps, entry.Action))];
    }
}
