using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Testing;

namespace Modellstadt.Protocols.OpenId4Vc.Tests;

/// <summary>Keys, time and randomness that every run repeats.</summary>
internal static class Keys
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public static RandomFill Random(int seed) => new SeededRandomness(seed).Fill;

    public static SoftwareSigningKey New(int seed) => SoftwareSigningKey.Create(Random(seed));

    /// <summary>The public half of a published key.</summary>
    public static JsonWebKey Public(JsonNode jwk)
    {
        var copy = jwk.DeepClone().AsObject();
        copy.Remove("d");
        return JsonWebKey.Parse(copy).Expect();
    }

    /// <summary>A published private key for decryption.</summary>
    public static DecryptionKey Decryption(JsonNode jwk)
    {
        var parameters = Public(jwk).ToParameters();
        parameters.D = Base64Url.Decode(jwk["d"]!.GetValue<string>()).Expect();
        return new DecryptionKey(ECDiffieHellman.Create(parameters));
    }
}
