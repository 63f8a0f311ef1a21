using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Rules.Preview;

/// <summary>What would change for the permits of today if a draft held from a day on.</summary>
internal sealed record PreviewReport
{
    /// <summary>The draft's first day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Permits in force.</summary>
    public required int Permits { get; init; }

    /// <summary>Permits of which no facts are kept, so that only their zone counts.</summary>
    public required int NotChecked { get; init; }

    /// <summary>Permits that a clerk has to decide, before and after.</summary>
    public required int Open { get; init; }

    /// <summary>Permits that get another zone at their next renewal, by zones.</summary>
    public required IReadOnlyList<ZoneMove> Moves { get; init; }

    /// <summary>Permits that could not be renewed any more, by reason.</summary>
    public required IReadOnlyList<LostRight> Losses { get; init; }

    /// <summary>Permits that can be renewed with the draft and could not without.</summary>
    public required int Gains { get; init; }

    /// <summary>What the next renewals cost.</summary>
    public required FeeDifference Fees { get; init; }

    /// <summary>Permits and spaces of each zone.</summary>
    public required IReadOnlyList<ZoneLoad> Zones { get; init; }

    /// <summary>Addresses of the street lists whose answer changes.</summary>
    public required IReadOnlyList<AddressMove> Addresses { get; init; }
}

/// <summary>Permits that go from one zone to another.</summary>
/// <param name="From">What stands on them.</param>
/// <param name="To">What would stand on them.</param>
/// <param name="Count">How many.</param>
/// <param name="Samples">Some of their numbers.</param>
internal sealed record ZoneMove(string From, string To, int Count, IReadOnlyList<string> Samples);

/// <summary>Permits whose holders would get none any more.</summary>
/// <param name="Why">The first of the refusals of this kind.</param>
/// <param name="Count">How many.</param>
/// <param name="Samples">Some of their numbers.</param>
internal sealed record LostRight(Refusal Why, int Count, IReadOnlyList<string> Samples);

/// <summary>What the next renewals would cost more or less, for the same term.</summary>
/// <param name="Dearer">Permits that would cost more.</param>
/// <param name="Cheaper">Permits that would cost less.</param>
/// <param name="Sum">All differences together, euros.</param>
/// <param name="LargestRise">The largest rise, euros.</param>
/// <param name="LargestFall">The largest fall, euros, as a positive number.</param>
internal sealed record FeeDifference(int Dearer, int Cheaper, decimal Sum, decimal LargestRise, decimal LargestFall);

/// <summary>Permits against spaces.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="PermitsBefore">Permits that bear it.</param>
/// <param name="SpacesBefore">Its spaces; null when nobody counted them.</param>
/// <param name="PermitsAfter">Permits that would bear it.</param>
/// <param name="SpacesAfter">Its spaces; null when nobody counted them or the zone is gone.</param>
/// <param name="Oversold">True when it would have more permits than the town gives for its spaces.</param>
internal sealed record ZoneLoad(string Zone, int PermitsBefore, int? SpacesBefore, int PermitsAfter, int? SpacesAfter, bool Oversold);

/// <summary>An address whose zone changes.</summary>
/// <param name="Street">The street.</param>
/// <param name="House">The house number.</param>
/// <param name="Before">Its zone; <c>?</c> when the office decides, <c>–</c> when it is in none.</param>
/// <param name="After">The same with the draft.</param>
internal sealed record AddressMove(string Street, string House, string Before, string After);
