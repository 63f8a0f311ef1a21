using System.Text.Json;
using System.Text.Json.Serialization;

namespace Modellstadt.Parking.Permits;

/// <summary>
/// What clerks found out about an application, in their order. The rules decide with them as with what the registers say: a finding
/// answers a question that the rules left open, and never one that they decide.
/// </summary>
/// <param name="All">The findings, the latest last.</param>
internal sealed record ClerkFindings(IReadOnlyList<ClerkFinding> All)
{
    /// <summary>No clerk has looked at it.</summary>
    public static ClerkFindings None { get; } = new([]);

    /// <summary>The last finding of a kind that fits; null when there is none.</summary>
    public T? Last<T>(Func<T, bool>? fits = null) where T : ClerkFinding => All.OfType<T>().LastOrDefault(fits ?? (_ => true));

    /// <summary>These and one more.</summary>
    public ClerkFindings With(ClerkFinding finding) => new([.. All, finding]);

    /// <summary>The findings of an application.</summary>
    public static ClerkFindings Of(PermitApplication application) => application.Findings is { } json ? JsonSerializer.Deserialize<ClerkFindings>(json)! : None;

    /// <summary>The findings as JSON, for a column of text.</summary>
    public string Write() => JsonSerializer.Serialize(this);
}

/// <summary>One thing that a clerk found out. A closed family.</summary>
[JsonDerivedType(typeof(ZoneFound), "zone")]
[JsonDerivedType(typeof(PersonConfirmed), "person")]
[JsonDerivedType(typeof(VehicleAccepted), "vehicle")]
[JsonDerivedType(typeof(RuleAnswered), "rule")]
[JsonDerivedType(typeof(FeeFound), "fee")]
[JsonDerivedType(typeof(Released), "release")]
internal abstract record ClerkFinding
{
    /// <summary>Account of the clerk.</summary>
    public required Guid By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>The zone of an address that the published facts leave open.</summary>
/// <param name="StreetAddress">Street and house number, as the register writes them.</param>
/// <param name="ZoneId">The zone; null: the address is in none.</param>
internal sealed record ZoneFound(string StreetAddress, string? ZoneId) : ClerkFinding;

/// <summary>The person behind a blocked entry (BMG § 51, § 52) has been checked, so that the entry may be used.</summary>
internal sealed record PersonConfirmed : ClerkFinding;

/// <summary>A vehicle that only a paper or a look at the plate entitles.</summary>
/// <param name="Plate">The plate, as the register writes it.</param>
internal sealed record VehicleAccepted(string Plate) : ClerkFinding;

/// <summary>A rule that the town has not published, answered for this application.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Holds">Yes or no.</param>
internal sealed record RuleAnswered(OpenRule Rule, bool Holds) : ClerkFinding;

/// <summary>What a permit costs where no fee was published.</summary>
/// <param name="Months">The term.</param>
/// <param name="Cents">Euro cents for the whole term.</param>
internal sealed record FeeFound(int Months, long Cents) : ClerkFinding;

/// <summary>A clerk has released the decision that the program prepared (VwVfG NRW § 35a).</summary>
/// <param name="Prepared">What was prepared (<see cref="PreparedDecision"/>): the release holds for nothing else.</param>
internal sealed record Released(string Prepared) : ClerkFinding;

/// <summary>A rule whose value was not found.</summary>
internal enum OpenRule
{
    /// <summary>Whether a secondary residence counts.</summary>
    SecondaryResidence,

    /// <summary>Whether a space of one's own excludes.</summary>
    OwnSpace,

    /// <summary>Whether this vehicle gets a permit.</summary>
    Vehicle,
}
