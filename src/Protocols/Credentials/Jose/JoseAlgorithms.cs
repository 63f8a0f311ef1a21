// RFC 7518 §3.1, §4.1, §5.1: the algorithms of HAIP 1.0 §7.
namespace Modellstadt.Protocols.Credentials.Jose;

/// <summary>Names of the algorithms this library speaks; everything else is refused.</summary>
public static class JoseAlgorithms
{
    /// <summary>ECDSA on P-256 with SHA-256.</summary>
    public const string Es256 = "ES256";

    /// <summary>Direct key agreement with an ephemeral key.</summary>
    public const string EcdhEs = "ECDH-ES";

    /// <summary>AES-GCM with a 128-bit key.</summary>
    public const string A128Gcm = "A128GCM";

    /// <summary>AES-GCM with a 256-bit key.</summary>
    public const string A256Gcm = "A256GCM";
}
