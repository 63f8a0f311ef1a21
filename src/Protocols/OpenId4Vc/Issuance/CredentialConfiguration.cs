// OpenID4VCI 1.0 §12.2.4 (credential_configurations_supported), App. A.2 (mdoc), App. A.3 (IETF SD-JWT VC), App. F.1, App. F.3.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;

namespace Modellstadt.Protocols.OpenId4Vc.Issuance;

/// <summary>A kind of credential an issuer can issue.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Format">The credential format, `dc+sd-jwt` for SD-JWT VC, `mso_mdoc` for mdoc.</param>
public sealed record CredentialConfiguration(string Id, string Format)
{
    /// <summary>The format identifier of mdoc (App. A.2.1).</summary>
    public const string MdocFormat = "mso_mdoc";

    private const string SdJwtFormat = "dc+sd-jwt";
    private const string AlgorithmsMember = "proof_signing_alg_values_supported";
    private const int MaxClaims = 200;

    /// <summary>`vct`; null for other formats.</summary>
    public string? CredentialType { get; init; }

    /// <summary>`doctype` of an mdoc; null for other formats.</summary>
    public string? DocumentType { get; init; }

    /// <summary>`scope` for the authorization request, or null.</summary>
    public string? Scope { get; init; }

    /// <summary>`credential_signing_alg_values_supported`: names, or numbers for COSE.</summary>
    public JsonArray SigningAlgorithms { get; init; } = [];

    /// <summary>`cryptographic_binding_methods_supported`; empty when copies are bound to no key.</summary>
    public IReadOnlyList<string> BindingMethods { get; init; } = [];

    /// <summary>The algorithms of the jwt proof type; empty when it is not supported.</summary>
    public IReadOnlyList<string> ProofAlgorithms { get; init; } = [];

    /// <summary>The algorithms of the attestation proof type; empty when it is not supported.</summary>
    public IReadOnlyList<string> AttestationAlgorithms { get; init; } = [];

    /// <summary>What key attestations must say; null when none is required.</summary>
    public KeyAttestationDemand? KeyAttestation { get; init; }

    /// <summary>How often a copy may be shown; null when the issuer does not say it.</summary>
    public CredentialReusePolicy? Reuse { get; init; }

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

    /// <summary>An mdoc signed with ECDSA on P-256 and bound to a key proved with ES256; COSE names algorithms by number (App. A.2.2).</summary>
    public static CredentialConfiguration Mdoc(string id, string documentType) => new(id, MdocFormat)
    {
        DocumentType = documentType,
        Scope = id,
        SigningAlgorithms = [CoseAlgorithms.Es256],
        BindingMethods = ["cose_key"],
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
            json["cryptographic_binding_methods_supported"] = NameLists.ToJson(BindingMethods);
        if (DescribeProofs() is { Count: > 0 } proofs)
            json["proof_types_supported"] = proofs;
        if (CredentialType is not null)
            json["vct"] = CredentialType;
        if (DocumentType is not null)
            json["doctype"] = DocumentType;
        json["credential_metadata"] = DescribeCredential();
        return json;
    }

    /// <summary>Reads one configuration.</summary>
    public static Checked<CredentialConfiguration> Parse(string id, JsonNode? node)
    {
        if (node is not JsonObject json || json.Text("format") is not { Length: > 0 } format)
            return Refuse("§12.2.4", "A credential configuration has no format.");
        // App. A.3.1: the name of drafts, whose requests and proofs were others.
        if (format == SdJwtNames.LegacyCredentialType)
            return Refuse("App. A.3.1", "vc+sd-jwt is the format of early drafts; OpenID4VCI 1.0 calls it dc+sd-jwt.");
        // App. A.3.2: vct is required for SD-JWT VC.
        if (format == SdJwtFormat && json.Text("vct") is not { Length: > 0 })
            return Refuse("App. A.3.2", "vct is missing.");
        // App. A.2.2: doctype is required for mdoc.
        if (format == MdocFormat && json.Text("doctype") is not { Length: > 0 })
            return Refuse("App. A.2.2", "doctype is missing.");
        var metadata = json.Object("credential_metadata");
        if (!ReadClaims(metadata?["claims"]).TryGetValue(out var claims, out var error))
            return error;
        var reuse = metadata?.Object("credential_reuse_policy") is { } policy ? CredentialReusePolicy.Parse(policy) : null;
        if (reuse?.Error is { } broken)
            return broken;
        var proofs = json.Object("proof_types_supported");
        var (byJwt, byAttestation) = (proofs?.Object(KeyProofs.ByJwt), proofs?.Object(KeyProofs.ByAttestation));
        return new CredentialConfiguration(id, format)
        {
            CredentialType = format == SdJwtFormat ? json.Text("vct") : null,
            DocumentType = format == MdocFormat ? json.Text("doctype") : null,
            Scope = json.Text("scope"),
            SigningAlgorithms = json["credential_signing_alg_values_supported"]?.DeepClone() as JsonArray ?? [],
            BindingMethods = NameLists.Read(json["cryptographic_binding_methods_supported"]),
            ProofAlgorithms = NameLists.Read(byJwt?[AlgorithmsMember]),
            AttestationAlgorithms = NameLists.Read(byAttestation?[AlgorithmsMember]),
            KeyAttestation = KeyAttestationDemand.Read(byJwt) ?? KeyAttestationDemand.Read(byAttestation),
            Reuse = reuse?.Expect(),
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

    private JsonObject DescribeProofs()
    {
        var types = new JsonObject();
        foreach (var (name, algorithms) in ((string, IReadOnlyList<string>)[])[(KeyProofs.ByJwt, ProofAlgorithms), (KeyProofs.ByAttestation, AttestationAlgorithms)])
        {
            if (algorithms.Count == 0)
                continue;
            var type = new JsonObject { [AlgorithmsMember] = NameLists.ToJson(algorithms) };
            if (KeyAttestation is not null)
                type["key_attestations_required"] = KeyAttestation.ToJson();
            types[name] = type;
        }

        return types;
    }

    // §12.2.4: arrays that are there are not empty.
    private JsonObject DescribeCredential()
    {
        var json = new JsonObject();
        if (Display.Count > 0)
            json["display"] = DisplayText.ToJson(Display);
        if (Claims.Count > 0)
            json["claims"] = new JsonArray([.. Claims.Select(claim => claim.ToJson())]);
        if (Reuse is not null)
            json["credential_reuse_policy"] = Reuse.ToJson();
        return json;
    }

    private static ProtocolError Refuse(string section, string detail) => new(ErrorCodes.Malformed, $"OpenID4VCI 1.0 {section}", detail);
}
