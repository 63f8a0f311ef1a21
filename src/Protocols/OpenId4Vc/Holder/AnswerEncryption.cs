// OpenID4VP 1.0 §5.1 (jwks and encrypted_response_enc_values_supported of client_metadata), §8.3; RFC 7517 §5 (unusable keys are passed over).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>Finds out how a verifier can be answered so that only it reads the answer.</summary>
internal static class AnswerEncryption
{
    private const int MaxKeys = 20;

    /// <summary>The first key this wallet can use, and the encryptions it knows; the others are passed over.</summary>
    public static Checked<ResponseEncryption> Read(JsonObject parameters)
    {
        var metadata = parameters.Object("client_metadata");
        var keys = metadata?.Object("jwks")?["keys"] as JsonArray ?? [];
        var usable = keys.Take(MaxKeys).OfType<JsonObject>()
            .Where(key => key.Text("alg") == JoseAlgorithms.EcdhEs && IsForEncryption(key))
            .Select(key => JsonWebKey.Parse(key).TryGetValue(out var parsed, out _) ? parsed : null)
            .FirstOrDefault(key => key is not null);
        // §5.1: without the member, A128GCM is meant.
        var offered = metadata?["encrypted_response_enc_values_supported"] is JsonArray names
            ? names.Select(name => name.IsText(out var text) ? text : "").ToArray()
            : [JoseAlgorithms.A128Gcm];
        string[] known = [.. offered.Where(ResponseEncryption.DefaultEncryptions.Contains)];
        return usable is not null && known.Length > 0
            ? new ResponseEncryption(usable, known)
            : new ProtocolError(PresentationErrors.InvalidRequest, "OpenID4VP 1.0 §8.3", "client_metadata names no way to encrypt the answer.");
    }

    /// <summary>§8.3: absent or `enc`; whatever is neither is not for this.</summary>
    private static bool IsForEncryption(JsonObject key) => !key.ContainsKey("use") || key.Text("use") == "enc";
}
