namespace Modellstadt.Region.Storage;

/// <summary>How many said of a service on a day that it was worth a step.</summary>
internal sealed class SatisfactionRow
{
    public required string Service { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>1 very bad to 5 very good.</summary>
    public required int Step { get; init; }

    public required int Count { get; set; }
}
