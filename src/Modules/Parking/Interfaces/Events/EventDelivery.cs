namespace Modellstadt.Parking.Interfaces.Events;

/// <summary>
/// A message on its way to a subscriber: an outbox of its own, since others may be unreachable for days. What was delivered stays for a
/// day without its content, so that the same change is not told twice.
/// </summary>
internal sealed class EventDelivery
{
    /// <summary>Identifier; the same at every attempt, so that receivers notice a repetition.</summary>
    public required Guid Id { get; init; }

    /// <summary>To whom.</summary>
    public required Guid SubscriptionId { get; init; }

    /// <summary>The permit that is told; the body names it by a pseudonym.</summary>
    public required Guid PermitId { get; init; }

    /// <summary>Revision of the permit that is told.</summary>
    public required int Revision { get; init; }

    /// <summary>One of <see cref="EventTypes"/>.</summary>
    public required string EventType { get; init; }

    /// <summary>The body, JSON; empty when it was delivered.</summary>
    public required string Body { get; set; }

    /// <summary>Since when it waits: when it was written, or when a clerk let it be sent again.</summary>
    public required DateTimeOffset WaitingSince { get; set; }

    /// <summary>Not tried before this time.</summary>
    public required DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>What came of it.</summary>
    public DeliveryState State { get; set; }

    /// <summary>What the receiver answered last, a status or a word; null before the first attempt.</summary>
    public string? LastAnswer { get; set; }
}

/// <summary>What came of a message.</summary>
internal enum DeliveryState
{
    /// <summary>It will be tried, perhaps again.</summary>
    Waiting,

    /// <summary>The receiver took it.</summary>
    Delivered,

    /// <summary>Given up; a clerk sees it.</summary>
    Dead,
}
