namespace Modellstadt.Parking.Lists.Figures;

/// <summary>A figure of one day; it says nothing about any person and stays when the records behind it are deleted.</summary>
internal sealed class DailyFigure
{
    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public required string Ags { get; init; }

    /// <summary>The town's day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What was counted, one of <see cref="FigureNames"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Of which part: a zone, a kind of decision; empty for the whole.</summary>
    public required string Part { get; init; }

    /// <summary>The count, seconds or euro cents.</summary>
    public required long Value { get; set; }
}

/// <summary>What is counted, by day.</summary>
internal static class FigureNames
{
    /// <summary>Permits in force at the end of the day, by zone.</summary>
    public const string PermitsInForce = "permits-in-force";

    /// <summary>Spaces of a zone, as far as the town has counted them, by zone.</summary>
    public const string Spaces = "spaces";

    /// <summary>Applications, by what they ask for.</summary>
    public const string Applications = "applications";

    /// <summary>Decisions, by outcome and by who decided: <c>Granted/system</c>, <c>Refused/staff</c>.</summary>
    public const string Decisions = "decisions";

    /// <summary>Seconds from the application to the decision: the median of the day.</summary>
    public const string SecondsToDecision = "seconds-to-decision";

    /// <summary>Fees that were assessed, euro cents, by occasion.</summary>
    public const string FeesAssessed = "fees-assessed-cents";

    /// <summary>Questions of wardens, by answer.</summary>
    public const string Inspections = "inspections";

    /// <summary>All of them, in the order of the page.</summary>
    public static IReadOnlyList<string> All { get; } = [PermitsInForce, Spaces, Applications, Decisions, SecondsToDecision, FeesAssessed, Inspections];
}
