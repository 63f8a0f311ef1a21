using System.Text.Json;
using Modellstadt.Accounts;
using Modellstadt.CitizenId;

namespace Modellstadt.Parking.Permits;

/// <summary>The citizen ID of another town by which an applicant said who they are.</summary>
/// <param name="Ags">Amtlicher Gemeindeschlüssel of the town that issued it.</param>
/// <param name="Town">That town's name.</param>
/// <param name="Level">How sure this town was.</param>
internal sealed record ForeignCitizenId(string Ags, string Town, AssuranceLevel Level)
{
    /// <summary>What was shown for an application; null when it was this town's own citizen ID, or none.</summary>
    public static ForeignCitizenId? Of(PermitApplication application) => application.ForeignCitizenId is { } json ? JsonSerializer.Deserialize<ForeignCitizenId>(json) : null;

    /// <summary>What a person showed, as JSON for a column of text; null when it was this town's own citizen ID.</summary>
    public static string? Write(ShownPerson person) =>
        person.OtherTown is { } other ? JsonSerializer.Serialize(new ForeignCitizenId(other.Ags, other.Town, person.Level)) : null;
}
