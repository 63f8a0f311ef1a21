// OpenID4VP 1.0 §7 (claims path pointer).
using System.Text.Json.Nodes;

namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>One step of a <see cref="ClaimPath"/>: a member name, an array position or every element.</summary>
public readonly record struct ClaimStep
{
    /// <summary>The member name, or null.</summary>
    public string? Name { get; private init; }

    /// <summary>The position in an array from 0, or null.</summary>
    public int? Position { get; private init; }

    /// <summary>True for every element of an array (`null` in a claims path pointer).</summary>
    public bool IsEveryElement => Name is null && Position is null;

    /// <summary>Every element of an array.</summary>
    public static ClaimStep EveryElement => default;

    /// <summary>The member <paramref name="name"/> of an object.</summary>
    public static ClaimStep Member(string name) => new() { Name = name };

    /// <summary>The element at <paramref name="position"/>, from 0.</summary>
    public static ClaimStep Element(int position) => new() { Position = position };

    /// <summary>True when this step leads to <paramref name="place"/>, a name or a position.</summary>
    public bool Matches(ClaimStep place) => IsEveryElement ? place.Position is not null : this == place;

    /// <summary>String, number or null.</summary>
    public JsonNode? ToJson() => Name is not null ? Name : Position;
}
