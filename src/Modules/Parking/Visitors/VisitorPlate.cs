using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Plates;

namespace Modellstadt.Parking.Visitors;

/// <summary>Reads the plate of a visitor, who may come from anywhere in Germany.</summary>
internal static class VisitorPlate
{
    /// <summary>The plate; null when it is none, or can be read in several ways: then it has to be written with its hyphen.</summary>
    public static LicensePlate? Read(string? written, ParkingFacts facts) => LicensePlate.Parse(written, facts.PlateDistricts);
}
