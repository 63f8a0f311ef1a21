// OpenID4VP 1.0 §6.4 (selecting claims and credentials), Appendix B.3.5 (meta of SD-JWT VC).
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.OpenId4Vc.Dcql;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>A copy of a credential in a wallet, with the key it is bound to.</summary>
/// <param name="SdJwt">As issued, with all Disclosures.</param>
/// <param name="HolderKey">The private half of `cnf.jwk`.</param>
public sealed record PresentableCredential(ParsedSdJwt SdJwt, SigningKey HolderKey)
{
    /// <summary>How this copy answers a credential query, or why it does not (OpenID4VP 1.0 §6.4).</summary>
    public Checked<CredentialMatch> Match(CredentialQuery query)
    {
        if (!SdJwtHolder.Read(SdJwt).TryGetValue(out var claims, out var error))
            return error;
        return query.Format == CredentialQuery.SdJwtFormat && claims.Text("vct") is { } type && query.CredentialTypes.Contains(type)
            ? CredentialMatch.Of(query, claims)
            : new ProtocolError(ErrorCodes.CredentialType, "OpenID4VP 1.0 §6.4.2, Appendix B.3.5", "The credential is of another type.");
    }
}
