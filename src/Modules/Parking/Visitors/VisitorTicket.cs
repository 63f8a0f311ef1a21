using Modellstadt.Parking.Rules;

namespace Modellstadt.Parking.Visitors;

/// <summary>
/// A ticket with which a visitor of a permit's holder may park. Of the visitor there is a plate and nothing else, and that only for a
/// day after the ticket ended. Tickets that were not used go back: their row is deleted, and their number is free again.
/// </summary>
internal sealed class VisitorTicket
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public required string Ags { get; init; }

    /// <summary>The permit of whoever is visited.</summary>
    public required Guid PermitId { get; init; }

    /// <summary>The resident register's key of whoever is visited.</summary>
    public required string ResidentId { get; init; }

    /// <summary>Counted in hours or in days.</summary>
    public required VisitorUnit Unit { get; init; }

    /// <summary>How many of them.</summary>
    public required int Length { get; init; }

    /// <summary>The calendar year in which it was made: it counts in that one.</summary>
    public required int Year { get; init; }

    /// <summary>1 to as many as the rule gives; a unique index lets none be given twice.</summary>
    public required int Number { get; init; }

    /// <summary>What it costs, euro cents.</summary>
    public required long AmountCents { get; init; }

    /// <summary>Where it counts.</summary>
    public required string Zone { get; init; }

    /// <summary>The zone's name.</summary>
    public required string ZoneName { get; init; }

    /// <summary>SHA-256 of the link's secret, hexadecimal; null when no link was made.</summary>
    public string? SecretHash { get; init; }

    /// <summary>Last moment at which the link can be used; null when no link was made.</summary>
    public DateTimeOffset? LinkExpiresAt { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The visitor's plate; null before the ticket is used, and again after it was forgotten.</summary>
    public string? Plate { get; set; }

    /// <summary>From when it counts; null while nobody has used it.</summary>
    public DateTimeOffset? StartsAt { get; set; }

    /// <summary>Until when it counts; null while nobody has used it.</summary>
    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>The notice that asks for its price; null while none does. Of two that charge at once, one finds it changed (<c>ParkingDb</c> sees to it).</summary>
    public Guid? FeeNoticeId { get; set; }

    /// <summary>Last change; other processes follow it.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>True while somebody may park with it.</summary>
    public bool CountsAt(DateTimeOffset at) => StartsAt <= at && at < EndsAt;
}
