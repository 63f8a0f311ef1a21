// OpenID4VCI 1.0 App. D.1, App. F.1 (key_attestation in the header of a jwt proof); HAIP 1.0 §4.5.1 (one attestation for all keys).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Attestation;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>The key attestations in the headers of one request's proofs: each different one is verified once.</summary>
internal sealed class AttestedKeys(KeyProofRules rules)
{
    private readonly Dictionary<string, KeyAttestation> verified = new(StringComparer.Ordinal);
    private int attestedProofs;

    /// <summary>Every attested key, in the order of the attestations; a key may stand in several.</summary>
    public IEnumerable<JsonWebKey> Keys => verified.Values.SelectMany(attestation => attestation.Keys);

    /// <summary>The rule that the attestation of one proof breaks, or null; also when there is none and none is needed.</summary>
    /// <param name="sent">`key_attestation` of the proof's header.</param>
    /// <param name="key">The proved key.</param>
    /// <param name="nonce">The nonce of the proof.</param>
    public ProtocolError? Check(JsonNode? sent, JsonWebKey key, string nonce)
    {
        if (sent is null)
            return rules.RequiresAttestation ? Invalid("§12.2.4, App. F.1", "key_attestation is missing; this credential demands attested keys.") : null;
        if (!sent.IsText(out var text) || rules.Attestations is not { } demanded)
            return Invalid("App. F.1", "key_attestation is not a string, or this issuer trusts no wallet provider.");
        if (!verified.TryGetValue(text, out var attestation))
        {
            // App. D.1: in a jwt proof exp is required.
            if (!KeyAttestation.Verify(text, demanded with { RequiresExpiry = true }).TryGetValue(out var held, out var error))
                return error;
            verified[text] = attestation = held.Attestation;
        }

        attestedProofs++;
        if (!attestation.Covers(key))
            return Invalid("App. D.1", "The proof is signed by a key that its key attestation does not name.");
        return attestation.Nonce == nonce ? null : Invalid("App. F.1", "The key attestation does not answer the nonce of its proof.");
    }

    /// <summary>A batch is attested as a whole or not at all: or an unattested key would hide among attested ones.</summary>
    public ProtocolError? CheckBatch(int proofs)
        => attestedProofs == 0 || attestedProofs == proofs ? null : Invalid("App. F.1", "Some proofs have a key attestation and some have none.");

    private static ProtocolError Invalid(string section, string detail) => new(IssuanceErrors.InvalidProof, $"OpenID4VCI 1.0 {section}", detail);
}
