using System.Text.Json;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.ProvisionalPermits;

namespace Modellstadt.Parking.Permits;

/// <summary>
/// Who decided what about an application, on which facts and rules (VwVfG NRW § 35, § 35a, § 39). Stored with what it decides, never
/// changed; an application has at most one.
/// </summary>
internal sealed class Decision
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public required string Ags { get; init; }

    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>The permit that was granted or changed; null when it was refused and there is none.</summary>
    public Guid? PermitId { get; init; }

    /// <summary>The resident register's key of the person whom it concerns; null when nobody was known.</summary>
    public string? ResidentId { get; init; }

    /// <summary>What was asked for.</summary>
    public required ApplicationPurpose Purpose { get; init; }

    /// <summary>Yes or no.</summary>
    public required DecisionOutcome Outcome { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Who, one of <see cref="Kernel.Auditing.Actors"/>.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>What allows the program to decide without a clerk; null when a clerk decided.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>The facts and rules of the town that were applied.</summary>
    public required string RuleVersion { get; init; }

    /// <summary>What the registers, the citizen and the rules said (<see cref="DecisionFacts"/>, JSON).</summary>
    public required string Facts { get; init; }

    /// <summary>Why not (<c>StoredRefusal</c>, JSON); null when it was granted.</summary>
    public string? Refusal { get; init; }
}

/// <summary>Yes or no.</summary>
internal enum DecisionOutcome
{
    /// <summary>What was asked for is granted.</summary>
    Granted,

    /// <summary>What was asked for is refused.</summary>
    Refused,
}

/// <summary>What stood before whoever decided.</summary>
/// <param name="Registers">What the registers said on that day, and what clerks found; null when they knew nobody or were silent.</param>
/// <param name="Wish">What the citizen confirmed; null when it was refused before.</param>
/// <param name="Proposal">What the town offered; null when it was refused before.</param>
internal sealed record DecisionFacts(PermitFacts? Registers, PermitWish? Wish, PermitProposal? Proposal)
{
    /// <summary>Whose citizen ID the applicant showed; null when it was this town's own, or none.</summary>
    public ForeignCitizenId? ForeignCitizenId { get; init; }

    /// <summary>What the office asked, and the answer; null when it asked nothing.</summary>
    public CaseQuestion? Question { get; init; }

    /// <summary>What the person stated while a register was silent; null when nothing.</summary>
    public ProvisionalStatement? Statement { get; init; }

    /// <summary>The fee for which the permit rests or rested; null when it is about something else.</summary>
    public UnpaidFact? Unpaid { get; init; }

    /// <summary>Why a clerk decided so where no rule does; null when rules decided.</summary>
    public OfficeReason? Office { get; init; }

    /// <summary>What comes back of the fees of a returned permit; null when it is about something else.</summary>
    public RefundFact? Refund { get; init; }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static DecisionFacts Read(string json) => JsonSerializer.Deserialize<DecisionFacts>(json)!;

    /// <summary>The facts as JSON, for a column of text.</summary>
    public string Write() => JsonSerializer.Serialize(this);
}

/// <summary>Why a clerk decided so where no rule does.</summary>
/// <param name="Words">In the clerk's words.</param>
/// <param name="Addressee">Whom the last fee notice of the permit was for; null when there was none.</param>
internal sealed record OfficeReason(string Words, Addressee? Addressee);

/// <summary>What comes back of the fees of a returned permit.</summary>
/// <param name="FeeCents">Euro cents of the fees before.</param>
/// <param name="Cents">Euro cents that come back.</param>
internal sealed record RefundFact(long FeeCents, long Cents);
