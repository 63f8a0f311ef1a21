using Modellstadt.Issuer.Identities;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Tokens;

/// <summary>
/// Nonces for DPoP proofs (RFC 9449, section 8) and challenges for wallet attestations (attestation-based client authentication,
/// section 6): made and recognised without storing any, so that every process knows those of the others. A wallet may answer one
/// several times while it lives; each proof is good once by its own <c>jti</c>.
/// </summary>
internal sealed class ServerNonces(KeyFiles files, TimeProvider time, RandomSource random)
{
    // As long as a proof's own window.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly NonceMint mint = new(files.ReadOrDraw("issuer-proof-nonces.key", random), Lifetime);

    public string ForDpop(HostedIssuer issuer) => mint.Create(DpopOf(issuer), time.GetUtcNow(), random.Fill);

    public bool IsForDpop(string? nonce, HostedIssuer issuer) => nonce is not null && mint.Check(nonce, DpopOf(issuer), time.GetUtcNow()).Error is null;

    public string Challenge(HostedIssuer issuer) => mint.Create(ChallengeOf(issuer), time.GetUtcNow(), random.Fill);

    public bool IsChallenge(string? challenge, HostedIssuer issuer) => challenge is not null && mint.Check(challenge, ChallengeOf(issuer), time.GetUtcNow()).Error is null;

    // The two kinds are no good for each other.
    private static string DpopOf(HostedIssuer issuer) => $"dpop {issuer.Id}";

    private static string ChallengeOf(HostedIssuer issuer) => $"challenge {issuer.Id}";
}
