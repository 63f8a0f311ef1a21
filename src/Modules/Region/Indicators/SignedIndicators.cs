using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Region.Indicators;

/// <summary>What a town publishes at <c>/region/indicators</c>.</summary>
/// <param name="Key">The key that signs; readers compare it with the one they were given.</param>
/// <param name="Signed">The figures, a compact JWS.</param>
internal sealed record SignedIndicators(JsonWebKey Key, string Signed)
{
    /// <summary>Bytes of the largest answer that is read.</summary>
    private const int LargestBytes = 128 * 1024;

    private static readonly JsonLimits Limits = new(LargestBytes, 3, 20);

    /// <summary>Signs what a town says of itself.</summary>
    public static SignedIndicators Of(TownIndicators indicators, SigningKey key) => new(key.PublicKey, indicators.Sign(key));

    /// <summary>As it goes out.</summary>
    public byte[] Write() => StrictJson.Write(new JsonObject { ["key"] = Key.ToJson(), ["indicators"] = Signed });

    /// <summary>Reads what <see cref="Write"/> wrote; null when it is something else.</summary>
    public static SignedIndicators? Read(ReadOnlySpan<byte> json) =>
        StrictJson.ParseObject(json, Limits).TryGetValue(out var answer, out _) && answer.Object("key") is { } key
        && JsonWebKey.Parse(key).TryGetValue(out var publicKey, out _) && answer.Text("indicators") is { } signed
            ? new(publicKey, signed)
            : null;

    /// <summary>What is signed; null when the key has not signed it, or nobody can mean it so.</summary>
    public TownIndicators? Open()
    {
        using var key = VerificationKey.Import(Key);
        return TownIndicators.Read(Signed, key);
    }
}
