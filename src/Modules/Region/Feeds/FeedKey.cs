using Modellstadt.Kernel.Keys;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Region.Feeds;

/// <summary>The key with which this town signs what it tells others.</summary>
internal sealed class FeedKey(ISigningKeys keys)
{
    private readonly Lazy<SigningKey> signing = new(() =>
    {
        var kept = keys.OpenOrCreate("region-feed");
        return new DelegatedSigningKey(JsonWebKey.From(kept.PublicKey), kept.Sign);
    });

    /// <summary>Signs.</summary>
    public SigningKey Signing => signing.Value;

    /// <summary>What other towns enter to believe this one.</summary>
    public string Thumbprint => Signing.PublicKey.Thumbprint;
}
