// RFC 8292 §2 (the token), §3 (the header), §3.2 (the key).
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Towns;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Wallets.Push;

/// <summary>
/// The key by which push services know the town (VAPID). Subscriptions are bound to it, so it stays: a change would silence every wallet.
/// </summary>
internal sealed class PushKeys(ISigningKeys keys, IOptions<TownOptions> town, TimeProvider time)
{
    private const string Name = "wallets-push";

    // RFC 8292 section 2 allows 24 hours.
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly Lazy<IKeptKey> key = new(() => keys.OpenOrCreate(Name));

    /// <summary>What a wallet subscribes with: the point, base64url.</summary>
    public string PublicKey => Base64Url.Encode(SealedPush.PointOf(key.Value.PublicKey.Q));

    /// <summary>The header Authorization of a push to this address.</summary>
    public string Authorize(Uri endpoint)
    {
        using var signing = new DelegatedSigningKey(JsonWebKey.From(key.Value.PublicKey), key.Value.Sign);
        var token = CompactJws.Sign(
            new JsonObject { ["typ"] = "JWT" },
            new JsonObject
            {
                ["aud"] = endpoint.GetLeftPart(UriPartial.Authority),
                ["exp"] = (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds(),
                ["sub"] = town.Value.PublicUrl.AbsoluteUri,
            },
            signing);
        return $"vapid t={token}, k={PublicKey}";
    }
}
