namespace Modellstadt.CitizenId;

/// <summary>The opaque reference that a person's citizen ID carries; only the town can tell whom it means.</summary>
internal sealed class CitizenReference
{
    /// <summary>The resident register's key.</summary>
    public required string ResidentId { get; init; }

    /// <summary>Random, 128 bits, base64url. One per person and town.</summary>
    public required string Reference { get; init; }

    /// <summary>When it was drawn.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
