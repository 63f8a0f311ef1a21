using System.ComponentModel.DataAnnotations;

namespace Modellstadt.Parking.Inspections.ScanCars;

/// <summary>The interface for scan cars. Configuration section <c>Parking:ScanCar</c>.</summary>
internal sealed class ScanCarOptions
{
    /// <summary>True where the town has a legal basis. Default: false; in North Rhine-Westphalia none was found.</summary>
    public bool Enabled { get; set; }

    /// <summary>How many samples one vehicle may send within an hour: samples are allowed, watching a street is not. Default: 20.</summary>
    [Range(1, 1000)]
    public int BatchesPerHour { get; set; } = 20;
}
