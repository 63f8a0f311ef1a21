// OpenID4VCI 1.0 §6.1 (token request); RFC 6749 §5.2 (errors).
using Modellstadt.Protocols.Credentials;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>A wallet's request for an access token with a pre-authorized code.</summary>
/// <param name="PreAuthorizedCode">The code from the offer.</param>
/// <param name="TransactionCode">What the person typed in, or null.</param>
public sealed record TokenRequest(string PreAuthorizedCode, string? TransactionCode = null)
{
    private const int MaxCode = 512;

    /// <summary>Reads the form body of the token endpoint.</summary>
    public static Checked<TokenRequest> Parse(string form) => FormParameters.Parse(form).Then(Read);

    /// <summary>The form body.</summary>
    public string ToForm() => FormParameters.Write(
        ("grant_type", CredentialOfferObject.PreAuthorizedGrant), ("pre-authorized_code", PreAuthorizedCode), ("tx_code", TransactionCode));

    private static Checked<TokenRequest> Read(FormParameters form) => form["grant_type"] switch
    {
        null => Refuse(IssuanceErrors.InvalidRequest, "RFC 6749 §4.5", "grant_type is missing."),
        CredentialOfferObject.PreAuthorizedGrant => ReadCode(form),
        _ => Refuse(IssuanceErrors.UnsupportedGrantType, "RFC 6749 §5.2", "Only the pre-authorized code grant is offered."),
    };

    private static Checked<TokenRequest> ReadCode(FormParameters form)
        => form["pre-authorized_code"] is { Length: <= MaxCode } code && form["tx_code"] is null or { Length: <= MaxCode }
            ? new TokenRequest(code, form["tx_code"])
            : Refuse(IssuanceErrors.InvalidRequest, "OpenID4VCI 1.0 §6.1", "pre-authorized_code is missing, or a code is too long.");

    private static ProtocolError Refuse(string code, string clause, string detail) => new(code, clause, detail);
}
