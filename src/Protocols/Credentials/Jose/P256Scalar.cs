// FIPS 186-5 Appendix A.2.2: key generation by rejection sampling; SP 800-186 §3.2.1.3: the order of P-256.
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Modellstadt.Protocols.Credentials.Jose;

/// <summary>Private keys from the caller's randomness.</summary>
internal static class P256Scalar
{
    private static readonly BigInteger Order = BigInteger.Parse(
        "0ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>A private key in [1, n-1]; the framework computes the public point on import.</summary>
    public static ECParameters NewKey(RandomFill random)
    {
        var scalar = new byte[32];
        BigInteger value;
        do
        {
            random(scalar);
            value = new BigInteger(scalar, isUnsigned: true, isBigEndian: true);
        }
        while (value.IsZero || value >= Order);
        return new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar };
    }
}
