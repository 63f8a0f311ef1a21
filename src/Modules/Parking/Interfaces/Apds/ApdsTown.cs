// APDS Data Dictionary and Information Model 4.0 (ISO/TS 5206-1), JSON of the Alliance's API models: § VersionedIdentity.
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Visitors;
using Modellstadt.Parking.Zones;

namespace Modellstadt.Parking.Interfaces.Apds;

/// <summary>What the export is made of: the rules in force, their version and their first moment.</summary>
/// <param name="Facts">The rules.</param>
/// <param name="Version">1 for the shipped facts, one more with each book of rules.</param>
/// <param name="Since">Since when they hold; null when nobody knows, as with the shipped facts.</param>
/// <param name="Today">The day of the question.</param>
internal sealed record ApdsTown(ParkingFacts Facts, int Version, DateTimeOffset? Since, DateOnly Today)
{
    /// <summary>Where APDS demands a first moment. Nobody wrote down since when the shipped facts hold: they held when this year began.</summary>
    public DateTimeOffset Start => Since ?? TownCalendar.EndOf(new DateOnly(Today.Year - 1, 12, 31));

    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public string Ags => Facts.Town.Ags;

    /// <summary>Zones in which permits count; announced ones are no places for rights yet.</summary>
    public IEnumerable<ParkingZone> Zones => Facts.Zones.Zones.Where(zone => zone.Status is ZoneStatus.InForce).OrderBy(zone => zone.ZoneId, StringComparer.Ordinal);

    /// <summary>Identifier of a zone.</summary>
    public string PlaceOf(ParkingZone zone) => $"{Ags}-{zone.ZoneId}";

    /// <summary>Identifier of the right that a permit of a zone gives.</summary>
    public string RightOf(string zoneId) => $"{Ags}-{zoneId}-resident";

    /// <summary>The kinds of visitor tickets that the town gives.</summary>
    public IReadOnlyList<VisitorTicketRule> VisitorTickets => Facts.Rules.VisitorTickets.Value ?? [];

    /// <summary>Identifier of the right that a visitor's ticket of a zone gives.</summary>
    public string VisitOf(string zoneId, VisitorTicketRule rule) => $"{Ags}-{zoneId}-visitor-{TicketKind.Of(rule)}";

    /// <summary>Identifier of what such a ticket costs, the same in each zone.</summary>
    public string RatesOf(VisitorTicketRule rule) => $"{Ags}-visitor-{TicketKind.Of(rule)}-rates";

    /// <summary>Identifier of what permits of a zone cost.</summary>
    public string RatesOf(ParkingZone zone) => $"{Ags}-{zone.ZoneId}-resident-rates";
}
