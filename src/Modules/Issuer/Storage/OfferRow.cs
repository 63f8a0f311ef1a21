namespace Modellstadt.Issuer.Storage;

/// <summary>An offer. Its codes are derived from id and generation; only their fingerprints are stored, to find it.</summary>
internal sealed class OfferRow
{
    public required Guid Id { get; init; }

    public required string ConfigurationId { get; set; }

    public required string Subject { get; set; }

    /// <summary>JSON; emptied when nobody can fetch the credential any more.</summary>
    public required string Claims { get; set; }

    public DateTimeOffset? ValidUntil { get; set; }

    public required string IdempotencyKey { get; init; }

    /// <summary>Counts how often it was opened: each time with fresh codes.</summary>
    public int Generation { get; set; }

    public string ReferenceHash { get; set; } = "";

    public string CodeHash { get; set; } = "";

    public string TypedCodeHash { get; set; } = "";

    public int? TransactionCodeLength { get; set; }

    public int TransactionCodeTries { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? CodeUsedAt { get; set; }

    /// <summary>Whether copies can be made.</summary>
    public Readiness Readiness { get; set; }

    /// <summary>When a wallet began to wait for an offer that was not ready; null when none ever did.</summary>
    public DateTimeOffset? DeferredAt { get; set; }

    /// <summary>How many batches of copies it has brought.</summary>
    public int Batches { get; init; }

    /// <summary>The generation whose copies are in a wallet; 0 before the first.</summary>
    public int IssuedGeneration { get; set; }

    /// <summary>Until when a refresh token fetches fresh copies; null for never, and after a revocation.</summary>
    public DateTimeOffset? RefreshUntil { get; set; }
}

/// <summary>Whether the copies of an offer can be made.</summary>
internal enum Readiness
{
    /// <summary>At once.</summary>
    Ready,

    /// <summary>Not yet: somebody still has to decide.</summary>
    Waiting,

    /// <summary>Never: somebody has decided.</summary>
    Refused,
}
