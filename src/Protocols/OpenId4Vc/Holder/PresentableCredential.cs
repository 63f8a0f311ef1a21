// OpenID4VP 1.0 §6.1.1 (trusted authorities), §6.4 (selecting claims and credentials), Appendix B.3 (holder binding), B.3.5 (meta of SD-JWT VC).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>A copy of an SD-JWT VC in a wallet, with the key it is bound to.</summary>
/// <param name="SdJwt">As issued, with all Disclosures.</param>
/// <param name="HolderKey">The private half of `cnf.jwk`; null for a credential that is bound to no key.</param>
public sealed record PresentableCredential(ParsedSdJwt SdJwt, SigningKey? HolderKey) : Presentable(HolderKey)
{
    /// <inheritdoc />
    public override Checked<CredentialMatch> Match(CredentialQuery query)
    {
        if (!SdJwtHolder.Read(SdJwt).TryGetValue(out var claims, out var error))
            return error;
        if (query.Format != CredentialQuery.SdJwtFormat || claims.Text("vct") is not { } type || !query.CredentialTypes.Contains(type))
            return new ProtocolError(ErrorCodes.CredentialType, "OpenID4VP 1.0 §6.4.2, Appendix B.3.5", "The credential is of another type.");
        if (query.RequiresHolderBinding && HolderKey is null)
            return new ProtocolError(ErrorCodes.KeyBindingMissing, "OpenID4VP 1.0 Appendix B.3", "The credential is bound to no key.");
        return TrustedAuthorities.Check(query, SdJwt.IssuerJwt.Header["x5c"] as JsonArray) is { } foreign
            ? foreign
            : CredentialMatch.Of(query, claims);
    }

    /// <inheritdoc />
    internal override Checked<string> Present(CredentialQuery query, WalletQuestion question, JsonObject transactions, DateTimeOffset now) =>
        Match(query).Then(match => HolderKey is { } key
            ? SdJwtHolder.Present(SdJwt, match.Paths, new KeyBinding(question.Audience, question.Nonce, now) { Claims = transactions }, key)
            : SdJwtHolder.Select(SdJwt, match.Paths));
}
