// OpenID4VCI 1.0 §6.3 (token), §8.3.1 (credential), §9.3 (deferred credential), §11.3 (notification); RFC 6749 §5.2; RFC 6750 §3.1.
namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>The error codes an issuer answers with.</summary>
public static class IssuanceErrors
{
    /// <summary>A parameter is missing, repeated or malformed (RFC 6749 §5.2).</summary>
    public const string InvalidRequest = "invalid_request";

    /// <summary>The pre-authorized code or the transaction code is wrong, used or expired (RFC 6749 §5.2, OpenID4VCI 1.0 §6.3).</summary>
    public const string InvalidGrant = "invalid_grant";

    /// <summary>The authorization server does not speak this grant type (RFC 6749 §5.2).</summary>
    public const string UnsupportedGrantType = "unsupported_grant_type";

    /// <summary>The access token is missing, unknown or expired (RFC 6750 §3.1).</summary>
    public const string InvalidToken = "invalid_token";

    /// <summary>The credential request is malformed (OpenID4VCI 1.0 §8.3.1.2).</summary>
    public const string InvalidCredentialRequest = "invalid_credential_request";

    /// <summary>The issuer has no such credential configuration (OpenID4VCI 1.0 §8.3.1.2).</summary>
    public const string UnknownCredentialConfiguration = "unknown_credential_configuration";

    /// <summary>The issuer gave no such credential identifier (OpenID4VCI 1.0 §8.3.1.2).</summary>
    public const string UnknownCredentialIdentifier = "unknown_credential_identifier";

    /// <summary>Proofs are missing, or one of them does not hold (OpenID4VCI 1.0 §8.3.1.2).</summary>
    public const string InvalidProof = "invalid_proof";

    /// <summary>A proof answers no nonce of this issuer, an old or a used one; a new nonce helps (OpenID4VCI 1.0 §8.3.1.2).</summary>
    public const string InvalidNonce = "invalid_nonce";

    /// <summary>The demanded encryption is not available (OpenID4VCI 1.0 §8.3.1.2).</summary>
    public const string InvalidEncryptionParameters = "invalid_encryption_parameters";

    /// <summary>The issuer does not issue, and asking again does not help (OpenID4VCI 1.0 §8.3.1.2).</summary>
    public const string CredentialRequestDenied = "credential_request_denied";

    /// <summary>The issuer gave no such transaction id, or its credentials were obtained (OpenID4VCI 1.0 §9.3).</summary>
    public const string InvalidTransactionId = "invalid_transaction_id";

    /// <summary>The issuer gave no such notification id (OpenID4VCI 1.0 §11.3).</summary>
    public const string InvalidNotificationId = "invalid_notification_id";

    /// <summary>The notification is malformed (OpenID4VCI 1.0 §11.3).</summary>
    public const string InvalidNotificationRequest = "invalid_notification_request";
}
