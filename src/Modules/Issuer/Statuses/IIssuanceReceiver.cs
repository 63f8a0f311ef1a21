namespace Modellstadt.Issuer;

/// <summary>
/// Hears what becomes of what wallets got or wait for, by fingerprints of the ids they were given (<see cref="IssuedBatches.FingerprintOf"/>). Told
/// at least once, after it was committed, perhaps late; be harmless when told twice.
/// </summary>
public interface IIssuanceReceiver
{
    /// <summary>Takes the news; throws when it cannot act on them now: they come again.</summary>
    Task ReceiveAsync(IssuanceNews news, CancellationToken cancellationToken);
}

/// <summary>What became of batches of copies.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Fingerprints">Of the notification ids; where something is ready, of the transaction ids.</param>
public sealed record IssuanceNews(IssuanceNewsKind Kind, IReadOnlyList<string> Fingerprints);

/// <summary>What receivers are told.</summary>
public enum IssuanceNewsKind
{
    /// <summary>The copies were revoked or suspended, or count again.</summary>
    StatusChanged,

    /// <summary>The credential was fetched by another wallet; these copies are revoked.</summary>
    Replaced,

    /// <summary>What a wallet waits for can be fetched.</summary>
    Ready,
}
