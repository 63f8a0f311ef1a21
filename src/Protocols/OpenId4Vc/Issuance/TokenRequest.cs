// OpenID4VCI 1.0 §6.1 (token request with a pre-authorized code).
using Modellstadt.Protocols.OpenId4Vc.Authorization;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>A wallet's request for an access token with a pre-authorized code.</summary>
/// <param name="PreAuthorizedCode">The code from the offer.</param>
/// <param name="TransactionCode">What the person typed in, or null.</param>
public sealed record TokenRequest(string PreAuthorizedCode, string? TransactionCode = null) : TokenGrant
{
    /// <inheritdoc/>
    public override string ToForm() => FormParameters.Write(
        [("grant_type", CredentialOfferObject.PreAuthorizedGrant), ("pre-authorized_code", PreAuthorizedCode), ("tx_code", TransactionCode), .. Common()]);
}
