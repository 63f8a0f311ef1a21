namespace Modellstadt.Parking.Zones;

/// <summary>Which zone an address belongs to. A closed family; a guess is not among its members.</summary>
internal abstract record ZoneAnswer
{
    private ZoneAnswer()
    {
    }

    /// <summary>Certainly in this zone.</summary>
    public sealed record InZone(ParkingZone Zone) : ZoneAnswer;

    /// <summary>The street belongs to a zone, this house does not.</summary>
    public sealed record OutsideNumbers(string Street) : ZoneAnswer;

    /// <summary>Certainly in no zone: every zone of the town is known with its whole street list.</summary>
    public sealed record NotInAnyZone : ZoneAnswer;

    /// <summary>The facts do not decide it; the office does.</summary>
    public sealed record AskOffice(OpenQuestion Question) : ZoneAnswer;
}

/// <summary>Why an address cannot be assigned to a zone by the facts alone.</summary>
internal enum OpenQuestion
{
    /// <summary>The town's street lists are not known completely.</summary>
    StreetListIncomplete,

    /// <summary>Nobody published which side of the street belongs to the zone.</summary>
    SideOfStreet,

    /// <summary>Only a part of the street, described by other streets, belongs to the zone.</summary>
    PartOfStreet,

    /// <summary>The list ends at this number without its addition.</summary>
    NumberAddition,

    /// <summary>The list names house numbers that cannot be meant as they stand.</summary>
    BrokenRange,

    /// <summary>Several zones name this address.</summary>
    SeveralZones,

    /// <summary>The zone is announced, not in force.</summary>
    ZoneNotInForce,
}
