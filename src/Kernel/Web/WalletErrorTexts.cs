using Modellstadt.Kernel.Texts;

namespace Modellstadt.Kernel.Web;

/// <summary>
/// What an error code of the wallet protocols means to the person with the wallet: what happened, what to do now. Several codes share a sentence where
/// the person can do nothing different about them.
/// </summary>
public abstract class WalletErrorTexts : ITexts<WalletErrorTexts>
{
    private static readonly WalletErrorTexts German = new GermanWalletErrorTexts();
    private static readonly WalletErrorTexts English = new EnglishWalletErrorTexts();

    /// <inheritdoc />
    public static WalletErrorTexts For(Language language) => language is Language.German ? German : English;

    /// <summary>The sentence for an error code; null when the code is not known here, which a test forbids.</summary>
    public string? SentenceFor(string code) => code switch
    {
        "invalid_grant" => CodeNotValid,
        "invalid_token" => TimeToFetchIsOver,
        "invalid_nonce" or "use_dpop_nonce" or "use_attestation_challenge" or "use_fresh_attestation" => WalletTriesAgain,
        "issuance_pending" or "temporarily_unavailable" => NotReadyYet,
        "invalid_proof" or "invalid_dpop_proof" => KeyNotProved,
        "invalid_client" or "invalid_client_attestation" or "unauthorized_client" => WalletNotAccepted,
        "unknown_credential_configuration" or "unknown_credential_identifier" or "invalid_transaction_id" => NoSuchCredential,
        "credential_request_denied" => NotIssued,
        "access_denied" => Declined,
        "expired" or "not_yet_valid" => NotValidNow,
        "untrusted_issuer" or "untrusted_chain" or "certificate_chain" or "certificate_role" => IssuerNotTrusted,
        "query_not_satisfied" or "unknown_query" or "presentation_count" or "credential_type" or "unknown_claim" or "claim" => NotWhatWasAsked,
        "revoked" or "suspended" => CredentialEnded,
        _ when WalletErrorCodes.AboutMessages.Contains(code) => NotUnderstood,
        _ when WalletErrorCodes.AboutPresentations.Contains(code) => NotVerifiable,
        _ => null,
    };

    private protected abstract string CodeNotValid { get; }
    private protected abstract string TimeToFetchIsOver { get; }
    private protected abstract string WalletTriesAgain { get; }
    private protected abstract string NotReadyYet { get; }
    private protected abstract string KeyNotProved { get; }
    private protected abstract string WalletNotAccepted { get; }
    private protected abstract string NoSuchCredential { get; }
    private protected abstract string NotIssued { get; }
    private protected abstract string Declined { get; }
    private protected abstract string NotValidNow { get; }
    private protected abstract string IssuerNotTrusted { get; }
    private protected abstract string NotWhatWasAsked { get; }
    private protected abstract string CredentialEnded { get; }
    private protected abstract string NotUnderstood { get; }
    private protected abstract string NotVerifiable { get; }
}
