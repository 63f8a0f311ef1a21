using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.WalletProviders;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Attestation;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Credentials;

/// <summary>The keys for which copies are made, and the nonce that this uses up.</summary>
internal sealed record ProvedBatch(IReadOnlyList<JsonWebKey> Keys, MintedNonce Nonce)
{
    /// <summary>True when mdocs are asked for.</summary>
    public bool Mdoc { get; init; }
}

/// <summary>Checks whether a wallet holds the keys it asks copies for, and where a type demands it, who vouches for their keeping.</summary>
internal sealed class CheckProofs(WalletProviderTrust providers, MintNonce nonces, TimeProvider time)
{
    /// <summary>True when there is anybody whose key attestations count.</summary>
    public bool ReadsAttestations => providers.Current.Anchors.Count > 0;

    /// <summary>The keys, no more than a batch of the type holds; or `invalid_proof`, `invalid_nonce`.</summary>
    public Checked<ProvedBatch> Check(HostedIssuer issuer, CredentialType type, Grant grant, CredentialRequest request)
    {
        var (now, trust) = (time.GetUtcNow(), providers.Current);
        var rules = new KeyProofRules(issuer.Id, now)
        {
            ClientId = grant.ClientId,
            // With nobody to trust no attestation is read, and one that is sent or demanded is refused: an empty list believes nobody.
            Attestations = trust.Anchors.Count == 0 ? null : new KeyAttestationRules(trust, now),
            RequiresAttestation = type.Policy.RequiresKeyAttestation,
        };
        return KeyProofs.Check(request, rules).Then(proved => nonces.Check(proved.Nonce, issuer)
            .Then<ProvedBatch>(nonce => new ProvedBatch([.. proved.Keys.Take(type.BatchSize)], nonce)
            {
                Mdoc = (request.CredentialIdentifier ?? request.ConfigurationId) == type.Mdoc?.ConfigurationId,
            }));
    }
}
