using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Bench.Issuance;

/// <summary>What an operation costs that consists of nothing but its cryptography.</summary>
internal static class RawCryptography
{
    /// <summary>How often a second all processors together can do this.</summary>
    /// <param name="scene">Randomness for the keys.</param>
    /// <param name="imports">Public keys that were never seen before.</param>
    /// <param name="verifications">Signatures to check.</param>
    /// <param name="signatures">Signatures to make.</param>
    public static double PerSecond(Scene scene, int imports, int verifications, int signatures)
    {
        var (proof, credential) = (new byte[500], new byte[2_500]);
        using var wallet = SoftwareSigningKey.Create(scene.Random.Fill);
        using var issuer = SoftwareSigningKey.Create(scene.Random.Fill);
        using var known = VerificationKey.Import(wallet.PublicKey);
        var signature = wallet.Sign(proof);
        return Load.PerSecond(TimeSpan.FromSeconds(2), () =>
        {
            for (var i = 0; i < imports; i++)
                VerificationKey.Import(wallet.PublicKey).Dispose();
            for (var i = 0; i < verifications; i++)
            {
                if (!known.Verify(proof, signature))
                    throw new InvalidOperationException("A signature of our own does not verify.");
            }

            for (var i = 0; i < signatures; i++)
                issuer.Sign(credential);
        });
    }
}
