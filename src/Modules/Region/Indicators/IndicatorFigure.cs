namespace Modellstadt.Region.Indicators;

/// <summary>A figure of a service, as data.</summary>
/// <param name="Name">What programs call it.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Of">The value; null when it rests on too few cases.</param>
/// <param name="Cases">On how many cases it rests; null when those are too few to be told.</param>
/// <param name="Least">The smallest value that can be meant.</param>
/// <param name="Most">The largest one.</param>
internal sealed record IndicatorFigure(string Name, string Unit, Func<ServiceIndicators, long?> Of, Func<ServiceIndicators, int?> Cases, long Least, long Most)
{
    private const long MostSeconds = 10L * 366 * 24 * 60 * 60;

    /// <summary>Every figure, in the order of the page.</summary>
    public static IReadOnlyList<IndicatorFigure> All { get; } =
    [
        Count("applications", service => service.Applications),
        Count("decisions", service => service.Decisions),
        new("median_seconds", "seconds", service => service.MedianSeconds, service => service.Decisions, 0, MostSeconds),
        new("ninetieth_seconds", "seconds", service => service.NinetiethSeconds, service => service.Decisions, 0, MostSeconds),
        new("without_paper_percent", "percent", service => service.WithoutPaperPercent, service => service.Decisions, 0, 100),
        Count("answers", service => service.Answers),
        new("satisfaction_tenths", "tenths of a step from 1 to 5", service => service.SatisfactionTenths, service => service.Answers, 10, 50),
        new("answered_percent", "percent", service => service.AnsweredPercent, service => service.Decisions, 0, 100),
    ];

    /// <summary>True for a value that can be meant.</summary>
    public bool Holds(long? value) => value >= Least && value <= Most;

    /// <summary>False when it is said although it rests on too few cases: no town shows what another should have kept back.</summary>
    public bool MayBeSaid(ServiceIndicators service) => Of(service) is not { } value || Cases(service) >= ServiceIndicators.FewestCases || (value == 0 && Cases(service) == 0);

    private static IndicatorFigure Count(string name, Func<ServiceIndicators, int?> of) => new(name, "cases", service => of(service), of, 0, 100_000_000);
}
