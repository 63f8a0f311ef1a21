using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Parking.Inspections.OfflineSets;

/// <summary>What the town signs about an offline set: for which shift and zones, how old, how long it counts, and which table.</summary>
/// <param name="Shift">The shift it was made for.</param>
/// <param name="Zones">Letters of the zones in it; about others it says nothing.</param>
/// <param name="BuiltAt">When the rights were read; whole seconds.</param>
/// <param name="ValidUntil">When it answers nothing any more; whole seconds.</param>
internal sealed record OfflineSetHeader(Guid Shift, IReadOnlyList<string> Zones, DateTimeOffset BuiltAt, DateTimeOffset ValidUntil)
{
    /// <summary><c>typ</c> of the signed header, so that no other signature of the town passes for one.</summary>
    public const string Type = "modellstadt-offline-set+jwt";

    private const int Version = 1;

    /// <summary>The header as a compact JWS (RFC 7515) with ES256.</summary>
    /// <param name="table">The table it belongs to; named by its count and SHA-256.</param>
    /// <param name="key">The town's key for offline sets.</param>
    public string Sign(OfflineTable table, SigningKey key)
    {
        var payload = new JsonObject
        {
            ["v"] = Version,
            ["shift"] = Shift.ToString("D"),
            ["zones"] = new JsonArray([.. Zones.Select(zone => (JsonNode)zone)]),
            ["iat"] = BuiltAt.ToUnixTimeSeconds(),
            ["exp"] = ValidUntil.ToUnixTimeSeconds(),
            ["count"] = table.Count,
            ["sha256"] = Base64Url.Encode(SHA256.HashData(table.Bytes)),
        };
        return CompactJws.Sign(new JsonObject { ["typ"] = Type }, payload, key);
    }
}
