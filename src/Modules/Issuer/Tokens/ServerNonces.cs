using Modellstadt.Issuer.Credentials;
using Modellstadt.Issuer.Identities;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Randomness;

namespace Modellstadt.Issuer.Tokens;

/// <summary>
/// Nonces for DPoP proofs (RFC 9449, section 8) and challenges for wallet attestations (attestation-based client authentication,
/// section 6): made and recognised without storing any, so that every process knows those of the others. A wallet may answer one
/// several times while it lives; each proof is good once by its own <c>jti</c>.
/// </summary>
internal sealed class ServerNonces(KeyFiles files, KeyRings rings, TimeProvider time, RandomSource random)
{
    // As long as a proof's own window.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly NonceKeys keys = new("issuer-proof-nonces", Lifetime, files, rings, random);

    /// <summary>How to change the secret behind them.</summary>
    public RotatingKey Rotating => keys.Rotating;

    public string ForDpop(HostedIssuer issuer) => keys.Create(DpopOf(issuer), time.GetUtcNow());

    public bool IsForDpop(string? nonce, HostedIssuer issuer) => nonce is not null && keys.Check(nonce, DpopOf(issuer), time.GetUtcNow()).Error is null;

    public string Challenge(HostedIssuer issuer) => keys.Create(ChallengeOf(issuer), time.GetUtcNow());

    public bool IsChallenge(string? challenge, HostedIssuer issuer) => challenge is not null && keys.Check(challenge, ChallengeOf(issuer), time.GetUtcNow()).Error is null;

    // The two kinds are no good for each other.
    private static string DpopOf(HostedIssuer issuer) => $"dpop {issuer.Id}";

    private static string ChallengeOf(HostedIssuer issuer) => $"challenge {issuer.Id}";
}
