// RFC 9053 §2.1, §3.1; RFC 9864 §2.2 (ESP256); OpenID4VP 1.0 Appendix B.2.2; HAIP 1.0 §7.
namespace Modellstadt.Protocols.Credentials.Cose;

/// <summary>Numbers of the algorithms this library speaks; everything else is refused.</summary>
public static class CoseAlgorithms
{
    /// <summary>ECDSA with SHA-256; here always on P-256.</summary>
    public const int Es256 = -7;

    /// <summary>ECDSA on P-256 with SHA-256, fully specified.</summary>
    public const int Esp256 = -9;

    /// <summary>HMAC with SHA-256 and the whole tag.</summary>
    public const int Hmac256 = 5;
}
