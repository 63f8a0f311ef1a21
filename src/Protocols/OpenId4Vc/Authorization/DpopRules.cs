// RFC 9449 (DPoP) §4.3 (checking), §7.1 (at the resource), §10 (binding of codes), §11.1 (window).
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Authorization;

/// <summary>What a server demands of a DPoP proof.</summary>
/// <param name="Method">The request's HTTP method.</param>
/// <param name="Address">The address as clients know it, not as a proxy passes it on.</param>
/// <param name="Now">The time of the check.</param>
public sealed record DpopRules(string Method, Uri Address, DateTimeOffset Now)
{
    /// <summary>The access token that the proof goes with; null at the authorization server.</summary>
    public string? AccessToken { get; init; }

    /// <summary>The key that it must be made with (RFC 7638 thumbprint); null when any key will do.</summary>
    public string? Thumbprint { get; init; }

    /// <summary>How old `iat` may be.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How far the wallet's clock may run ahead.</summary>
    public TimeSpan MaxAhead { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Imports the key; a caller that sees keys again keeps them, since the import costs more than the check.</summary>
    public Func<JsonWebKey, VerificationKey> Import { get; init; } = VerificationKey.Import;
}
