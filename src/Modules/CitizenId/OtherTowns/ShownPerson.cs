using Modellstadt.Accounts;
using Modellstadt.Registers;

namespace Modellstadt.CitizenId;

/// <summary>Whom a shown citizen ID means.</summary>
/// <param name="Resident">The person of this town's register.</param>
/// <param name="Level">How sure the town may be.</param>
public sealed record ShownPerson(ResidentId Resident, AssuranceLevel Level)
{
    /// <summary>Whose citizen ID it was; null for this town's own.</summary>
    public OtherTownsId? OtherTown { get; init; }
}
