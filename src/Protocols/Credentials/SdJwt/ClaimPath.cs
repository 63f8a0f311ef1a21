// OpenID4VP 1.0 §7 (claims path pointer); RFC 9901 §4.2 (which parts are disclosable).
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>Points at claims: names, array positions and "every element", as OpenID4VP 1.0 §7 defines it.</summary>
public sealed class ClaimPath : IEquatable<ClaimPath>
{
    private const int MaxLength = 16;

    private readonly ClaimStep[] steps;

    private ClaimPath(ClaimStep[] steps) => this.steps = steps;

    /// <summary>The steps from the root; never empty.</summary>
    public IReadOnlyList<ClaimStep> Steps => steps;

    /// <summary>A path of member names.</summary>
    public static ClaimPath Of(params ReadOnlySpan<string> names)
    {
        ArgumentOutOfRangeException.ThrowIfZero(names.Length, nameof(names));
        var steps = new ClaimStep[names.Length];
        for (var i = 0; i < names.Length; i++)
            steps[i] = ClaimStep.Member(names[i]);
        return new ClaimPath(steps);
    }

    /// <summary>A path of any steps; not empty.</summary>
    public static ClaimPath Of(IEnumerable<ClaimStep> steps)
    {
        var all = steps.ToArray();
        ArgumentOutOfRangeException.ThrowIfZero(all.Length, nameof(steps));
        return new ClaimPath(all);
    }

    /// <summary>Reads a non-empty array of strings, non-negative integers and nulls (OpenID4VP 1.0 §7), at most 16 long.</summary>
    public static Checked<ClaimPath> Parse(JsonArray json)
    {
        if (json.Count is 0 or > MaxLength)
            return Refuse($"A claims path has 1 to {MaxLength} steps.");
        var steps = new ClaimStep[json.Count];
        for (var i = 0; i < json.Count; i++)
        {
            if (ReadStep(json[i]) is not { } step)
                return Refuse("A step is a string, a non-negative integer or null.");
            steps[i] = step;
        }

        return new ClaimPath(steps);
    }

    /// <summary>The path as claims path pointer.</summary>
    public JsonArray ToJson() => [.. steps.Select(step => step.ToJson())];

    /// <summary>
    /// The values the path points at in <paramref name="claims"/>; empty when there are none, or when a step does not fit what it is
    /// applied to (OpenID4VP 1.0 §7.1.1).
    /// </summary>
    public IReadOnlyList<JsonNode?> Select(JsonObject claims)
    {
        List<JsonNode?> selected = [claims];
        foreach (var step in steps)
        {
            var next = new List<JsonNode?>();
            if (!selected.All(node => Descend(node, step, next)))
                return [];
            selected = next;
        }

        return selected;
    }

    /// <summary>True when <paramref name="place"/> (without "every element" steps) is what this path points at or lies below it.</summary>
    public bool Covers(IReadOnlyList<ClaimStep> place)
    {
        if (place.Count < steps.Length)
            return false;
        for (var i = 0; i < steps.Length; i++)
        {
            if (!steps[i].Matches(place[i]))
                return false;
        }

        return true;
    }

    /// <summary>True when <paramref name="place"/> lies on the way to what this path points at, or is it.</summary>
    public bool LeadsThrough(IReadOnlyList<ClaimStep> place)
        => place.Count <= steps.Length && place.Zip(steps).All(pair => pair.Second.Matches(pair.First));

    /// <summary>True when <paramref name="place"/> is exactly what this path points at.</summary>
    public bool IsAt(IReadOnlyList<ClaimStep> place) => place.Count == steps.Length && Covers(place);

    /// <inheritdoc/>
    public bool Equals(ClaimPath? other) => other is not null && steps.AsSpan().SequenceEqual(other.steps);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ClaimPath);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var step in steps)
            hash.Add(step);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => ToJson().ToJsonString();

    /// <summary>
    /// Adds what the step leads to; false when the step does not fit, which ends the whole selection. An absent member or position only
    /// drops out.
    /// </summary>
    private static bool Descend(JsonNode? node, ClaimStep step, List<JsonNode?> selected)
    {
        switch (node)
        {
            case JsonObject claims when step.Name is { } name:
                if (claims.TryGetPropertyValue(name, out var value))
                    selected.Add(value);
                return true;
            case JsonArray elements when step.Position is { } position:
                if (position < elements.Count)
                    selected.Add(elements[position]);
                return true;
            case JsonArray elements when step.IsEveryElement:
                selected.AddRange(elements);
                return true;
            default:
                return false;
        }
    }

    private static ClaimStep? ReadStep(JsonNode? node)
    {
        if (node is null)
            return ClaimStep.EveryElement;
        if (node is not JsonValue value)
            return null;
        if (value.GetValueKind() == JsonValueKind.String)
            return ClaimStep.Member(value.GetValue<string>());
        return value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<int>(out var position) && position >= 0
            ? ClaimStep.Element(position)
            : null;
    }

    private static ProtocolError Refuse(string detail) => new(ErrorCodes.Malformed, "OpenID4VP 1.0 §7", detail);
}
