// RFC 9052 §3.1 (header parameters), RFC 9360 §2 (x5chain), RFC 9596 §2 (typ).
namespace Modellstadt.Protocols.Credentials.Cose;

/// <summary>Labels of header parameters.</summary>
public static class CoseLabels
{
    /// <summary>`alg`.</summary>
    public const int Algorithm = 1;

    /// <summary>`crit`.</summary>
    public const int Critical = 2;

    /// <summary>`kid`.</summary>
    public const int KeyId = 4;

    /// <summary>`typ`.</summary>
    public const int Type = 16;

    /// <summary>`x5chain`.</summary>
    public const int Certificates = 33;
}
