// Ours: stable codes of refusals; where a specification names a code, the caller answers with that one.
namespace Modellstadt.Protocols.Credentials;

/// <summary>The codes this library gives to refusals. They are stable: logs, tests and statistics may rely on them.</summary>
public static class ErrorCodes
{
    /// <summary>The text is longer than the limit, checked before anything is parsed.</summary>
    public const string TooLarge = "too_large";

    /// <summary>The text does not have the shape its format prescribes.</summary>
    public const string Malformed = "malformed";

    /// <summary>Base64url with padding, foreign characters or set unused bits.</summary>
    public const string Base64Url = "base64url";

    /// <summary>Not JSON, too deep, too many members, a member twice, or text that is not UTF-8.</summary>
    public const string Json = "json";

    /// <summary>Not well-formed CBOR, a key twice, bytes after the item, or an item of another kind than its place demands.</summary>
    public const string Cbor = "cbor";

    /// <summary>A key that is not an EC public key on P-256, or that carries private members.</summary>
    public const string Key = "key";

    /// <summary>The algorithm is not on the allow-list.</summary>
    public const string Algorithm = "algorithm";

    /// <summary>The type in the header is not the one required here.</summary>
    public const string Type = "type";

    /// <summary>A header parameter that is not understood or not permitted here.</summary>
    public const string Header = "header";

    /// <summary>The signature does not verify.</summary>
    public const string Signature = "signature";

    /// <summary>Decryption failed: wrong key or altered text.</summary>
    public const string Decryption = "decryption";

    /// <summary>The issuer is not trusted or its key cannot be found.</summary>
    public const string UntrustedIssuer = "untrusted_issuer";

    /// <summary>A Disclosure is malformed or stands where it may not stand.</summary>
    public const string Disclosure = "disclosure";

    /// <summary>A digest occurs twice.</summary>
    public const string DuplicateDigest = "duplicate_digest";

    /// <summary>A Disclosure is referenced by no digest.</summary>
    public const string UnreferencedDisclosure = "unreferenced_disclosure";

    /// <summary>A Disclosure would overwrite a claim or bear a reserved name.</summary>
    public const string ClaimName = "claim_name";

    /// <summary>A claim that must not be selectively disclosable was hidden behind a digest.</summary>
    public const string ProtectedClaim = "protected_claim";

    /// <summary>The hash algorithm of the digests is not supported.</summary>
    public const string HashAlgorithm = "hash_algorithm";

    /// <summary>A required claim is missing or has the wrong type.</summary>
    public const string Claim = "claim";

    /// <summary>The validity has ended.</summary>
    public const string Expired = "expired";

    /// <summary>The validity has not begun.</summary>
    public const string NotYetValid = "not_yet_valid";

    /// <summary>The credential type is not one of the accepted ones.</summary>
    public const string CredentialType = "credential_type";

    /// <summary>Key binding is required and missing, or the holder key is unknown.</summary>
    public const string KeyBindingMissing = "key_binding_missing";

    /// <summary>The key binding is for another audience.</summary>
    public const string KeyBindingAudience = "key_binding_audience";

    /// <summary>The key binding answers another nonce.</summary>
    public const string KeyBindingNonce = "key_binding_nonce";

    /// <summary>The key binding was made too long ago or in the future.</summary>
    public const string KeyBindingTime = "key_binding_time";

    /// <summary>The key binding covers another presentation.</summary>
    public const string KeyBindingHash = "key_binding_hash";

    /// <summary>A claim to disclose does not exist in the credential.</summary>
    public const string UnknownClaim = "unknown_claim";

    /// <summary>A data element of an mdoc has no digest, or another one than was signed.</summary>
    public const string Digest = "digest";

    /// <summary>The device authentication of an mdoc is missing, is for another transcript, or was made with another key.</summary>
    public const string DeviceAuthentication = "device_authentication";

    /// <summary>The reader authentication of a request is for another transcript or was made with another key.</summary>
    public const string ReaderAuthentication = "reader_authentication";

    /// <summary>Type metadata is malformed, runs in a circle, or the credential does not keep it.</summary>
    public const string TypeMetadata = "type_metadata";

    /// <summary>A document is not the one whose digest was given.</summary>
    public const string Integrity = "integrity";

    /// <summary>The status list is malformed.</summary>
    public const string StatusList = "status_list";

    /// <summary>The status list cannot be had, or only an answer that is none.</summary>
    public const string StatusUnavailable = "status_unavailable";

    /// <summary>The status list token belongs to another address.</summary>
    public const string StatusListSubject = "status_list_subject";

    /// <summary>The index lies outside the status list.</summary>
    public const string StatusIndex = "status_index";

    /// <summary>The certificate chain is malformed or too long.</summary>
    public const string CertificateChain = "certificate_chain";

    /// <summary>The certificate chain does not lead to a pinned anchor.</summary>
    public const string UntrustedChain = "untrusted_chain";

    /// <summary>The certificate is not authorised for this role.</summary>
    public const string CertificateRole = "certificate_role";
}
