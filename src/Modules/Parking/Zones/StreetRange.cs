using System.Text.Json.Serialization;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Zones;

/// <summary>One line of a zone's street list.</summary>
internal sealed record StreetRange
{
    /// <summary>The street as the source writes it.</summary>
    public required string Name { get; init; }

    /// <summary>First house number; null: the whole street.</summary>
    public HouseNumber? From { get; init; }

    /// <summary>Last house number; null: the whole street.</summary>
    public HouseNumber? To { get; init; }

    /// <summary>Which side of the street.</summary>
    public Parity Parity { get; init; }

    /// <summary>Whether the source states the side or we inferred it.</summary>
    public ParityBasis ParityBasis { get; init; }

    /// <summary>A part of the street between other streets, not known as house numbers; null when there is none.</summary>
    public string? Segment { get; init; }

    /// <summary>True when this line is made up.</summary>
    public bool Demo { get; init; }

    /// <summary>The name in comparable form.</summary>
    [JsonIgnore]
    public StreetName Street => StreetName.Of(Name);

    /// <summary>False when only one end is given, or the last number stands before the first.</summary>
    [JsonIgnore]
    public bool IsSound => From is { } first ? To is { } last && first.CompareTo(last) <= 0 : To is null;

    /// <summary>Whether a house lies in this range.</summary>
    /// <param name="house">The house.</param>
    /// <param name="bothSidesListed">True when the street's even and odd numbers are listed separately: an inferred side is then certain.</param>
    public Coverage Covers(HouseNumber house, bool bothSidesListed)
    {
        if (!IsSound)
            return Coverage.UnknownBounds;
        if (Segment is not null && From is null)
            return Coverage.UnknownSegment;

        // "28–42" leaves open whether 42a belongs to it; "28–42b" does not.
        var additionBeyondLast = To is { Suffix: "" } last && house.Number == last.Number && house.Suffix.Length > 0;
        if (From?.CompareTo(house) > 0 || (To?.CompareTo(house) < 0 && !additionBeyondLast))
            return Coverage.Outside;

        return OnItsSide(house, bothSidesListed) switch
        {
            true => additionBeyondLast ? Coverage.UnknownAddition : Coverage.Inside,
            false => Coverage.Outside,
            null => Coverage.UnknownSide,
        };
    }

    /// <summary>True or false when the side is certain; null when the source leaves it open.</summary>
    private bool? OnItsSide(HouseNumber house, bool bothSidesListed)
    {
        if (Parity is Parity.All)
            return true;

        if (Parity is Parity.Unspecified)
        {
            if (From is not { } first || To is not { } last)
                return true;

            // A range from an odd to an even number can only mean both sides; otherwise it means one side or both.
            var oneSidePossible = int.IsEvenInteger(first.Number) == int.IsEvenInteger(last.Number);
            return !oneSidePossible || int.IsEvenInteger(house.Number) == int.IsEvenInteger(first.Number) ? true : null;
        }

        if (int.IsEvenInteger(house.Number) == Parity is Parity.Even)
            return true;

        return ParityBasis is ParityBasis.Stated || bothSidesListed ? false : null;
    }
}

/// <summary>Which house numbers of a range are meant.</summary>
internal enum Parity
{
    /// <summary>Both sides.</summary>
    All,

    /// <summary>Even numbers only.</summary>
    Even,

    /// <summary>Odd numbers only.</summary>
    Odd,

    /// <summary>A range was published without saying which side.</summary>
    Unspecified,
}

/// <summary>Where the side of the street comes from.</summary>
internal enum ParityBasis
{
    /// <summary>The source says it.</summary>
    Stated,

    /// <summary>Concluded from the numbers.</summary>
    Inferred,

    /// <summary>The source does not say it.</summary>
    NotPublished,
}

/// <summary>Whether a house lies in a range, and if that is open, why.</summary>
internal enum Coverage
{
    /// <summary>Certainly not.</summary>
    Outside,

    /// <summary>Certainly.</summary>
    Inside,

    /// <summary>The source does not say which side of the street.</summary>
    UnknownSide,

    /// <summary>The source names a part of the street without house numbers.</summary>
    UnknownSegment,

    /// <summary>The range ends at this number without its addition.</summary>
    UnknownAddition,

    /// <summary>The range has one end only, or ends before it begins.</summary>
    UnknownBounds,
}
