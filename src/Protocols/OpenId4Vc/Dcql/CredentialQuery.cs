// OpenID4VP 1.0 §6.1 (credential query), Appendix B.2.3 and B.3.5 (meta of mdoc and SD-JWT VC).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.SdJwt;

namespace Modellstadt.Protocols.OpenId4Vc.Dcql;

/// <summary>A credential that is asked for (OpenID4VP 1.0 §6.1).</summary>
/// <param name="Id">Name of the query inside the request: letters, digits, `_` and `-`.</param>
/// <param name="Format">Credential format identifier, for example <see cref="SdJwtFormat"/>.</param>
public sealed record CredentialQuery(string Id, string Format)
{
    /// <summary>The format identifier of SD-JWT VC (OpenID4VP 1.0 Appendix B.3.1).</summary>
    public const string SdJwtFormat = "dc+sd-jwt";

    /// <summary>The format identifier of ISO mdoc (OpenID4VP 1.0 Appendix B.2.1).</summary>
    public const string MdocFormat = "mso_mdoc";

    private JsonObject meta = [];

    /// <summary>What the format says about the type of the credential.</summary>
    public JsonObject Meta
    {
        get => (JsonObject)meta.DeepClone();
        init => meta = value;
    }

    /// <summary>Accepted credential types of an SD-JWT VC; empty for other formats.</summary>
    public IReadOnlyList<string> CredentialTypes { get; init; } = [];

    /// <summary>The document type of an mdoc; null for other formats.</summary>
    public string? DocumentType { get; init; }

    /// <summary>True when more than one credential may answer.</summary>
    public bool Multiple { get; init; }

    /// <summary>False when a presentation without proof of possession is enough.</summary>
    public bool RequiresHolderBinding { get; init; } = true;

    /// <summary>Authorities whose credentials are accepted (§6.1.1); empty when the verifier names none.</summary>
    public IReadOnlyList<TrustedAuthorityQuery> TrustedAuthorities { get; init; } = [];

    /// <summary>The claims asked for; empty when only the always visible ones are (§6.4.1).</summary>
    public IReadOnlyList<ClaimQuery> Claims { get; init; } = [];

    /// <summary>Combinations of claim identifiers, the preferred one first; empty when all claims are asked for (§6.4.1).</summary>
    public IReadOnlyList<IReadOnlyList<string>> ClaimSets { get; init; } = [];

    /// <summary>A query for an SD-JWT VC with top-level claims.</summary>
    public static CredentialQuery SdJwt(string id, IReadOnlyList<string> credentialTypes, IEnumerable<string> claims) => new(id, SdJwtFormat)
    {
        CredentialTypes = credentialTypes,
        Meta = new JsonObject { ["vct_values"] = new JsonArray([.. credentialTypes]) },
        Claims = [.. claims.Select(name => new ClaimQuery(ClaimPath.Of(name)))],
    };

    /// <summary>A query for an mdoc with data elements of one namespace.</summary>
    public static CredentialQuery Mdoc(string id, string documentType, string nameSpace, IEnumerable<string> elements) => new(id, MdocFormat)
    {
        DocumentType = documentType,
        Meta = new JsonObject { ["doctype_value"] = documentType },
        Claims = [.. elements.Select(name => new ClaimQuery(ClaimPath.Of(nameSpace, name)))],
    };

    /// <summary>The query as it stands in a request.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = Id, ["format"] = Format };
        if (Multiple)
            json["multiple"] = true;
        json["meta"] = Meta;
        if (TrustedAuthorities.Count > 0)
            json["trusted_authorities"] = new JsonArray([.. TrustedAuthorities.Select(authority => authority.ToJson())]);
        if (!RequiresHolderBinding)
            json["require_cryptographic_holder_binding"] = false;
        if (Claims.Count > 0)
            json["claims"] = new JsonArray([.. Claims.Select(claim => claim.ToJson())]);
        if (ClaimSets.Count > 0)
            json["claim_sets"] = new JsonArray([.. ClaimSets.Select(set => new JsonArray([.. set]))]);
        return json;
    }
}
