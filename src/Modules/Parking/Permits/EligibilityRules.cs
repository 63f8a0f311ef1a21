using Modellstadt.Parking.Facts;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Permits;

/// <summary>Who gets a resident parking permit in a town. Data, not code: a rule whose value was not found is null, and the office decides.</summary>
internal sealed record EligibilityRules
{
    /// <summary>Which residences count (BMG § 21).</summary>
    public required Sourced<IReadOnlyList<ResidenceKind>?> Residences { get; init; }

    /// <summary>How many permits a person may hold at a time: 1 in every town whose rule is known, or null where the town's own words were not found. Storage knows no second one.</summary>
    public required Sourced<int?> PermitsPerPerson { get; init; }

    /// <summary>How many plates may stand on one permit.</summary>
    public required Sourced<int?> PlatesPerPermit { get; init; }

    /// <summary>True when whoever has a space of their own gets no permit.</summary>
    public required Sourced<bool?> OwnSpaceExcludes { get; init; }

    /// <summary>Whose vehicles count.</summary>
    public required Sourced<IReadOnlyList<KeeperRule>?> Keeper { get; init; }

    /// <summary>Kinds of vehicle that get no permit.</summary>
    public required Sourced<IReadOnlyList<VehicleKind>?> ExcludedVehicleKinds { get; init; }

    /// <summary>Longest vehicle in millimetres.</summary>
    public required Sourced<int?> MaxLengthMm { get; init; }

    /// <summary>Widest vehicle in millimetres.</summary>
    public required Sourced<int?> MaxWidthMm { get; init; }

    /// <summary>Terms in months.</summary>
    public required Sourced<IReadOnlyList<int>?> TermsMonths { get; init; }
}

/// <summary>Whose vehicle counts.</summary>
internal enum KeeperRule
{
    /// <summary>The applicant is the keeper (Halter).</summary>
    Applicant,

    /// <summary>Somebody else is the keeper and has confirmed lasting use; the office looks at the paper.</summary>
    PermanentUse,
}
