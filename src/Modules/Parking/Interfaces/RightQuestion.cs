using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Modellstadt.Parking.Interfaces;

/// <summary>One question: may this plate park there, then? The place is a zone, a street with a house number, or a point on the map.</summary>
internal sealed record RightQuestion(
    [property: JsonPropertyName("plate"), Description("The number plate as it stands on the car or as typed: GE-AB 123, geab123.")] string? Plate,
    [property: JsonPropertyName("zone"), Description("Identifier of the zone; in place of all other words for a place.")] string? Zone = null,
    [property: JsonPropertyName("street"), Description("The street in front of whose house the vehicle stands.")] string? Street = null,
    [property: JsonPropertyName("house_number"), Description("The house number, with its addition.")] string? HouseNumber = null,
    [property: JsonPropertyName("latitude"), Description("Degrees north (WGS 84), with longitude: counts in zones whose area is drawn.")] double? Latitude = null,
    [property: JsonPropertyName("longitude"), Description("Degrees east (WGS 84).")] double? Longitude = null,
    [property: JsonPropertyName("at"), Description("The time that matters; the present when left out. At most 48 hours ago and not in the future.")] DateTimeOffset? At = null);

/// <summary>Questions of one call.</summary>
internal sealed record RightQuestions([property: JsonPropertyName("questions"), Description("1 to 100 questions.")] IReadOnlyList<RightQuestion?>? Questions)
{
    /// <summary>So many at most.</summary>
    public const int Most = 100;
}
