using Modellstadt.Parking.Visitors;

namespace Modellstadt.Parking.Inspections;

/// <summary>Everything that lets a plate park, as wardens see it: permits by the day, visitors' tickets to the minute.</summary>
internal sealed class KnownRights(PlateIndex permits, VisitorIndex visitors)
{
    /// <summary>The rights of a plate; a ticket is among them while it counts.</summary>
    /// <param name="plateKey">Comparable form of the plate.</param>
    /// <param name="at">The moment.</param>
    public IReadOnlyList<PlateRight> OfPlate(string plateKey, DateTimeOffset at) =>
        visitors.OfPlate(plateKey, at) is { Count: > 0 } visits ? [.. visits.Select(visit => visit.AsPlateRight()), .. permits.OfPlate(plateKey)] : permits.OfPlate(plateKey);

    /// <summary>The rights of a permit; empty when the town knows none.</summary>
    public IReadOnlyList<PlateRight> OfPermit(Guid permit) => permits.OfPermit(permit);
}
