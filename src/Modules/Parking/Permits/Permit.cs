using Modellstadt.Parking.Changes.Rules;

namespace Modellstadt.Parking.Permits;

/// <summary>A resident parking permit (Bewohnerparkausweis, StVO § 45 Abs. 1b Satz 1 Nr. 2a).</summary>
internal sealed class Permit
{
    /// <summary>Stands between the plates.</summary>
    public const string Separator = ", ";

    /// <summary>Identifier; the credential's subject is <c>permit/{id}</c>.</summary>
    public required Guid Id { get; init; }

    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public required string Ags { get; init; }

    /// <summary>What stands on the permit: <c>GE-2026-000123</c>.</summary>
    public required string PermitNumber { get; init; }

    /// <summary>The resident register's key of the holder.</summary>
    public required string ResidentId { get; init; }

    /// <summary>The plates as they stand on the cars, separated by a comma and a blank.</summary>
    public required string Plates { get; set; }

    /// <summary>The zone.</summary>
    public required string Zone { get; set; }

    /// <summary>The zone's name.</summary>
    public required string ZoneName { get; set; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly ValidUntil { get; set; }

    /// <summary>Whether it is in force.</summary>
    public PermitState State { get; set; }

    /// <summary>When it ended before its last day; null when it did not.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why it ended before its last day, in words of the office.</summary>
    public string? EndReason { get; set; }

    /// <summary>True while it rests on a statement of its holder, because a register is silent (<c>ProvisionalPermits</c>).</summary>
    public bool Provisional { get; set; }

    /// <summary>The application that led to it; of a provisional permit that was confirmed, the one that it waited for.</summary>
    public required Guid ApplicationId { get; set; }

    /// <summary>The notice of its first term.</summary>
    public required Guid FeeNoticeId { get; init; }

    /// <summary>When it was granted.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The facts and rules behind the decision.</summary>
    public required string RuleVersion { get; set; }

    /// <summary>Last change; other processes follow it.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Grows with each change (<c>ParkingDb</c> sees to it): of a renewal and a revocation at the same time, one decides anew.</summary>
    public int Revision { get; set; }

    /// <summary>Plates that stand in for some days, past ones included (<see cref="TemporaryPlate"/>, JSON); null when there never was one.</summary>
    public string? TemporaryPlates { get; set; }

    /// <summary>Each plate.</summary>
    public IReadOnlyList<string> EachPlate => Plates.Split(Separator);

    /// <summary>Each plate that stands in for some days, past ones included.</summary>
    public IReadOnlyList<TemporaryPlate> EachTemporaryPlate => TemporaryPlate.Read(TemporaryPlates);

    /// <summary>True when nobody may park with it any more.</summary>
    public bool IsOver(DateOnly today) => State is not (PermitState.Active or PermitState.Suspended) || ValidUntil < today;

    /// <summary>Ends it before its last day.</summary>
    public void End(PermitState state, string reason, DateTimeOffset now) => (State, EndedAt, EndReason, ChangedAt) = (state, now, reason, now);

    /// <summary>Several plates in one line.</summary>
    public static string Line(IEnumerable<string> plates) => string.Join(Separator, plates);
}

/// <summary>Whether a permit is in force.</summary>
internal enum PermitState
{
    /// <summary>In force within its days. A person has at most one that is active or suspended.</summary>
    Active,

    /// <summary>Nobody may park with it until it is taken up again; its days go on.</summary>
    Suspended,

    /// <summary>Ended by the office.</summary>
    Revoked,

    /// <summary>Given back by its holder.</summary>
    Returned,

    /// <summary>Ended by itself: the holder moved away or died, or the vehicle went.</summary>
    Lapsed,

    /// <summary>Its days were over when its holder got a new one.</summary>
    Expired,
}
