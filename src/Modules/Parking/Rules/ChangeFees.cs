namespace Modellstadt.Parking.Rules;

/// <summary>What changes to a permit cost, in euros; null where the town has stated no fee for that change.</summary>
/// <param name="Plate">Another vehicle for good.</param>
/// <param name="TemporaryPlate">Another vehicle for some days.</param>
/// <param name="Zone">Another zone, after a move inside the town.</param>
/// <param name="Replacement">A lost paper.</param>
internal sealed record ChangeFees(decimal? Plate, decimal? TemporaryPlate, decimal? Zone, decimal? Replacement);
