// draft-ietf-oauth-attestation-based-client-auth-09 §9.7 (trust management and key resolution); HAIP 1.0 §4.4.1, §4.5.1 (x5c without root,
// leaf not self-signed); RFC 8725 §3.10 (keys from headers).
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Protocols.OpenId4Vc.Attestation;

/// <summary>
/// Whose attestations of wallets and keys are believed. With neither anchors nor keys nobody is. Keep it: it imports keys once and
/// remembers chains that held. Safe for concurrent callers.
/// </summary>
/// <param name="anchors">The wallet providers' pinned roots.</param>
public sealed class AttestationTrust(IReadOnlyCollection<X509Certificate2> anchors)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);

    private readonly RememberedChains chains = new(Remembered);
    private readonly List<VerificationKey> keys = [];

    /// <summary>The pinned roots.</summary>
    public IReadOnlyCollection<X509Certificate2> Anchors { get; } = anchors;

    /// <summary>Bare keys of providers without certificates. HAIP demands certificates: leave this empty there.</summary>
    public IEnumerable<JsonWebKey> Keys
    {
        get => keys.Select(key => key.PublicKey);
        init => keys = [.. value.Select(VerificationKey.Import)];
    }

    /// <summary>True when the roots certify nothing but wallet providers: then their leaves need not name our usage.</summary>
    public bool AnchorsServeOnlyThisRole { get; init; }

    /// <summary>
    /// Who signed <paramref name="jws"/>; the signature is checked here. A header with `x5c` leads up to an anchor; without it the bare
    /// keys are tried, whatever `kid` says.
    /// </summary>
    internal Checked<AttestationSigner> Verify(CompactJws jws, JwsRules rules, DateTimeOffset now)
    {
        if (jws.CheckHeader(rules) is { } broken)
            return broken;
        if (jws.Header.ContainsKey("x5c"))
            return VerifyChain(jws, rules, now);
        // CheckHeader has passed: what remains to fail is the signature alone.
        return keys.FirstOrDefault(key => jws.Verify(key, rules).Error is null) is { } signer
            ? new AttestationSigner(signer, Certificate: null)
            : new ProtocolError(ErrorCodes.UntrustedIssuer, "HAIP 1.0 §4.4.1, §4.5.1", "x5c is missing, and no trusted key verifies the signature.");
    }

    private Checked<AttestationSigner> VerifyChain(CompactJws jws, JwsRules rules, DateTimeOffset now)
    {
        if (jws.Header["x5c"] is not JsonArray x5c)
            return new ProtocolError(ErrorCodes.CertificateChain, "RFC 7515 §4.1.6", "x5c is not an array.");
        var chain = new ChainRules(Anchors, CertificateRole.WalletProvider, now) { AnchorsServeOnlyThisRole = AnchorsServeOnlyThisRole };
        return chains.Validate(x5c, chain).Then(certificate => jws.Verify(certificate.Key, rules)
            .Then<AttestationSigner>(_ => new AttestationSigner(certificate.Key, certificate)));
    }
}
