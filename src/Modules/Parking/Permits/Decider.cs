using Modellstadt.Kernel.Auditing;
using Modellstadt.Parking.Facts;

namespace Modellstadt.Parking.Permits;

/// <summary>Who may decide an application.</summary>
/// <param name="Actor">The program or a clerk, as the audit trail names them.</param>
/// <param name="LegalBasis">What allows the program to decide without a clerk (VwVfG NRW § 35a); null when a clerk decides.</param>
internal sealed record Decider(string Actor, string? LegalBasis)
{
    /// <summary>
    /// A clerk who released exactly this decision, or whose finding it rests on; the program alone only on the basis that the town
    /// states. Null: nobody yet, the application waits for a release.
    /// </summary>
    /// <param name="town">The rules of the town on the day of the decision.</param>
    /// <param name="findings">What clerks found.</param>
    /// <param name="prepared">The decision that is ready (<see cref="PreparedDecision"/>).</param>
    public static Decider? Of(ParkingFacts town, ClerkFindings findings, string prepared)
    {
        if (findings.Last<Released>(release => release.Prepared == prepared) is { } release)
            return new Decider(Actors.Staff(release.By), null);
        if (town.Rules.AutomationBasis.Value is not { Length: > 0 } basis)
            return null;

        return findings.All is [.., var last] ? new Decider(Actors.Staff(last.By), null) : new Decider(Actors.Program, basis);
    }
}
