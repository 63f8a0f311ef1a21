namespace Modellstadt.Region.Storage;

/// <summary>A town answers a question; it counts when that town was asked.</summary>
internal sealed class ReuseAnswerRow
{
    public required string QuestionId { get; init; }

    public required string Town { get; init; }

    public required DateTimeOffset AnsweredAt { get; init; }

    public required string Words { get; init; }
}
