// draft-ietf-oauth-status-list-21 §9.3.
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.StatusLists;

/// <summary>All status lists of an issuer.</summary>
/// <param name="StatusLists">The addresses of their tokens.</param>
public sealed record StatusListAggregation(IReadOnlyList<string> StatusLists)
{
    // 4,096 addresses of 200 characters.
    private static readonly JsonLimits Limits = new(MaxBytes: 1024 * 1024, MaxDepth: 4, MaxValues: 4_100);

    /// <summary>The document, of media type application/json.</summary>
    public JsonObject ToJson() => new() { ["status_lists"] = new JsonArray([.. StatusLists.Select(list => JsonValue.Create(list))]) };

    /// <summary>Reads a document of at most 1 MiB.</summary>
    public static Checked<StatusListAggregation> Parse(ReadOnlySpan<byte> utf8) => StrictJson.ParseObject(utf8, Limits).Then(Read);

    private static Checked<StatusListAggregation> Read(JsonObject json)
    {
        var addresses = (json["status_lists"] as JsonArray)?.Select(entry => entry.IsText(out var address) ? address : null).ToList();
        return addresses is null || addresses.Contains(null)
            ? new ProtocolError(ErrorCodes.StatusList, "Token Status List §9.3", "status_lists is not an array of addresses.")
            : new StatusListAggregation([.. addresses.OfType<string>()]);
    }
}
