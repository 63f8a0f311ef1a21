// RFC 9901 §4.1, §4.2.4, §4.3; draft-ietf-oauth-sd-jwt-vc-19 §2.2.1, §2.2.2.3.
using System.Collections.Frozen;

namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>Reserved names and types.</summary>
public static class SdJwtNames
{
    /// <summary>The member that holds the digests of an object's claims (RFC 9901 §4.2.4.1).</summary>
    public const string Digests = "_sd";

    /// <summary>The member that stands for a hidden array element (RFC 9901 §4.2.4.2).</summary>
    public const string HiddenElement = "...";

    /// <summary>The member that names the hash algorithm (RFC 9901 §4.1.1).</summary>
    public const string HashAlgorithm = "_sd_alg";

    /// <summary>`typ` of an SD-JWT VC.</summary>
    public const string CredentialType = "dc+sd-jwt";

    /// <summary>`typ` of an SD-JWT VC in drafts before November 2024; accepted only where a caller says so.</summary>
    public const string LegacyCredentialType = "vc+sd-jwt";

    /// <summary>`typ` of a Key Binding JWT (RFC 9901 §4.3).</summary>
    public const string KeyBindingType = "kb+jwt";

    /// <summary>Claims of an SD-JWT VC that must not be selectively disclosable (draft-ietf-oauth-sd-jwt-vc-19 §2.2.2.3).</summary>
    public static IReadOnlySet<string> ProtectedClaims { get; } =
        FrozenSet.Create("iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "aka_vcts", "status");

    /// <summary>Claims that stay visible when the issuer makes "everything" disclosable: the protected ones and `iat`.</summary>
    public static IReadOnlySet<string> VisibleClaims { get; } = ProtectedClaims.Append("iat").ToFrozenSet();

    /// <summary>True for names no claim may have.</summary>
    internal static bool IsReserved(string name) => name is Digests or HiddenElement or HashAlgorithm;
}
