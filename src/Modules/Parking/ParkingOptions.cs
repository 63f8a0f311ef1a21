using System.ComponentModel.DataAnnotations;

namespace Modellstadt.Parking;

/// <summary>Configuration section <c>Parking</c>.</summary>
public sealed class ParkingOptions
{
    /// <summary>How often one warden may ask within a minute. Default: 600. A load test sets it higher.</summary>
    [Range(1, int.MaxValue)]
    public int InspectionsPerMinute { get; set; } = 600;

    /// <summary>How many questions one program of somebody else may ask within a minute. Default: 600.</summary>
    [Range(1, int.MaxValue)]
    public int ClientQuestionsPerMinute { get; set; } = 600;

    /// <summary>Days between a fee notice and the day by which it is to be paid. Default: 30.</summary>
    [Range(1, 365)]
    public int PaymentDays { get; set; } = 30;
}
