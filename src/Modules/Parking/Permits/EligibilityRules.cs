using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Rules;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Permits;

/// <summary>
/// Who gets a resident parking permit in a town, and what the office does with it. Data, not code: a rule whose value was not found is
/// null, and the office decides.
/// </summary>
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

    /// <summary>How long before its end a permit can be renewed.</summary>
    public Sourced<CalendarSpan?> RenewalEarliest { get; init; } = Sourced.NotFound<CalendarSpan?>();

    /// <summary>True when the right ends as soon as the holder moves away or gives the vehicle up.</summary>
    public Sourced<bool?> EndsWithMoveOrSale { get; init; } = Sourced.NotFound<bool?>();

    /// <summary>The legal basis on which the program decides without a clerk (§ 35a VwVfG); not stated: a clerk releases each decision.</summary>
    public Sourced<string?> AutomationBasis { get; init; } = Sourced.NotFound<string>();

    /// <summary>How many days a provisional permit lasts while a register does not answer; 0: the town gives none.</summary>
    public Sourced<int?> ProvisionalDays { get; init; } = Sourced.NotFound<int?>();

    /// <summary>On which basis vehicles may be used, and what proves it.</summary>
    public Sourced<IReadOnlyList<BasisRule>?> Bases { get; init; } = Sourced.NotFound<IReadOnlyList<BasisRule>>();

    /// <summary>How many days another vehicle may stand in for one that is away; 0: none may.</summary>
    public Sourced<int?> TemporaryPlateDays { get; init; } = Sourced.NotFound<int?>();

    /// <summary>The kinds of visitor tickets; empty: the town gives none.</summary>
    public Sourced<IReadOnlyList<VisitorTicketRule>?> VisitorTickets { get; init; } = Sourced.NotFound<IReadOnlyList<VisitorTicketRule>>();

    /// <summary>What changes cost.</summary>
    public Sourced<ChangeFees?> ChangeFees { get; init; } = Sourced.NotFound<ChangeFees>();

    /// <summary>What comes back when a permit is returned.</summary>
    public Sourced<RefundRule?> Refund { get; init; } = Sourced.NotFound<RefundRule>();

    /// <summary>Days after the due day of an unpaid fee at which the permit is suspended; not stated: it is not.</summary>
    public Sourced<int?> SuspendUnpaidAfterDays { get; init; } = Sourced.NotFound<int?>();

    /// <summary>How many permits a zone gives for each of its spaces before it is full.</summary>
    public Sourced<decimal?> MostPermitsPerSpace { get; init; } = Sourced.NotFound<decimal?>();
}

/// <summary>Whose vehicle counts.</summary>
internal enum KeeperRule
{
    /// <summary>The applicant is the keeper (Halter).</summary>
    Applicant,

    /// <summary>Somebody else is the keeper and has confirmed lasting use; the office looks at the paper.</summary>
    PermanentUse,
}
