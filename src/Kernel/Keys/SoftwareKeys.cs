using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using Modellstadt.Kernel.Randomness;

namespace Modellstadt.Kernel.Keys;

/// <summary>Signing keys in this process's memory; at rest they are PEM files, readable by the owner only (<see cref="KeyFiles"/>).</summary>
public sealed class SoftwareKeys(KeyFiles files, RandomSource random) : ISigningKeys
{
    private const int KeyBytes = 32;

    // SP 800-186, section 3.2.1.3: the order of P-256.
    private static readonly BigInteger Order = BigInteger.Parse(
        "0ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private readonly ConcurrentDictionary<string, Lazy<IKeptKey>> opened = new();

    /// <inheritdoc />
    /// <exception cref="CryptographicException">The file holds no key on P-256.</exception>
    public IKeptKey OpenOrCreate(string name) => opened.GetOrAdd(name, each => new Lazy<IKeptKey>(() => Read(each))).Value;

    private SoftwareKey Read(string name)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(files.ReadOrCreate($"{name}.pem", Create));
        return new SoftwareKey(key);
    }

    /// <summary>FIPS 186-5, appendix A.2.2: drawn again until it lies in [1, n-1]; the framework computes the public point.</summary>
    private string Create()
    {
        byte[] scalar;
        BigInteger value;
        do
        {
            scalar = random.NewBytes(KeyBytes);
            value = new BigInteger(scalar, isUnsigned: true, isBigEndian: true);
        }
        while (value.IsZero || value >= Order);
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar });
        return key.ExportPkcs8PrivateKeyPem();
    }

    private sealed class SoftwareKey(ECDsa key) : IKeptKey
    {
        public ECParameters PublicKey { get; } = key.ExportParameters(includePrivateParameters: false);

        public byte[] Sign(ReadOnlySpan<byte> input)
        {
            var signature = new byte[2 * KeyBytes];
            key.SignData(input, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
            return signature;
        }
    }
}
