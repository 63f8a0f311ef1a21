using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Verifier;

/// <summary>How a question is asked and answered. Without further settings as HAIP 1.0 demands; nothing ever weakens it on the way.</summary>
public sealed record AskingPolicy
{
    /// <summary>As HAIP 1.0 demands: signed under the hash of the certificate, answered encrypted.</summary>
    public static AskingPolicy HighAssurance { get; } = new();

    /// <summary>
    /// The prefix of the client identifier (<see cref="ClientIdentifier"/>). <c>redirect_uri</c> puts the whole question unsigned into the
    /// link; <c>verifier_attestation</c> needs the file <c>verifier-attestation.jwt</c> in the key folder.
    /// </summary>
    public string ClientIdPrefix { get; init; } = ClientIdentifier.X509Hash;

    /// <summary>True when the wallet answers in the clear, by <c>direct_post</c>; only for wallets that cannot encrypt.</summary>
    public bool AnswersInTheClear { get; init; }

    /// <summary>True when a credential without a status list does not count.</summary>
    public bool RequiresStatus { get; init; }

    /// <summary>What the person authorises by answering; wallets refuse types they do not know.</summary>
    public IReadOnlyList<Transaction> Transactions { get; init; } = [];
}
