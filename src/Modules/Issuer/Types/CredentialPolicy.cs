namespace Modellstadt.Issuer;

/// <summary>
/// What a wallet must do to get credentials of a type. It counts for every door: what was obtained by weaker means (an offer, a code,
/// a token) is refused for the type, never accepted in silence.
/// </summary>
public sealed record CredentialPolicy
{
    /// <summary>OpenID4VCI 1.0 as it stands: every wallet may come, stronger means are accepted.</summary>
    public static CredentialPolicy Base { get; } = new();

    /// <summary>
    /// OpenID4VC HAIP 1.0, section 4: authorization code flow with pushed requests, tokens bound to a key (section 4, FAPI 2.0), wallets
    /// authenticated at every endpoint (section 4.4.1). It makes wallets support key attestations (section 4.5.1) and says nothing of encrypted responses;
    /// a type that wants to demand them says <c>Haip with { RequiresKeyAttestation = true }</c>.
    /// </summary>
    public static CredentialPolicy Haip { get; } = new()
    {
        RequiresAuthorizationCode = true,
        RequiresPushedRequest = true,
        RequiresDpop = true,
        RequiresWalletAttestation = true,
    };

    /// <summary>True when a pre-authorized code does not do (OpenID4VCI 1.0, section 3.4).</summary>
    public bool RequiresAuthorizationCode { get; init; }

    /// <summary>True when the authorization request must be pushed (RFC 9126).</summary>
    public bool RequiresPushedRequest { get; init; }

    /// <summary>True when tokens must be bound to a key of the wallet (RFC 9449).</summary>
    public bool RequiresDpop { get; init; }

    /// <summary>True when a wallet must prove what it is (OpenID4VCI 1.0, Appendix E).</summary>
    public bool RequiresWalletAttestation { get; init; }

    /// <summary>True when it must be attested where the holder's keys lie (OpenID4VCI 1.0, Appendix D).</summary>
    public bool RequiresKeyAttestation { get; init; }

    /// <summary>True when credentials leave only encrypted (OpenID4VCI 1.0, section 10).</summary>
    public bool RequiresEncryptedResponse { get; init; }
}

/// <summary>The policies that a town can choose by name (<see cref="IssuerOptions.Policies"/>).</summary>
public enum PolicyName
{
    /// <summary><see cref="CredentialPolicy.Base"/>.</summary>
    Base,

    /// <summary><see cref="CredentialPolicy.Haip"/>.</summary>
    Haip,
}
