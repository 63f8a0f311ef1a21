namespace Modellstadt.Parking.Interfaces.Events;

/// <summary>Where a client wants to hear of rights. Its secret rests nowhere: it follows from the town's key (<see cref="EventSecrets"/>).</summary>
internal sealed class EventSubscription
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Amtlicher Gemeindeschlüssel of the town.</summary>
    public required string Ags { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid ClientId { get; init; }

    /// <summary>Where messages go.</summary>
    public required string Url { get; init; }

    /// <summary>Types of events, separated by blanks.</summary>
    public required string Events { get; init; }

    /// <summary>Its first moment: what happened before is not told.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Up to which moment changes of permits were looked at.</summary>
    public required DateTimeOffset FollowedUntil { get; set; }
}
