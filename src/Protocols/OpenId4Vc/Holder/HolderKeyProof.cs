// OpenID4VCI 1.0 App. F.1 (jwt proof type), made by the holder.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>Proves to an issuer that the wallet holds a key.</summary>
public static class HolderKeyProof
{
    /// <summary>A jwt proof.</summary>
    /// <param name="key">The key to be proved; it will be in `cnf` of the copy.</param>
    /// <param name="issuer">The credential issuer identifier.</param>
    /// <param name="nonce">`c_nonce`, or null when the issuer has no nonce endpoint.</param>
    /// <param name="now">The time of signing.</param>
    /// <param name="attestation">The key attestation that names the key, or null.</param>
    /// <param name="clientId">The wallet's `client_id`; null when it came to the token endpoint without a name.</param>
    public static string Create(SigningKey key, string issuer, string? nonce, DateTimeOffset now, string? attestation = null, string? clientId = null)
    {
        var header = new JsonObject { ["typ"] = KeyProofs.Type, ["jwk"] = key.PublicKey.ToJson() };
        if (attestation is not null)
            header["key_attestation"] = attestation;
        var payload = new JsonObject { ["aud"] = issuer, ["iat"] = now.ToUnixTimeSeconds() };
        if (clientId is not null)
            payload["iss"] = clientId;
        if (nonce is not null)
            payload["nonce"] = nonce;
        return CompactJws.Sign(header, payload, key);
    }
}
