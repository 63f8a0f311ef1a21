using System.Text.Json.Serialization;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Zones;

/// <summary>
/// Parking spaces whose zone differs from the zone of the houses they lie in front of. An address belongs to its zone all the
/// same: this only warns the resident where the permit does not count.
/// </summary>
internal sealed record SpaceAssignment
{
    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public required string Ags { get; init; }

    /// <summary>The street.</summary>
    public required string Street { get; init; }

    /// <summary>First house number.</summary>
    public required HouseNumber From { get; init; }

    /// <summary>Last house number.</summary>
    public required HouseNumber To { get; init; }

    /// <summary>Zone of the houses.</summary>
    public required string AddressZone { get; init; }

    /// <summary>Zone of the spaces.</summary>
    public required string SpaceZone { get; init; }

    /// <summary>Which spaces exactly, in German.</summary>
    public required string Detail { get; init; }

    /// <summary>The street in comparable form.</summary>
    [JsonIgnore]
    public StreetName Name => StreetName.Of(Street);

    /// <summary>True when the spaces lie in front of this house or its neighbours.</summary>
    public bool Concerns(string street, HouseNumber house) =>
        Name == StreetName.Of(street) && house.CompareTo(From) >= 0 && house.CompareTo(To) <= 0;
}
