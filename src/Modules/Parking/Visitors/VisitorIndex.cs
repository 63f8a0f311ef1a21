using System.Collections.Concurrent;
using System.Collections.Frozen;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Plates;

namespace Modellstadt.Parking.Visitors;

/// <summary>The tickets of all visitors' plates, in memory beside the plates of permits. Rebuilt at start (<see cref="VisitorIndexRefresh"/>).</summary>
internal sealed class VisitorIndex
{
    private readonly ConcurrentDictionary<Guid, VisitorRight> rights = new();
    private readonly ConcurrentDictionary<string, Guid[]> ticketsOfPlate = new(StringComparer.Ordinal);
    private readonly Lock changing = new();

    /// <summary>Puts a ticket in the place of what was known of it; one without a plate is forgotten.</summary>
    public void Put(VisitorTicket ticket)
    {
        lock (changing)
        {
            if (rights.TryRemove(ticket.Id, out var before))
                Change(before.PlateKey, others => [.. others.Where(id => id != ticket.Id)]);
            if (ticket is not { Plate: { } plate, StartsAt: { } from, EndsAt: { } until })
                return;

            var key = LicensePlate.Parse(plate, FrozenSet<string>.Empty)?.Key ?? plate;
            rights[ticket.Id] = new VisitorRight(ticket.Id, key, plate, ticket.Zone, ticket.ZoneName, from, until);
            Change(key, others => [.. others, ticket.Id]);
        }
    }

    /// <summary>The tickets of a plate that count at a moment.</summary>
    public IReadOnlyList<VisitorRight> OfPlate(string plateKey, DateTimeOffset at) =>
        [.. ticketsOfPlate.GetValueOrDefault(plateKey, []).Select(id => rights.GetValueOrDefault(id)).OfType<VisitorRight>().Where(right => right.From <= at && at < right.Until)];

    private void Change(string plate, Func<Guid[], Guid[]> change)
    {
        var tickets = change(ticketsOfPlate.GetValueOrDefault(plate, []));
        if (tickets is [])
            ticketsOfPlate.TryRemove(plate, out _);
        else
            ticketsOfPlate[plate] = tickets;
    }
}

/// <summary>The right of a visitor's plate.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="PlateKey">Comparable form of the plate.</param>
/// <param name="Plate">The plate as it stands on the car.</param>
/// <param name="ZoneId">Letter of the zone.</param>
/// <param name="ZoneName">Name of the zone.</param>
/// <param name="From">First moment.</param>
/// <param name="Until">The moment at which it is over.</param>
internal sealed record VisitorRight(Guid TicketId, string PlateKey, string Plate, string ZoneId, string ZoneName, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>As wardens see it: in whole days, since they ask about this moment only.</summary>
    public PlateRight AsPlateRight() => new(TicketId, Plate, ZoneId, ZoneName, DayOf(From), DayOf(Until.AddTicks(-1)), Revoked: false);

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TownCalendar.OnTownClocks(at).DateTime);
}
