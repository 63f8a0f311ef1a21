using Modellstadt.Issuer.Credentials;
using Modellstadt.Issuer.Offers;
using Modellstadt.Issuer.Tokens;
using Modellstadt.Kernel.Keys;

namespace Modellstadt.Issuer.Identities;

/// <summary>The issuer's keys that can be changed: what its identities sign with, and the secrets behind nonces and offers.</summary>
internal sealed class IssuerRotatingKeys(HostedIssuers issuers, MintNonce nonces, ServerNonces proofNonces, OfferSecrets offers) : IRotatingKeys
{
    public IReadOnlyList<RotatingKey> All => [.. issuers.All.Select(issuer => issuer.Keys.Rotating), nonces.Rotating, proofNonces.Rotating, offers.Rotating];
}
