// RFC 6749 §4.1.2.1, §5.2; RFC 9101 §6.2; RFC 9126 §2.3; RFC 9396 §5; RFC 9449 §5, §8.
namespace Modellstadt.Protocols.OpenId4Vc.Authorization;

/// <summary>The error codes of an authorization server beside those of <see cref="Issuance.IssuanceErrors"/>.</summary>
public static class AuthorizationErrors
{
    /// <summary>The person said no, or may not have it (RFC 6749 §4.1.2.1).</summary>
    public const string AccessDenied = "access_denied";

    /// <summary>Another response type than code (RFC 6749 §4.1.2.1).</summary>
    public const string UnsupportedResponseType = "unsupported_response_type";

    /// <summary>Nothing that this issuer has was asked for (RFC 6749 §4.1.2.1).</summary>
    public const string InvalidScope = "invalid_scope";

    /// <summary>Something that the server needs does not answer; later it may (RFC 6749 §4.1.2.1).</summary>
    public const string TemporarilyUnavailable = "temporarily_unavailable";

    /// <summary>The wallet did not prove what it is, or is not the one it names (RFC 6749 §5.2).</summary>
    public const string InvalidClient = "invalid_client";

    /// <summary>The request_uri is unknown, was used, has expired or is another wallet's (RFC 9101 §6.2).</summary>
    public const string InvalidRequestUri = "invalid_request_uri";

    /// <summary>Request objects are not read (RFC 9101 §6.2).</summary>
    public const string RequestNotSupported = "request_not_supported";

    /// <summary>authorization_details is malformed or asks for what this issuer does not have (RFC 9396 §5).</summary>
    public const string InvalidAuthorizationDetails = "invalid_authorization_details";

    /// <summary>The DPoP proof is missing or does not hold (RFC 9449 §5).</summary>
    public const string InvalidDpopProof = "invalid_dpop_proof";

    /// <summary>The DPoP proof must answer the nonce in the header DPoP-Nonce (RFC 9449 §8).</summary>
    public const string UseDpopNonce = "use_dpop_nonce";
}
