using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Tokens;

/// <summary>By which means a wallet got what it holds. Stored as numbers: none may change.</summary>
[Flags]
internal enum GrantTraits
{
    /// <summary>A pre-authorized code, a bearer token, an unknown wallet.</summary>
    None = 0,

    /// <summary>A person granted it at the authorization endpoint.</summary>
    AuthorizationCode = 1,

    /// <summary>The request was pushed.</summary>
    PushedRequest = 2,

    /// <summary>The token is bound to a key.</summary>
    Dpop = 4,

    /// <summary>The wallet proved what it is.</summary>
    WalletAttestation = 8,

    /// <summary>By authorization_details: the wallet was given credential identifiers and must use them.</summary>
    Identifiers = 16,
}

/// <summary>Whether the means are strong enough for a type: the same rule at every door, so that none of them is a way around another.</summary>
internal static class PolicyRules
{
    /// <summary>What is missing; null when the means suffice.</summary>
    public static ProtocolError? Refuse(CredentialPolicy policy, GrantTraits traits)
    {
        if (policy.RequiresAuthorizationCode && !traits.HasFlag(GrantTraits.AuthorizationCode))
            return new ProtocolError(IssuanceErrors.InvalidGrant, "HAIP 1.0 §4", "This credential is given out by the authorization code flow only.");
        if (policy.RequiresPushedRequest && traits.HasFlag(GrantTraits.AuthorizationCode) && !traits.HasFlag(GrantTraits.PushedRequest))
            return new ProtocolError(IssuanceErrors.InvalidRequest, "HAIP 1.0 §4, RFC 9126 §5", "The authorization request for this credential must be pushed.");
        if (policy.RequiresWalletAttestation && !traits.HasFlag(GrantTraits.WalletAttestation))
            return new ProtocolError(AuthorizationErrors.InvalidClient, "HAIP 1.0 §4.4.1", "Only attested wallets get this credential.");
        return policy.RequiresDpop && !traits.HasFlag(GrantTraits.Dpop)
            ? new ProtocolError(AuthorizationErrors.InvalidDpopProof, "HAIP 1.0 §4, RFC 9449 §5", "The token for this credential must be bound to a key: the DPoP proof is missing.")
            : null;
    }
}
