// OpenID4VP 1.0 §6.3 (claims query), Appendix B.2.4 (intent_to_retain).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.SdJwt;

namespace Modellstadt.Protocols.OpenId4Vc.Dcql;

/// <summary>A claim that is asked for (OpenID4VP 1.0 §6.3).</summary>
/// <param name="Path">Where it stands.</param>
public sealed record ClaimQuery(ClaimPath Path)
{
    /// <summary>Name for claim sets; null when there are none.</summary>
    public string? Id { get; init; }

    /// <summary>Values one of which is expected, strings, whole numbers or booleans; empty when any will do.</summary>
    public IReadOnlyList<JsonValue> Values { get; init; } = [];

    /// <summary>Whether the verifier means to keep the value, mdoc only (Appendix B.2.4); null when it does not say.</summary>
    public bool? IntentToRetain { get; init; }

    /// <summary>The entry as it stands in a request.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        if (Id is not null)
            json["id"] = Id;
        json["path"] = Path.ToJson();
        if (Values.Count > 0)
            json["values"] = new JsonArray([.. Values.Select(value => value.DeepClone())]);
        if (IntentToRetain is { } intent)
            json["intent_to_retain"] = intent;
        return json;
    }
}
