using System.Globalization;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Permits;

/// <summary>Names a decision that is ready, so that a release holds for exactly this one: another zone, vehicle, term or price is another decision.</summary>
internal static class PreparedDecision
{
    /// <summary>A grant.</summary>
    public static string Of(PermitGrant grant, int months) => string.Create(
        CultureInfo.InvariantCulture, $"grant {grant.Proposal.ZoneId}; {Permit.Line(grant.Vehicles.Select(vehicle => vehicle.Plate))}; {months} months; EUR {grant.Euros:0.00}");

    /// <summary>A refusal.</summary>
    public static string Of(Refusal refusal) => $"refuse {refusal.Type}";
}
