using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Plates;

namespace Modellstadt.Parking.Interfaces.Events;

/// <summary>What is told about a permit: its present state, and how it came to be. Nothing about the person.</summary>
internal static class RightEvent
{
    /// <summary>Which event the last change of a permit is.</summary>
    public static string TypeOf(Permit permit) => permit switch
    {
        { State: not PermitState.Active } => EventTypes.Ended,
        { Revision: 0 } => EventTypes.Granted,
        _ => EventTypes.Changed,
    };

    /// <summary>The body of the message.</summary>
    /// <param name="permit">The permit.</param>
    /// <param name="rightId">Its pseudonym.</param>
    /// <param name="hashOf">Hashes a plate's comparable form; null when the subscriber may not learn plates.</param>
    public static string BodyOf(Permit permit, string rightId, Func<string, string>? hashOf)
    {
        var right = new JsonObject
        {
            ["right_id"] = rightId,
            ["revision"] = permit.Revision,
            ["kind"] = "resident-permit",
            ["zone"] = permit.Zone,
            ["valid_from"] = TownCalendar.Iso(permit.ValidFrom),
            ["valid_until"] = TownCalendar.Iso(permit.ValidUntil),
        };
        if (hashOf is not null)
            right["plate_hashes"] = new JsonArray([.. permit.EachPlate.Select(plate => JsonValue.Create(hashOf(LicensePlate.Parse(plate, FrozenSet<string>.Empty)?.Key ?? plate)))]);
        return new JsonObject { ["type"] = TypeOf(permit), ["timestamp"] = permit.ChangedAt.ToUniversalTime().ToString("O"), ["data"] = right }.ToJsonString();
    }
}
