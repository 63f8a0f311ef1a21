// RFC 9901 §7.1 (2c); RFC 8725 §3.8, §3.10.
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.SdJwt;

/// <summary>
/// Finds the issuer's key for a JWT that is not verified yet: out of the caller's trust, for example by validating `x5c` with
/// <see cref="Trust.CertificateChains"/>. The returned key stays the caller's and may be cached.
/// </summary>
public delegate Checked<VerificationKey> IssuerKeyResolver(CompactJws issuerJwt);
