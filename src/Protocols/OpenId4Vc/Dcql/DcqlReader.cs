// OpenID4VP 1.0 §6.1 to §6.3, Appendix B.2.3, B.2.4, B.3.5; Annex on untrusted input: limits before work.
using System.Text.Json;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Dcql;

/// <summary>Reads a query from JSON and refuses what the specification or the limits forbid.</summary>
internal sealed class DcqlReader(DcqlLimits limits)
{
    private const int MaxIdLength = 64;

    public Checked<DcqlQuery> Read(JsonObject json)
    {
        try
        {
            var credentials = Items(json, "credentials", "§6", limits.MaxCredentials).Select(item => ReadCredential(Object(item, "§6.1"))).ToArray();
            RequireUnique(credentials.Select(credential => credential.Id), "§6.1");
            return new DcqlQuery(credentials) { CredentialSets = ReadCredentialSets(json, [.. credentials.Select(credential => credential.Id)]) };
        }
        catch (BrokenQueryException broken)
        {
            return new ProtocolError(PresentationErrors.InvalidRequest, $"OpenID4VP 1.0 {broken.Section}", broken.Message);
        }
    }

    private CredentialQuery ReadCredential(JsonObject json)
    {
        var format = json.Text("format") is { Length: > 0 } named ? named : throw new BrokenQueryException("§6.1", "format is missing.");
        var meta = json.Object("meta") ?? throw new BrokenQueryException("§6.1", "meta is missing.");
        var claims = Optional(json, "claims", "§6.3", limits.MaxClaims).Select(item => ReadClaim(Object(item, "§6.3"), format)).ToArray();
        RequireUnique(claims.Select(claim => claim.Id).OfType<string>(), "§6.3");
        return new CredentialQuery(Id(json, "§6.1"), format)
        {
            Meta = (JsonObject)meta.DeepClone(),
            CredentialTypes = ReadCredentialTypes(meta, format),
            DocumentType = ReadDocumentType(meta, format),
            Multiple = Flag(json, "multiple", "§6.1", otherwise: false),
            RequiresHolderBinding = Flag(json, "require_cryptographic_holder_binding", "§6.1", otherwise: true),
            TrustedAuthorities = [.. Optional(json, "trusted_authorities", "§6.1.1", limits.MaxValues).Select(item => ReadAuthority(Object(item, "§6.1.1")))],
            Claims = claims,
            ClaimSets = ReadClaimSets(json, claims),
        };
    }

    private string[] ReadCredentialTypes(JsonObject meta, string format) =>
        format == CredentialQuery.SdJwtFormat ? [.. Items(meta, "vct_values", "Appendix B.3.5", limits.MaxValues).Select(item => Text(item, "Appendix B.3.5"))] : [];

    private static string? ReadDocumentType(JsonObject meta, string format) => format == CredentialQuery.MdocFormat
        ? meta.Text("doctype_value") ?? throw new BrokenQueryException("Appendix B.2.3", "doctype_value is missing.")
        : null;

    private TrustedAuthorityQuery ReadAuthority(JsonObject json) => new(
        json.Text("type") ?? throw new BrokenQueryException("§6.1.1", "type is missing."),
        [.. Items(json, "values", "§6.1.1", limits.MaxValues).Select(item => Text(item, "§6.1.1"))]);

    private ClaimQuery ReadClaim(JsonObject json, string format)
    {
        if (json["path"] is not JsonArray steps || !ClaimPath.Parse(steps).TryGetValue(out var path, out _))
            throw new BrokenQueryException("§6.3, §7", "path is not a claims path pointer.");
        if (format == CredentialQuery.MdocFormat && (path.Steps.Count != 2 || path.Steps.Any(step => step.Name is null)))
            throw new BrokenQueryException("§7.2", "A path into an mdoc is a namespace and a data element.");
        return new ClaimQuery(path)
        {
            Id = json.ContainsKey("id") ? Id(json, "§6.3") : null,
            Values = [.. Optional(json, "values", "§6.3", limits.MaxValues).Select(ReadValue)],
            // Only mdoc defines the member; elsewhere it is one of those to ignore.
            IntentToRetain = format == CredentialQuery.MdocFormat && json.ContainsKey("intent_to_retain") ? Flag(json, "intent_to_retain", "Appendix B.2.4", otherwise: false) : null,
        };
    }

