// RFC 9901 §7.1 (the Processed SD-JWT Payload).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>What a verifier may believe.</summary>
/// <param name="Claims">The processed payload: visible and disclosed claims, without digests.</param>
/// <param name="HolderKey">The key in `cnf.jwk`, or null when there is none or none this library supports.</param>
/// <param name="IsKeyBound">True when possession of <paramref name="HolderKey"/> was demanded and proved.</param>
public sealed record VerifiedSdJwt(JsonObject Claims, JsonWebKey? HolderKey, bool IsKeyBound);
