// draft-ietf-oauth-sd-jwt-vc-19 §2.2.2.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.StatusLists;

namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>A verified SD-JWT VC. Its status is still to be looked up where <paramref name="Status"/> names a list.</summary>
/// <param name="CredentialType">`vct`.</param>
/// <param name="Claims">The processed payload: visible and disclosed claims.</param>
/// <param name="HolderKey">The key in `cnf.jwk`, or null when there is none or none this library supports.</param>
/// <param name="Status">Where the status stands, or null when the credential has none.</param>
public sealed record VerifiedCredential(string CredentialType, JsonObject Claims, JsonWebKey? HolderKey, StatusReference? Status);
