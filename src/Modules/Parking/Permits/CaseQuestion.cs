using System.Text.Json;

namespace Modellstadt.Parking.Permits;

/// <summary>What the office wants to know from the citizen.</summary>
/// <param name="Text">The question, in the clerk's words.</param>
/// <param name="AskedAt">When it was asked.</param>
/// <param name="Answer">What the citizen wrote; null while nothing came.</param>
/// <param name="AnsweredAt">When the answer came.</param>
internal sealed record CaseQuestion(string Text, DateTimeOffset AskedAt, string? Answer = null, DateTimeOffset? AnsweredAt = null)
{
    /// <summary>Shortest question and answer, characters.</summary>
    public const int Shortest = 2;

    /// <summary>Longest question and answer, characters.</summary>
    public const int Longest = 1_000;

    /// <summary>What is asked about an application; null when nothing is.</summary>
    public static CaseQuestion? Of(PermitApplication application) => application.Question is { } json ? JsonSerializer.Deserialize<CaseQuestion>(json) : null;

    /// <summary>The question as JSON, for a column of text.</summary>
    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>The words without blanks around them; null when they are too short or too long.</summary>
    public static string? Words(string? text) => text?.Trim() is { Length: >= Shortest and <= Longest } given ? given : null;
}
