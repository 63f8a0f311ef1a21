// ISO/IEC 18013-5 §9.3.1 (1), §9.3.3 (path validation), §9.1.4.6 (reader authentication).
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>
/// Finds the certificate of a signature that is not verified yet: out of the caller's trust, for example with
/// <see cref="MdocTrust"/>. The returned certificate stays the caller's and may be cached by the bytes of x5chain.
/// </summary>
public delegate Checked<TrustedCertificate> CoseSignerResolver(CoseHeaders headers);
