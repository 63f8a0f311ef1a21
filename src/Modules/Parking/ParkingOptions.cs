using System.ComponentModel.DataAnnotations;

namespace Modellstadt.Parking;

/// <summary>Configuration section <c>Parking</c>.</summary>
public sealed class ParkingOptions
{
    /// <summary>How often one warden may ask within a minute. Default: 600. A load test sets it higher.</summary>
    [Range(1, int.MaxValue)]
    public int InspectionsPerMinute { get; set; } = 600;

    /// <summary>Days in which a holder who moved may answer whether the permit is to follow; then a clerk asks. Default: 14.</summary>
    [Range(1, 28)]
    public int MoveAnswerDays { get; set; } = 14;

    /// <summary>How many questions one program of somebody else may ask within a minute. Default: 600.</summary>
    [Range(1, int.MaxValue)]
    public int ClientQuestionsPerMinute { get; set; } = 600;

    /// <summary>True in a trial on one machine: messages to programs of others may go by plain HTTP and into private networks. Counts in a demo town only. Default: false.</summary>
    public bool WebhookTrial { get; set; }

    /// <summary>How often links of visitor tickets may be opened from one network address within a minute. Default: 30.</summary>
    [Range(1, int.MaxValue)]
    public int VisitsPerMinute { get; set; } = 30;

    /// <summary>Days between a fee notice and the day by which it is to be paid. Default: 30.</summary>
    [Range(1, 365)]
    public int PaymentDays { get; set; } = 30;

    /// <summary>True when a revocation needs a second clerk who confirms it. A town that must act alone in an emergency sets it to false. Default: true.</summary>
    public bool RevocationNeedsTwo { get; set; } = true;

    /// <summary>How often the town looks whom to remind of the end of a permit. Default: 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ReminderInterval { get; set; } = TimeSpan.FromMinutes(15);
}
