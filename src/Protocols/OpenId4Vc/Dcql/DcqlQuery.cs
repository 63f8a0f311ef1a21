// OpenID4VP 1.0 §6 (Digital Credentials Query Language), §6.4.2 (selecting credentials).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;

namespace Modellstadt.Protocols.OpenId4Vc.Dcql;

/// <summary>What a verifier asks a wallet for (OpenID4VP 1.0 §6).</summary>
/// <param name="Credentials">The credentials asked for; never empty, identifiers unique.</param>
public sealed record DcqlQuery(IReadOnlyList<CredentialQuery> Credentials)
{
    /// <summary>Which combinations of <see cref="Credentials"/> are enough; empty when all of them are asked for (§6.2).</summary>
    public IReadOnlyList<CredentialSetQuery> CredentialSets { get; init; } = [];

    /// <summary>Reads and validates a query; unknown members are ignored (§6).</summary>
    public static Checked<DcqlQuery> Parse(JsonObject json, DcqlLimits? limits = null) => new DcqlReader(limits ?? DcqlLimits.Default).Read(json);

    /// <summary>A query for one SD-JWT VC of type <paramref name="vct"/> with these top-level claims.</summary>
    public static DcqlQuery ForSdJwt(string id, string vct, params IEnumerable<string> claims) => new([CredentialQuery.SdJwt(id, [vct], claims)]);

    /// <summary>The credential query called <paramref name="id"/>, or null.</summary>
    public CredentialQuery? Find(string id) => Credentials.FirstOrDefault(credential => credential.Id == id);

    /// <summary>True when credentials for exactly these identifiers are enough (§6.4.2).</summary>
    public bool IsAnsweredBy(IReadOnlySet<string> ids) => CredentialSets.Count == 0
        ? Credentials.All(credential => ids.Contains(credential.Id))
        : CredentialSets.Where(set => set.Required).All(set => set.Options.Any(option => option.All(ids.Contains)));

    /// <summary>The query as it stands in a request.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["credentials"] = new JsonArray([.. Credentials.Select(credential => credential.ToJson())]) };
        if (CredentialSets.Count > 0)
            json["credential_sets"] = new JsonArray([.. CredentialSets.Select(set => set.ToJson())]);
        return json;
    }
}
