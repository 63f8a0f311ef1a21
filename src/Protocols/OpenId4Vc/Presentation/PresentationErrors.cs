// OpenID4VP 1.0 §8.5 (error response), RFC 6749 §4.1.2.1.
using Modellstadt.Protocols.Credentials;

namespace Modellstadt.Protocols.OpenId4Vc.Presentation;

/// <summary>Error codes of OpenID4VP 1.0 §8.5, and our own for answers that a verifier refuses.</summary>
public static class PresentationErrors
{
    /// <summary>The request is malformed, or the client identifier does not fit its certificate.</summary>
    public const string InvalidRequest = "invalid_request";

    /// <summary>The person said no, or no credential of the wallet fits (§8.5: both look alike).</summary>
    public const string AccessDenied = "access_denied";

    /// <summary>The wallet supports none of the formats asked for.</summary>
    public const string FormatsNotSupported = "vp_formats_not_supported";

    /// <summary>Transaction data of an unknown type, or that breaks the rules of its type.</summary>
    public const string InvalidTransaction = "invalid_transaction_data";

    /// <summary>`request_uri_method` is neither `get` nor `post`.</summary>
    public const string InvalidRequestUriMethod = "invalid_request_uri_method";

    /// <summary>The key bindings do not hold the hashes of the transactions that were to be authorised.</summary>
    public const string TransactionNotAuthorised = "transaction_not_authorised";

    /// <summary>The answer is not an encrypted response of this presentation.</summary>
    public const string InvalidResponse = "invalid_response";

    /// <summary>`vp_token` names a query the request does not hold.</summary>
    public const string UnknownQuery = "unknown_query";

    /// <summary>A query is answered by no, or by too many presentations.</summary>
    public const string PresentationCount = "presentation_count";

    /// <summary>The presented credentials do not answer the query.</summary>
    public const string QueryNotSatisfied = "query_not_satisfied";

    /// <summary>The answer carries another `state`.</summary>
    public const string WrongState = "wrong_state";

    /// <summary>
    /// The code that a verifier is told: one of §8.5. Codes of this library stand for broken rules of the request; which one it was is
    /// nobody's business but the developer's at the wallet.
    /// </summary>
    internal static string ForVerifier(ProtocolError error) => error.Code is AccessDenied or FormatsNotSupported or InvalidTransaction or InvalidRequestUriMethod
        ? error.Code
        : InvalidRequest;
}
