// draft-ietf-oauth-status-list-21 §6.1, §6.2 (JOSE), §6.3 (COSE).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.StatusLists;

/// <summary>Where the status of a token stands.</summary>
/// <param name="Uri">Address of the status list token, compared exactly with its `sub`.</param>
/// <param name="Index">Position in the list, from 0.</param>
public sealed record StatusReference(string Uri, int Index)
{
    /// <summary>The refusal of a `status` claim that is not an object.</summary>
    internal static Checked<StatusReference> Malformed { get; } = Refuse("status is not an object.");

    /// <summary>Reads the `status` claim of a token.</summary>
    public static Checked<StatusReference> Parse(JsonObject status)
    {
        if (status.Object("status_list") is not { } list)
            return Refuse("status has no status_list.");
        if (list.Text("uri") is not { Length: > 0 } uri)
            return Refuse("uri is missing.");
        return list.Integer("idx") is { } index and >= 0 and <= int.MaxValue
            ? new StatusReference(uri, (int)index)
            : Refuse("idx is not a non-negative integer.");
    }

    /// <summary>Reads the `Status` map of a CWT or mdoc.</summary>
    public static Checked<StatusReference> Parse(CborItem status)
    {
        if (status.Member("status_list") is not { Entries: not null } list)
            return RefuseCbor("status has no status_list.");
        if (list.Member("uri")?.Text is not { Length: > 0 } uri)
            return RefuseCbor("uri is missing.");
        return list.Member("idx")?.Integer is { } index && index >= 0 && index <= int.MaxValue
            ? new StatusReference(uri, (int)index)
            : RefuseCbor("idx is not a non-negative integer.");
    }

    /// <summary>The `Status` map of a CWT or mdoc.</summary>
    public CborItem ToCbor() => CborItem.Map(CborEntry.Of(
        "status_list", CborItem.Map(CborEntry.Of("idx", CborItem.Of(Index)), CborEntry.Of("uri", CborItem.Of(Uri)))));

    /// <summary>The `status` claim.</summary>
    public JsonObject ToJson() => new() { ["status_list"] = new JsonObject { ["idx"] = Index, ["uri"] = Uri } };

    private static ProtocolError RefuseCbor(string detail) => new(ErrorCodes.Claim, "Token Status List §6.3", detail);

    private static ProtocolError Refuse(string detail) => new(ErrorCodes.Claim, "Token Status List §6.2", detail);
}
