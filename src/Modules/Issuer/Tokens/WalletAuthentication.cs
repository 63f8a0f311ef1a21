using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.WalletProviders;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Attestation;
using Modellstadt.Protocols.OpenId4Vc.Authorization;

namespace Modellstadt.Issuer.Tokens;

/// <summary>Authenticates wallets by their provider's word and a proof that they hold the key it names (OpenID4VCI 1.0, Appendix E).</summary>
internal sealed class WalletAuthentication(WalletProviderTrust trust, ServerNonces nonces, TimeProvider time)
{
    private const int KeptAttestations = 4_096;

    // A wallet shows one attestation at several doors; its chain, its signature and its key are looked at once.
    private readonly BoundedCache<string, KnownAttestation> known = new(KeptAttestations);

    /// <summary>True when the request carries an attestation or a proof of one.</summary>
    public static bool IsIn(HttpRequest request) =>
        request.Headers.ContainsKey(WalletAttestation.HeaderName) || request.Headers.ContainsKey(WalletAttestationProof.HeaderName);

    /// <summary>The wallet; or `invalid_client`, `use_fresh_attestation`, `use_attestation_challenge`.</summary>
    /// <param name="request">The request.</param>
    /// <param name="issuer">Whose address it is.</param>
    /// <param name="clientId">`client_id` of the request, or null.</param>
    public Checked<AttestedWallet> Check(HttpRequest request, HostedIssuer issuer, string? clientId)
    {
        // Section 7.1 (1), 7.2 (1).
        if (request.Headers[WalletAttestation.HeaderName] is not [{ Length: > 0 } attestation]
            || request.Headers[WalletAttestationProof.HeaderName] is not [{ Length: > 0 } proof])
            return new ProtocolError(AuthorizationErrors.InvalidClient, "Attestation-Based Client Authentication §7.1 (1), §7.2 (1)", "There is not exactly one attestation with exactly one proof.");
        if (!VerifyAttestation(attestation, clientId).TryGetValue(out var wallet, out var error))
            return AsClientError(error);
        var rules = new WalletAttestationProofRules(issuer.Id, time.GetUtcNow()) { RequiresChallenge = true, Key = wallet.Key };
        if (!WalletAttestationProof.Verify(proof, wallet.Attestation, rules).TryGetValue(out var proved, out error))
            return AsClientError(error);
        if (!nonces.IsChallenge(proved.Challenge, issuer))
            return new ProtocolError(AttestationErrors.UseAttestationChallenge, "Attestation-Based Client Authentication §7.2 (8), §7.4", "The proof does not answer a challenge of this server.");
        return new AttestedWallet(wallet.Attestation.ClientId, wallet.Attestation.WalletName, wallet.Attestation.Key.Thumbprint, MarkOf(wallet.Attestation, proved, rules));
    }

    /// <summary>Gives a challenge for the next proof (section 6.2).</summary>
    public void GiveChallenge(HttpResponse response, HostedIssuer issuer) => response.Headers[WalletAttestationProof.ChallengeHeaderName] = nonces.Challenge(issuer);

    private Checked<KnownAttestation> VerifyAttestation(string text, string? clientId)
    {
        var (current, now) = (trust.Current, time.GetUtcNow());
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        // What was verified under another trust is verified again.
        if (known.TryGet(hash, out var kept) && ReferenceEquals(kept.Trust, current) && now < kept.EndsAt && (clientId ?? kept.Attestation.ClientId) == kept.Attestation.ClientId)
            return kept;
        return WalletAttestation.Verify(text, new WalletAttestationRules(current, now) { ClientId = clientId }).Then<KnownAttestation>(
            verified => known.Keep(hash, new KnownAttestation(verified.Attestation, VerificationKey.Import(verified.Attestation.Key), current, EndOf(verified))));
    }

    /// <summary>An attestation counts no longer than the certificate under it (RFC 5280, section 6.1.3).</summary>
    private static DateTimeOffset EndOf(VerifiedWalletAttestation verified)
    {
        var end = verified.Attestation.ExpiresAt;
        return verified.Signer.Certificate is { } certificate && certificate.Leaf.NotAfter.ToUniversalTime() is var last && last < end ? last : end;
    }

    private static UsedMark MarkOf(WalletAttestation wallet, WalletAttestationProof proof, WalletAttestationProofRules rules)
    {
        var id = Base64Url.Encode(SHA256.HashData(Encoding.UTF8.GetBytes($"{wallet.Key.Thumbprint}.{proof.Id}")));
        var replay = new ProtocolError(AuthorizationErrors.InvalidClient, "Attestation-Based Client Authentication §12.1", "The proof was used before.");
        return new UsedMark($"pop.{id}", proof.IssuedAt + rules.MaxAge, replay);
    }

    // Section 7.4: invalid_client is the general code, and the one that every client knows.
    private static ProtocolError AsClientError(ProtocolError error) =>
        error.Code == AttestationErrors.InvalidClientAttestation ? error with { Code = AuthorizationErrors.InvalidClient } : error;

    private sealed record KnownAttestation(WalletAttestation Attestation, VerificationKey Key, AttestationTrust Trust, DateTimeOffset EndsAt);
}

/// <summary>A wallet that proved what it is.</summary>
/// <param name="ClientId">Its client identifier.</param>
/// <param name="Name">What its provider calls it, or null.</param>
/// <param name="InstanceThumbprint">Its key.</param>
/// <param name="Mark">Makes the proof good once.</param>
internal sealed record AttestedWallet(string ClientId, string? Name, string InstanceThumbprint, UsedMark Mark);
