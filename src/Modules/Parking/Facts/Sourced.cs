namespace Modellstadt.Parking.Facts;

/// <summary>A value with where it was found.</summary>
/// <param name="Value">The value; null when it was not found.</param>
/// <param name="Confidence"><c>high</c>, <c>medium</c>, <c>low</c>, <c>none</c>, or <c>demo</c> when it is made up.</param>
/// <param name="Source">Address or document.</param>
/// <param name="Note">What the value leaves out; null when nothing.</param>
internal sealed record Sourced<T>(T Value, string Confidence, string Source, string? Note = null);

/// <summary>Values that nobody stated.</summary>
internal static class Sourced
{
    /// <summary>A value that was not found: the office decides.</summary>
    public static Sourced<T?> NotFound<T>() => new(default, "none", "nicht gefunden");
}
