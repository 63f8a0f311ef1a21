// OpenID4VP 1.0 §5.9.3 (client identifier prefixes of signed requests), §12 (jwt header); RFC 7515 §4.1.6 (x5c).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Presentation;

/// <summary>Under which name a verifier signs its questions.</summary>
/// <param name="ClientId">Its client identifier with prefix.</param>
/// <param name="Key">The key of the first certificate, or of the attestation.</param>
/// <param name="X5c">Its certificate, and its intermediates unless the wallets know them; null for a verifier that is attested otherwise.</param>
public sealed record RequestSigner(string ClientId, SigningKey Key, JsonArray? X5c)
{
    /// <summary>The verifier attestation that names the key (§12); null for a verifier with a certificate.</summary>
    public string? Attestation { get; init; }

    /// <summary>The protected header of a request object.</summary>
    internal JsonObject Header()
    {
        var header = new JsonObject { ["typ"] = RequestObject.Type };
        if (X5c is not null)
            header["x5c"] = X5c.DeepClone();
        if (Attestation is not null)
            header[VerifierAttestation.HeaderParameter] = Attestation;
        return header;
    }
}
