namespace Modellstadt.Region.Storage;

/// <summary>A town has signed a record of a take-over.</summary>
internal sealed class ReuseSignatureRow
{
    public required string RecordId { get; init; }

    /// <summary>Gemeindeschlüssel of the town.</summary>
    public required string Town { get; init; }

    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>The verifiable credential, a compact JWS.</summary>
    public required string Credential { get; init; }
}
