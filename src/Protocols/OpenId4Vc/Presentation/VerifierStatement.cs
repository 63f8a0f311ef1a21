// OpenID4VP 1.0 §5.1 (verifier_info), §5.11.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Dcql;

namespace Modellstadt.Protocols.OpenId4Vc.Presentation;

/// <summary>What somebody else says about a verifier, sent with its request (an entry of `verifier_info`). Nothing in it is verified yet.</summary>
/// <param name="Format">How <paramref name="Data"/> is to be read.</param>
/// <param name="Data">An object, or a text such as a JWT.</param>
/// <param name="CredentialIds">The queries it is about; empty for all of them.</param>
public sealed record VerifierStatement(string Format, JsonNode Data, IReadOnlyList<string> CredentialIds)
{
    internal const string Member = "verifier_info";

    private const int MaxEntries = 8;

    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["format"] = Format, ["data"] = Data.DeepClone() };
        if (CredentialIds.Count > 0)
            json["credential_ids"] = new JsonArray([.. CredentialIds]);
        return json;
    }

    /// <summary>Reads `verifier_info`; formats nobody here knows are kept, whoever uses them decides (§5.11).</summary>
    internal static Checked<IReadOnlyList<VerifierStatement>> Parse(JsonNode? entries, DcqlQuery query)
    {
        if (entries is not JsonArray { Count: > 0 and <= MaxEntries } array)
            return Refuse($"verifier_info is not an array of 1 to {MaxEntries} entries.");
        var read = new List<VerifierStatement>();
        foreach (var entry in array)
        {
            if (entry is not JsonObject json || json.Text("format") is not { Length: > 0 } format || json["data"] is not { } data
                || !(data is JsonObject || data.IsText(out _)))
                return Refuse("An entry has no format or no data.");
            JsonArray? ids = [];
            if (json.ContainsKey("credential_ids"))
                ids = json["credential_ids"] as JsonArray is { Count: > 0 } named ? named : null;
            if (ids is null || !ids.All(id => id.IsText(out var text) && query.Find(text) is not null))
                return Refuse("credential_ids names a query that is not there.");
            read.Add(new VerifierStatement(format, data.DeepClone(), [.. ids.Select(id => id!.GetValue<string>())]));
        }

        return read;
    }

    private static ProtocolError Refuse(string detail) => new(PresentationErrors.InvalidRequest, "OpenID4VP 1.0 §5.1, §5.11", detail);
}
