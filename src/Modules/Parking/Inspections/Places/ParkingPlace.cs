using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Zones;

namespace Modellstadt.Parking.Inspections.Places;

/// <summary>A street, or a part of it, where a warden stands, and the zone of the spaces there.</summary>
/// <param name="Zone">Letter of the zone.</param>
/// <param name="Name">The street with its house numbers as the source has them; empty for the zone as a whole.</param>
internal sealed record ParkingPlace(string Zone, string Name)
{
    private const char Separator = '|';

    /// <summary>Looked up with every check; goes with the facts.</summary>
    private static readonly ConditionalWeakTable<ParkingFacts, FrozenDictionary<string, ParkingPlace>> Known = [];

    /// <summary>As it stands in a form and in a case: zone, bar, street.</summary>
    public string Key => $"{Zone}{Separator}{Name}";

    /// <summary>All places of a town's zones in force: each zone, its streets, and the spaces that belong to another zone than the houses.</summary>
    public static IReadOnlyList<ParkingPlace> AllOf(ParkingFacts facts)
    {
        var zones = facts.Zones.Zones.Where(zone => zone.Status is ZoneStatus.InForce).ToArray();
        var spaces = facts.Spaces.ToLookup(space => space.SpaceZone, space => new ParkingPlace(space.SpaceZone, space.Detail));
        return
        [
            .. from zone in zones
               from place in zone.Streets.Select(street => new ParkingPlace(zone.ZoneId, NameOf(street))).Concat(spaces[zone.ZoneId]).Distinct().OrderBy(place => place.Name, StringComparer.CurrentCulture).Prepend(new ParkingPlace(zone.ZoneId, ""))
               select place,
        ];
    }

    /// <summary>The place behind a form's value; null when the town has none such.</summary>
    public static ParkingPlace? Find(ParkingFacts facts, string? key) =>
        key is null ? null : Known.GetValue(facts, each => AllOf(each).DistinctBy(place => place.Key).ToFrozenDictionary(place => place.Key)).GetValueOrDefault(key);

    private static string NameOf(StreetRange street)
    {
        var numbers = (street.From, street.To) switch
        {
            ({ } first, { } last) when first.CompareTo(last) == 0 => $" {first}",
            ({ } first, { } last) => $" {first}–{last}",
            _ => street.Segment is { } segment ? $" ({segment})" : "",
        };
        return street.Name + numbers;
    }
}
