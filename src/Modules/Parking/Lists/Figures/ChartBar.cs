namespace Modellstadt.Parking.Lists.Figures;

/// <summary>One bar of a chart.</summary>
/// <param name="Label">Below it.</param>
/// <param name="Value">Its height.</param>
/// <param name="Shown">The value as people read it.</param>
internal sealed record ChartBar(string Label, long Value, string Shown);