    private static JsonValue ReadValue(JsonNode? node)
    {
        var fits = node is JsonValue value && value.GetValueKind() switch
        {
            JsonValueKind.String or JsonValueKind.True or JsonValueKind.False => true,
            JsonValueKind.Number => value.TryGetValue<long>(out _),
            _ => false,
        };
        return fits ? (JsonValue)node!.DeepClone() : throw new BrokenQueryException("§6.3", "A value is a string, a whole number or a boolean.");
    }

    private IReadOnlyList<string>[] ReadClaimSets(JsonObject json, ClaimQuery[] claims)
    {
        IReadOnlyList<string>[] sets = [.. Optional(json, "claim_sets", "§6.1", limits.MaxCombinations).Select(item => References(item, limits.MaxClaims, "§6.1"))];
        if (sets.Length == 0)
            return sets;
        if (claims.Length == 0 || claims.Any(claim => claim.Id is null))
            throw new BrokenQueryException("§6.1, §6.3", "claim_sets need claims, and each of these an id.");
        RequireKnown(sets, [.. claims.Select(claim => claim.Id!)], "§6.1");
        return sets;
    }

    private CredentialSetQuery[] ReadCredentialSets(JsonObject json, HashSet<string> ids)
    {
        CredentialSetQuery[] sets = [.. Optional(json, "credential_sets", "§6.2", limits.MaxCombinations).Select(item => ReadCredentialSet(Object(item, "§6.2")))];
        foreach (var set in sets)
            RequireKnown(set.Options, ids, "§6.2");
        return sets;
    }

    private CredentialSetQuery ReadCredentialSet(JsonObject json) => new(
        [.. Items(json, "options", "§6.2", limits.MaxCombinations).Select(item => References(item, limits.MaxCredentials, "§6.2"))],
        Flag(json, "required", "§6.2", otherwise: true));

    private static string Id(JsonObject json, string section) =>
        json.Text("id") is { Length: > 0 and <= MaxIdLength } id && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-')
            ? id
            : throw new BrokenQueryException(section, "id is not a name of letters, digits, underscores and hyphens.");

    private static string[] References(JsonNode? node, int atMost, string section) =>
        node is JsonArray { Count: > 0 } array && array.Count <= atMost
            ? [.. array.Select(item => Text(item, section))]
            : throw new BrokenQueryException(section, $"A combination lists 1 to {atMost} ids.");

    private static void RequireUnique(IEnumerable<string> ids, string section)
    {
        var seen = new HashSet<string>();
        if (!ids.All(seen.Add))
            throw new BrokenQueryException(section, "An id occurs twice.");
    }

    private static void RequireKnown(IEnumerable<IReadOnlyList<string>> combinations, HashSet<string> known, string section)
    {
        if (!combinations.All(combination => combination.All(known.Contains)))
            throw new BrokenQueryException(section, "A combination names an id that does not exist.");
    }

    private static JsonArray Items(JsonObject json, string name, string section, int atMost) =>
        json[name] is JsonArray { Count: > 0 } array && array.Count <= atMost
            ? array
            : throw new BrokenQueryException(section, $"{name} is not an array of 1 to {atMost} entries.");

    private static JsonArray Optional(JsonObject json, string name, string section, int atMost) =>
        json.ContainsKey(name) ? Items(json, name, section, atMost) : [];

    private static JsonObject Object(JsonNode? node, string section) =>
        node as JsonObject ?? throw new BrokenQueryException(section, "An entry is not an object.");

    private static string Text(JsonNode? node, string section) =>
        node.IsText(out var text) ? text : throw new BrokenQueryException(section, "An entry is not a string.");

    private static bool Flag(JsonObject json, string name, string section, bool otherwise)
    {
        if (!json.ContainsKey(name))
            return otherwise;
        return json[name]?.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw new BrokenQueryException(section, $"{name} is not a boolean."),
        };
    }

    /// <summary>Leaves the recursive descent; never leaves this class.</summary>
    private sealed class BrokenQueryException(string section, string message) : Exception(message)
    {
        public string Section { get; } = section;
    }
}
