// ETSI TS 119 475 V1.2.1 §5.2.4 Table 9 (credentials), Annex B.2.9, B.2.10 (Credential, Claim); OpenID4VP 1.0 §6.1, §7.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.OpenId4Vc.Dcql;

namespace Modellstadt.Protocols.OpenId4Vc.Registration;

/// <summary>A kind of credential that a relying party is registered to ask for.</summary>
/// <param name="Format">Credential format identifier, for example <see cref="CredentialQuery.SdJwtFormat"/>.</param>
/// <param name="Types">The `vct_values` of an SD-JWT VC, or the one `doctype_value` of an mdoc.</param>
/// <param name="Claims">What may be asked for; empty means every claim, as the EU's reference wallet reads it.</param>
public sealed record RegisteredCredential(string Format, IReadOnlyList<string> Types, IReadOnlyList<ClaimPath> Claims)
{
    private const int MaxTypes = 50;
    private const int MaxClaims = 200;

    /// <summary>An SD-JWT VC with top-level claims; without claims every one may be asked for.</summary>
    public static RegisteredCredential SdJwt(string type, params IEnumerable<string> claims) =>
        new(CredentialQuery.SdJwtFormat, [type], [.. claims.Select(name => ClaimPath.Of(name))]);

    /// <summary>An mdoc with data elements; without elements every one may be asked for.</summary>
    public static RegisteredCredential Mdoc(string documentType, params IEnumerable<(string NameSpace, string Identifier)> elements) =>
        new(CredentialQuery.MdocFormat, [documentType], [.. elements.Select(element => ClaimPath.Of(element.NameSpace, element.Identifier))]);

    /// <summary>True when this entry allows to ask a credential of <paramref name="type"/> for what lies at <paramref name="path"/>.</summary>
    /// <param name="format">The format asked for.</param>
    /// <param name="type">The credential type or document type asked for.</param>
    /// <param name="path">The claim asked for; null for the claims that are always visible.</param>
    public bool Allows(string format, string type, ClaimPath? path)
        => format == Format && Types.Contains(type) && (path is null || Claims.Count == 0 || Claims.Any(claim => Reaches(claim, path)));

    internal JsonObject ToJson()
    {
        var meta = Format == CredentialQuery.MdocFormat
            ? new JsonObject { ["doctype_value"] = Types[0] }
            : new JsonObject { ["vct_values"] = new JsonArray([.. Types.Select(type => JsonValue.Create(type))]) };
        var json = new JsonObject { ["format"] = Format, ["meta"] = meta };
        // Table 9 names the array in the singular.
        if (Claims.Count > 0)
            json["claim"] = new JsonArray([.. Claims.Select(claim => new JsonObject { ["path"] = claim.ToJson() })]);
        return json;
    }

    internal static Checked<RegisteredCredential> Parse(JsonNode? node)
    {
        if (node is not JsonObject json || json.Text("format") is not { Length: > 0 } format)
            return Refuse("A registered credential has no format.");
        var meta = json.Object("meta") ?? [];
        var types = meta["vct_values"] is JsonArray several ? several : meta["doctype_value"] is { } one ? new JsonArray(one.DeepClone()) : [];
        if (types.Count > MaxTypes || !types.All(type => type.IsText(out _)))
            return Refuse("The types of a registered credential are too many or not strings.");
        // Annex C and wallets that foresee the correction write the plural.
        var claims = json["claim"] ?? json["claims"] ?? new JsonArray();
        if (claims is not JsonArray { Count: <= MaxClaims } array)
            return Refuse("The claims of a registered credential are too many or not an array.");
        var paths = new List<ClaimPath>(array.Count);
        foreach (var claim in array)
        {
            if ((claim as JsonObject)?["path"] is not JsonArray path)
                return Refuse("A registered claim has no path.");
            if (!ClaimPath.Parse(path).TryGetValue(out var parsed, out var error))
                return Refuse($"A registered claim has no path: {error.Detail}");
            paths.Add(parsed);
        }

        return new RegisteredCredential(format, [.. types.Select(type => type!.GetValue<string>())], paths);
    }

    /// <summary>True when the registered path is the asked one or leads to something that contains it.</summary>
    private static bool Reaches(ClaimPath registered, ClaimPath asked)
    {
        if (registered.Steps.Count > asked.Steps.Count)
            return false;
        for (var i = 0; i < registered.Steps.Count; i++)
        {
            var (allowed, wanted) = (registered.Steps[i], asked.Steps[i]);
            if (allowed.IsEveryElement ? wanted.Name is not null : allowed != wanted)
                return false;
        }

        return true;
    }

    private static ProtocolError Refuse(string detail) => new(RegistrationErrors.InvalidRegistration, "ETSI TS 119 475 V1.2.1 §5.2.4, Table 9", detail);
}
