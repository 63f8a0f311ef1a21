// draft-ietf-oauth-status-list-20 §6.3 (Referenced Token in COSE and in an mdoc): the member status of the MSO.
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.StatusLists;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>The status reference in its CBOR form.</summary>
internal static class MdocStatus
{
    /// <summary>Reads the member `status`.</summary>
    public static Checked<StatusReference> Parse(CborItem status)
        => status.ToJson() is System.Text.Json.Nodes.JsonObject json ? StatusReference.Parse(json) : StatusReference.Malformed;

    /// <summary>The member `status`.</summary>
    public static CborItem ToItem(StatusReference status) => CborItem.Map(CborEntry.Of("status_list", CborItem.Map(
        CborEntry.Of("idx", CborItem.Of(status.Index)), CborEntry.Of("uri", CborItem.Of(status.Uri)))));
}
