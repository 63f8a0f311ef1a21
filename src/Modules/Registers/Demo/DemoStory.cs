namespace Modellstadt.Registers;

/// <summary>What happens when a made-up person asks for a citizen ID and a resident parking permit.</summary>
public enum DemoStory
{
    /// <summary>Main residence in a zone, one private car: gets the permit.</summary>
    Eligible,

    /// <summary>Like <see cref="Eligible"/>, with two or three vehicles to choose from.</summary>
    SeveralVehicles,

    /// <summary>Like <see cref="Eligible"/>, but the ID card writes the name a little differently; matched by DIN SPEC 91379.</summary>
    NameWrittenDifferently,

    /// <summary>Like <see cref="Eligible"/>, but moved inside the town: the ID card still shows the old address, the register counts.</summary>
    MovedInsideTown,

    /// <summary>The ID card bears a name that is not in the register.</summary>
    NameUnknown,

    /// <summary>Has left the town; the ID card still shows the old address.</summary>
    MovedAway,

    /// <summary>Only a secondary residence here; the main residence is in another town.</summary>
    SecondaryResidence,

    /// <summary>Lives in a zone, keeps no vehicle.</summary>
    NoVehicle,

    /// <summary>Lives in a zone, drives a company's car.</summary>
    CompanyCar,

    /// <summary>Lives in a zone, keeps only a trailer.</summary>
    VehicleNotAllowed,

    /// <summary>Lives in a zone, keeps only a motorhome longer than 5.6 m.</summary>
    VehicleTooLarge,

    /// <summary>Lives in a street of the town that belongs to no zone.</summary>
    OutsideZones,

    /// <summary>Lives in a street of a zone, at a number that does not belong to it.</summary>
    HouseNumberOutsideZone,

    /// <summary>Lives in a street section of which nobody published the side that belongs to the zone: only the office can tell.</summary>
    SideOfStreetUnknown,

    /// <summary>A death is recorded; somebody uses the ID card.</summary>
    Deceased,

    /// <summary>The register must not give information (BMG § 51).</summary>
    Blocked,

    /// <summary>Two persons of the same name and birth date; the ID card's old address tells them apart no more.</summary>
    Ambiguous,
}
