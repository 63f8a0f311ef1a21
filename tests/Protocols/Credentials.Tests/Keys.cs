using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Testing;

namespace Modellstadt.Protocols.Credentials.Tests;

/// <summary>Keys and randomness that every run repeats.</summary>
internal static class Keys
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public static SoftwareSigningKey Issuer { get; } = New(1);

    public static SoftwareSigningKey Holder { get; } = New(2);

    public static SoftwareSigningKey Stranger { get; } = New(3);

    public static RandomFill Random(int seed) => new SeededRandomness(seed).Fill;

    public static SoftwareSigningKey New(int seed) => SoftwareSigningKey.Create(Random(seed));

    public static VerificationKey Verifier(this SigningKey key) => VerificationKey.Import(key.PublicKey);
}
