using Modellstadt.Kernel.Outcomes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Verifier.Answering;

/// <summary>Why an answer is not accepted; stored with the presentation.</summary>
internal enum RefusalReason
{
    WalletSaidNo,
    NotVerifiable,
    IssuerNotTrusted,
    Expired,
    Revoked,
    Suspended,
    StatusUnknown,
    ClaimsMissing,
}

/// <summary>From a broken rule to a reason, from a reason to words.</summary>
internal static class RefusalReasons
{
    /// <summary>The reason behind a broken rule of the protocol.</summary>
    public static RefusalReason Of(ProtocolError error) => error.Code switch
    {
        ErrorCodes.UntrustedChain or ErrorCodes.UntrustedIssuer => RefusalReason.IssuerNotTrusted,
        ErrorCodes.Expired or ErrorCodes.NotYetValid => RefusalReason.Expired,
        PresentationErrors.QueryNotSatisfied or ErrorCodes.CredentialType => RefusalReason.ClaimsMissing,
        _ => RefusalReason.NotVerifiable,
    };

    /// <summary>The words.</summary>
    public static Refusal ToRefusal(this RefusalReason reason) => reason switch
    {
        RefusalReason.WalletSaidNo => new WalletSaidNo(),
        RefusalReason.NotVerifiable => new AnswerNotVerifiable(),
        RefusalReason.IssuerNotTrusted => new IssuerNotTrusted(),
        RefusalReason.Expired => new CredentialExpired(),
        RefusalReason.Revoked => new CredentialRevoked(),
        RefusalReason.Suspended => new CredentialSuspended(),
        RefusalReason.StatusUnknown => new StatusUnknown(),
        RefusalReason.ClaimsMissing => new ClaimsMissing(),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "An unknown reason."),
    };
}
