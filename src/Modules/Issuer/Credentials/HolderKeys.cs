using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Issuer.Credentials;

/// <summary>How keys of holders are stored: both coordinates, base64url, with a dot between.</summary>
internal static class HolderKeys
{
    public static string Write(JsonWebKey key) => $"{key.X}.{key.Y}";

    public static JsonWebKey Read(string stored)
    {
        var coordinates = stored.Split('.');
        return JsonWebKey.Parse(new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = coordinates[0], ["y"] = coordinates[1] }).Expect();
    }
}
