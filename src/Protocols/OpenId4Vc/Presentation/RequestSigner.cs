// OpenID4VP 1.0 §5.9.3 (client identifier prefixes of certificates), RFC 7515 §4.1.6 (x5c).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Presentation;

/// <summary>Under which name a verifier signs its questions.</summary>
/// <param name="ClientId">Its client identifier with prefix.</param>
/// <param name="Key">The key of the first certificate.</param>
/// <param name="X5c">Its certificate, and its intermediates unless the wallets know them.</param>
public sealed record RequestSigner(string ClientId, SigningKey Key, JsonArray X5c)
{
    /// <summary>The protected header of a request object.</summary>
    internal JsonObject Header() => new() { ["typ"] = RequestObject.Type, ["x5c"] = X5c.DeepClone() };
}
