using System.Collections.Concurrent;
using System.Security.Cryptography;
using Modellstadt.Kernel.Keys;

namespace Modellstadt.Testing;

/// <summary>
/// Stands for a security module at the other end of a network: keys that nobody can read, and signatures that take a while. It outlives
/// the town, as a module in another room does.
/// </summary>
public sealed class SlowSigningKeys(TimeSpan delay) : ISigningKeys
{
    private readonly ConcurrentDictionary<string, RemoteKey> keys = new();

    /// <summary>Names of the keys that were made.</summary>
    public IReadOnlyCollection<string> Names => [.. keys.Keys];

    /// <summary>How often a key with a name that begins so has signed.</summary>
    public int CountSignatures(string beginning) => keys.Where(key => key.Key.StartsWith(beginning, StringComparison.Ordinal)).Sum(key => key.Value.Signatures);

    /// <inheritdoc />
    public IKeptKey OpenOrCreate(string name) => keys.GetOrAdd(name, _ => new RemoteKey(delay));

    private sealed class RemoteKey(TimeSpan delay) : IKeptKey
    {
        private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        private int signatures;

        public int Signatures => signatures;

        public ECParameters PublicKey => key.ExportParameters(includePrivateParameters: false);

        public byte[] Sign(ReadOnlySpan<byte> input)
        {
            Interlocked.Increment(ref signatures);
            Thread.Sleep(delay);
            return key.SignData(input, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }
}
