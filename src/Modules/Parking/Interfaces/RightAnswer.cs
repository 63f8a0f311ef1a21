using System.ComponentModel;
using System.Text.Json.Serialization;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Visitors;

namespace Modellstadt.Parking.Interfaces;

/// <summary>What a plate may.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RightState>))]
internal enum RightState
{
    /// <summary>The plate may park there, then.</summary>
    [JsonStringEnumMemberName("yes")]
    Yes,

    /// <summary>The town knows the plate; it may not park there, then.</summary>
    [JsonStringEnumMemberName("no")]
    No,

    /// <summary>The town knows no right of this plate, or cannot tell; <c>problem</c> says which.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,
}

/// <summary>The answer to one question. Nothing about a person: whoever asks learns that a right counts, not whose it is.</summary>
internal sealed record RightAnswer(
    [property: JsonPropertyName("right"), Description("yes, no (the plate is known, but has no right there, then) or unknown.")] RightState Right,
    [property: JsonPropertyName("kind"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("With yes: resident-permit or visitor-ticket.")] string? Kind = null,
    [property: JsonPropertyName("zone"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("With yes: the zone of the right.")] string? Zone = null,
    [property: JsonPropertyName("valid_until"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("With yes: when the right ends.")] DateTimeOffset? ValidUntil = null,
    [property: JsonPropertyName("problem"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("With unknown: plate-unreadable, place-unknown or time-out-of-range; left out when the town knows no right of the plate.")] string? Problem = null)
{
    /// <summary>The plate has not the form of a plate.</summary>
    public static RightAnswer PlateUnreadable { get; } = new(RightState.Unknown, Problem: "plate-unreadable");

    /// <summary>The facts do not say in which zone the place lies.</summary>
    public static RightAnswer PlaceUnknown { get; } = new(RightState.Unknown, Problem: "place-unknown");

    /// <summary>The time lies too far back, or in the future.</summary>
    public static RightAnswer TimeOutOfRange { get; } = new(RightState.Unknown, Problem: "time-out-of-range");

    /// <summary>The town knows no right of the plate.</summary>
    public static RightAnswer NotKnown { get; } = new(RightState.Unknown);

    /// <summary>The right counts there, then.</summary>
    public static RightAnswer Yes(PlateRight right) => new(RightState.Yes, "resident-permit", right.ZoneId, TownCalendar.EndOf(right.ValidUntil));

    /// <summary>The visitor's ticket counts there, then.</summary>
    public static RightAnswer Yes(VisitorRight right) => new(RightState.Yes, "visitor-ticket", right.ZoneId, right.Until);
}

/// <summary>The answers of one call.</summary>
internal sealed record RightAnswers([property: JsonPropertyName("answers"), Description("As many as questions, in their order.")] IReadOnlyList<RightAnswer> Answers);
