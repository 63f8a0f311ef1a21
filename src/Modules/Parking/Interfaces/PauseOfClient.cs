namespace Modellstadt.Parking.Interfaces;

/// <summary>A client hears nothing for a while, since its questions looked like guessing. Clerks see it and can end it; no plate stands here.</summary>
internal sealed class PauseOfClient
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid ClientId { get; init; }

    /// <summary>Its beginning.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Its end; a clerk may end it before.</summary>
    public required DateTimeOffset Until { get; set; }

    /// <summary>How many questions it had asked within the hour.</summary>
    public required int Asked { get; init; }

    /// <summary>How many of them were about plates that the town does not know.</summary>
    public required int Unknown { get; init; }
}
