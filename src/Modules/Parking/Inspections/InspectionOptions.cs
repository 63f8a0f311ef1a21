using System.ComponentModel.DataAnnotations;

namespace Modellstadt.Parking.Inspections;

/// <summary>Limits of checks in the street. Configuration section <c>Parking:Inspections</c>.</summary>
internal sealed class InspectionOptions
{
    /// <summary>How long a shift lasts at most, in hours; its offline set ends with it. Default: 10.</summary>
    [Range(1, 14)]
    public int ShiftHours { get; set; } = 10;

    /// <summary>How often one warden may look at one plate within a day; looks within two minutes are one. Default: 6.</summary>
    [Range(1, int.MaxValue)]
    public int SamePlatePerDay { get; set; } = 6;

    /// <summary>How many plates of one series (same district and letters) one warden may ask for within ten minutes. Default: 15.</summary>
    [Range(1, int.MaxValue)]
    public int SameSeriesInTenMinutes { get; set; } = 15;

    /// <summary>How many plates one warden may ask for within a day; on foot about 50 an hour are passed. Default: 1500.</summary>
    [Range(1, int.MaxValue)]
    public int PlatesPerDay { get; set; } = 1500;

    /// <summary>How many offline sets one warden may fetch within an hour. Default: 30.</summary>
    [Range(1, 1000)]
    public int OfflineSetsPerHour { get; set; } = 30;

    /// <summary>After so many hours a case that nobody handed over is deleted. Default: 24, which is also the most.</summary>
    [Range(1, 24)]
    public int CaseHours { get; set; } = 24;
}
