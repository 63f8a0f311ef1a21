// OpenID4VCI 1.0 §12.2.4 (credential_configurations_supported), App. A.3 (IETF SD-JWT VC), App. F.1.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>A kind of credential an issuer can issue.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Format">The credential format, `dc+sd-jwt` for SD-JWT VC.</param>
public sealed record CredentialConfiguration(string Id, string Format)
{
    private const string SdJwtFormat = "dc+sd-jwt";
    private const int MaxClaims = 200;

    /// <summary>`vct`; null for other formats.</summary>
    public string? CredentialType { get; init; }

    /// <summary>`scope` for the authorization request, or null.</summary>
    public string? Scope { get; init; }

    /// <summary>`credential_signing_alg_values_supported`: names, or numbers for COSE.</summary>
    public JsonArray SigningAlgorithms { get; init; } = [];

    /// <summary>`cryptographic_binding_methods_supported`; empty when copies are bound to no key.</summary>
    public IReadOnlyList<string> BindingMethods { get; init; } = [];

    /// <summary>The algorithms of the jwt proof type; empty when it is not supported.</summary>
    public IReadOnlyList<string> ProofAlgorithms { get; init; } = [];

    /// <summary>What people read on the card.</summary>
    public IReadOnlyList<DisplayText> Display { get; init; } = [];

    /// <summary>The claims in the order in which they are shown.</summary>
    public IReadOnlyList<ClaimDescription> Claims { get; init; } = [];

    /// <summary>An SD-JWT VC signed with ES256 and bound to a key proved with ES256.</summary>
    public static CredentialConfiguration SdJwtVc(string id, string credentialType) => new(id, SdJwtFormat)
    {
        CredentialType = credentialType,
        Scope = id,
        SigningAlgorithms = [JoseAlgorithms.Es256],
        BindingMethods = ["jwk"],
        ProofAlgorithms = [JoseAlgorithms.Es256],
    };

    /// <summary>The configuration as JSON, without its id.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["format"] = Format };
        if (Scope is not null)
            json["scope"] = Scope;
        json["credential_signing_alg_values_supported"] = SigningAlgorithms.DeepClone();
        if (BindingMethods.Count > 0)
            json["cryptographic_binding_methods_supported"] = Names(BindingMethods);
        if (ProofAlgorithms.Count > 0)
            json["proof_types_supported"] = new JsonObject { ["jwt"] = new JsonObject { ["proof_signing_alg_values_supported"] = Names(ProofAlgorithms) } };
        if (CredentialType is not null)
            json["vct"] = CredentialType;
        json["credential_metadata"] = new JsonObject
        {
            ["display"] = DisplayText.ToJson(Display),
            ["claims"] = new JsonArray([.. Claims.Select(claim => claim.ToJson())]),
        };
        return json;
    }

    /// <summary>Reads one configuration.</summary>
    public static Checked<CredentialConfiguration> Parse(string id, JsonNode? node)
    {
        if (node is not JsonObject json || json.Text("format") is not { Length: > 0 } format)
            return Refuse("§12.2.4", "A credential configuration has no format.");
        // App. A.3.2: vct is required for SD-JWT VC.
        if (format == SdJwtFormat && json.Text("vct") is not { Length: > 0 })
            return Refuse("App. A.3.2", "vct is missing.");
        var metadata = json.Object("credential_metadata");
        if (!ReadClaims(metadata?["claims"]).TryGetValue(out var claims, out var error))
            return error;
        return new CredentialConfiguration(id, format)
        {
            CredentialType = format == SdJwtFormat ? json.Text("vct") : null,
            Scope = json.Text("scope"),
            SigningAlgorithms = json["credential_signing_alg_values_supported"]?.DeepClone() as JsonArray ?? [],
            BindingMethods = ReadNames(json["cryptographic_binding_methods_supported"]),
            ProofAlgorithms = ReadNames(json.Object("proof_types_supported")?.Object("jwt")?["proof_signing_alg_values_supported"]),
            Display = DisplayText.Read(metadata?["display"]),
            Claims = claims,
        };
    }

    private static Checked<List<ClaimDescription>> ReadClaims(JsonNode? node)
    {
        var claims = new List<ClaimDescription>();
        if (node is null)
            return claims;
        if (node is not JsonArray { Count: <= MaxClaims } entries)
            return Refuse("App. B.2", $"claims is not an array of at most {MaxClaims} descriptions.");
        foreach (var entry in entries)
        {
            if (!ClaimDescription.Parse(entry).TryGetValue(out var claim, out var error))
                return error;
            claims.Add(claim);
        }

        return claims;
    }

    private static JsonArray Names(IEnumerable<string> names) => [.. names.Select(name => JsonValue.Create(name))];

    private static List<string> ReadNames(JsonNode? node)
        => node is JsonArray names ? [.. names.Select(name => name.IsText(out var text) ? text : null).OfType<string>()] : [];

    private static ProtocolError Refuse(string section, string detail) => new(ErrorCodes.Malformed, $"OpenID4VCI 1.0 {section}", detail);
}
