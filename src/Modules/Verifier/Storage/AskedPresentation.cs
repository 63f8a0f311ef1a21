using Modellstadt.Verifier.Answering;

namespace Modellstadt.Verifier.Storage;

/// <summary>
/// A question to a wallet, and for a short while its answer. Secrets of browsers and typed codes are kept as marks
/// (<see cref="Keys.VerifierSecrets.Mark"/>), the decryption key and the result sealed.
/// </summary>
internal sealed class AskedPresentation
{
    /// <summary>For the asking side.</summary>
    public required Guid Id { get; init; }

    /// <summary>For the wallet, in addresses; another random value than <see cref="Id"/>.</summary>
    public required string WalletId { get; init; }

    /// <summary>Leaves <see cref="AskedState.Waiting"/> once; settled states are never overwritten by a wallet.</summary>
    public AskedState State { get; init; }

    /// <summary>`state` of the request.</summary>
    public required string RequestState { get; init; }

    /// <summary>`nonce` of the request.</summary>
    public required string Nonce { get; init; }

    /// <summary>Sealed PKCS #8 of this presentation's own decryption key; null once it is settled, and when the answer comes in the clear.</summary>
    public byte[]? EncryptionKey { get; init; }

    /// <summary>Mark of the browser session that asked.</summary>
    public required string SessionMark { get; init; }

    /// <summary>Mark of the code to type.</summary>
    public required string CodeMark { get; init; }

    /// <summary>DCQL, JSON.</summary>
    public required string Query { get; init; }

    /// <summary><see cref="Asking.StoredPolicy"/>, JSON.</summary>
    public required string Policy { get; init; }

    public required string PurposeGerman { get; init; }

    public required string PurposeEnglish { get; init; }

    /// <summary><see cref="Modellstadt.Verifier.AnnouncedOffer"/>, JSON.</summary>
    public string? AnnouncedOffer { get; init; }

    public required string ReturnPath { get; init; }

    public required bool CrossDevice { get; init; }

    /// <summary>True when another system of the town asked through the management API, which reads no other results.</summary>
    public required bool AskedByApi { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>SHA-256 of what the wallet posted: the same post again gets the same answer.</summary>
    public string? AnswerDigest { get; init; }

    public string? ResponseCodeMark { get; init; }

    public RefusalReason? Refusal { get; init; }

    /// <summary>For developers: code, clause and sentence of the broken rule, JSON. No claim values.</summary>
    public string? Error { get; init; }

    /// <summary>Sealed result; null once whoever asked has stored it, or its time is over.</summary>
    public byte[]? Result { get; init; }
}

/// <summary>Where a presentation is.</summary>
internal enum AskedState
{
    /// <summary>For an answer.</summary>
    Waiting,

    /// <summary>The answer holds and was not stored yet by whoever asked.</summary>
    Received,

    /// <summary>The wallet said no, or its answer does not hold.</summary>
    Refused,

    /// <summary>The result was stored by whoever asked, and is forgotten here.</summary>
    Redeemed,
}
