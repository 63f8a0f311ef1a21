using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Facts;

/// <summary>A town as <c>data/towns.json</c> describes it.</summary>
/// <param name="Ags">Amtlicher Gemeindeschlüssel.</param>
/// <param name="Name">The town's name.</param>
/// <param name="PlateDistricts">Districts of number plates issued there (FZV § 9).</param>
/// <param name="Rules">Who gets a permit.</param>
internal sealed record TownFact(string Ags, string Name, Sourced<IReadOnlyList<string>> PlateDistricts, EligibilityRules Rules);
