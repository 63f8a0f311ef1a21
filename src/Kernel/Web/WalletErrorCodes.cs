using System.Collections.Frozen;

namespace Modellstadt.Kernel.Web;

/// <summary>Error codes about which the person with the wallet can do nothing but try again.</summary>
internal static class WalletErrorCodes
{
    /// <summary>The message of the wallet breaks a rule.</summary>
    public static FrozenSet<string> AboutMessages { get; } = FrozenSet.Create(
        "invalid_request", "invalid_request_uri", "invalid_request_object", "invalid_request_uri_method", "request_not_supported", "invalid_credential_request", "invalid_encryption_parameters",
        "invalid_notification_id", "invalid_notification_request", "invalid_authorization_details", "invalid_scope", "invalid_target",
        "unsupported_grant_type", "unsupported_response_type", "invalid_response", "wrong_state", "invalid_transaction_data", "vp_formats_not_supported", "invalid_registration", "registration_of_another_party",
        "too_large", "malformed", "base64url", "json", "cbor", "decryption");

    /// <summary>What the wallet showed does not verify.</summary>
    public static FrozenSet<string> AboutPresentations { get; } = FrozenSet.Create(
        "key", "algorithm", "type", "header", "signature", "disclosure", "duplicate_digest", "unreferenced_disclosure", "claim_name", "protected_claim",
        "hash_algorithm", "key_binding_missing", "key_binding_audience", "key_binding_nonce", "key_binding_time", "key_binding_hash",
        "transaction_not_authorised", "status_list", "status_list_subject", "status_index", "status_unavailable",
        "type_metadata", "integrity", "digest", "device_authentication", "reader_authentication");
}
