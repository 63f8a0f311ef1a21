using System.Text.Json;
using System.Text.Json.Serialization;
using Modellstadt.Parking.Changes.Rules;

namespace Modellstadt.Parking.Permits;

/// <summary>What the town offers before the citizen confirms: zone, vehicles, terms and fees.</summary>
/// <param name="ZoneId">The zone of the residence.</param>
/// <param name="ZoneName">Its name.</param>
/// <param name="Addressee">Name and address of the person as the resident register knows them.</param>
/// <param name="SpaceNotice">Spaces at the door that belong to another zone; null when there are none.</param>
/// <param name="Vehicles">Vehicles of the person that get a permit, at least one.</param>
/// <param name="MostPlates">How many of them may stand on the permit.</param>
/// <param name="OwnSpaceExcludes">True when the citizen must state to have no space of their own.</param>
/// <param name="FeeRuleId">The fee rule of the day.</param>
/// <param name="Demo">True when made-up facts are part of it.</param>
internal sealed record PermitProposal(
    string ZoneId, string ZoneName, Addressee Addressee, SpaceNotice? SpaceNotice, IReadOnlyList<OfferedVehicle> Vehicles, int MostPlates, bool OwnSpaceExcludes,
    string FeeRuleId, bool Demo)
{
    /// <summary>The terms when they cost the same for every vehicle; empty when the price depends on the vehicle.</summary>
    [JsonIgnore]
    public IReadOnlyList<OfferedTerm> CommonTerms => Vehicles.All(vehicle => vehicle.Terms.SequenceEqual(Vehicles[0].Terms)) ? Vehicles[0].Terms : [];

    /// <summary>The terms in months, the longest first.</summary>
    [JsonIgnore]
    public IEnumerable<int> Months => Vehicles.SelectMany(vehicle => vehicle.Terms).Select(term => term.Months).Distinct().OrderDescending();

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static PermitProposal Read(string json) => JsonSerializer.Deserialize<PermitProposal>(json)!;

    /// <summary>The proposal as JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this);
}

/// <summary>Whom a notice is addressed to.</summary>
internal sealed record Addressee(string Name, string StreetAddress, string PostalCode, string Locality);

/// <summary>Spaces whose zone differs from the zone of the houses behind them.</summary>
internal sealed record SpaceNotice(string Detail, string SpaceZone);

/// <summary>A vehicle that gets a permit, and for how much.</summary>
/// <param name="Plate">As it stands on the car.</param>
/// <param name="Key">Comparable form of the plate.</param>
/// <param name="TradeName">Make and type.</param>
/// <param name="Terms">What the town offers for it, the longest first.</param>
internal sealed record OfferedVehicle(string Plate, string Key, string TradeName, IReadOnlyList<OfferedTerm> Terms);

/// <summary>A term and its fee.</summary>
internal sealed record OfferedTerm(int Months, decimal Euros);

/// <summary>What the citizen confirms.</summary>
/// <param name="PlateKeys">The chosen vehicles.</param>
/// <param name="Months">The chosen term.</param>
/// <param name="NoOwnSpace">The statement to have no space of their own.</param>
internal sealed record PermitWish(IReadOnlyList<string> PlateKeys, int Months, bool NoOwnSpace)
{
    /// <summary>Nothing chosen.</summary>
    public static PermitWish Nothing { get; } = new([], 0, false);

    /// <summary>Of a change: what was shown before; null when nobody was shown anything, as in a renewal by the office.</summary>
    public ShownChange? Shown { get; init; }

    /// <summary>Of a temporary plate: which, and when; null otherwise.</summary>
    public TemporaryPlateWish? Temporary { get; init; }

    /// <summary>Of a return whose refund the office decides: the account that the holder named, IBAN without blanks; null otherwise.</summary>
    public string? RefundIban { get; init; }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static PermitWish Read(string json) => JsonSerializer.Deserialize<PermitWish>(json)!;

    /// <summary>The wish as JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this);
}

/// <summary>A plate that is to stand in for some days.</summary>
/// <param name="Plate">As the holder typed it.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
internal sealed record TemporaryPlateWish(string Plate, DateOnly From, DateOnly Until);

/// <summary>A granted permit, before it is stored.</summary>
internal sealed record PermitGrant(PermitProposal Proposal, IReadOnlyList<OfferedVehicle> Vehicles, decimal Euros, DateOnly ValidFrom, DateOnly ValidUntil)
{
    /// <summary>True when zone and fee are those that the citizen saw before confirming: a decision may come days later.</summary>
    public bool IsWhatWasShown(PermitProposal shown, int months) => shown.ZoneId == Proposal.ZoneId && Euros == shown.Vehicles
        .Where(vehicle => Vehicles.Any(chosen => chosen.Key == vehicle.Key))
        .Max(vehicle => vehicle.Terms.FirstOrDefault(term => term.Months == months)?.Euros);
}
