// ISO/IEC 18013-5 §9.1.2.4 (MobileSecurityObject).
using System.Security.Cryptography.X509Certificates;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.StatusLists;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>What an issuer signs.</summary>
/// <param name="DocumentType">`docType`.</param>
/// <param name="Elements">The data elements; all of them are selectively disclosable.</param>
/// <param name="DeviceKey">The holder's key, another one for each copy.</param>
/// <param name="Validity">Rounded by the caller.</param>
/// <param name="Certificates">The issuer's certificates, leaf first and without the root.</param>
public sealed record MdocContents(
    string DocumentType, IReadOnlyCollection<MdocElement> Elements, JsonWebKey DeviceKey, MdocValidity Validity, IReadOnlyList<X509Certificate2> Certificates)
{
    /// <summary>Where the status stands; null leaves it out.</summary>
    public StatusReference? Status { get; init; }

    /// <summary>How many decoy digests each name space gets, so that the number of elements stays hidden.</summary>
    public int Decoys { get; init; }

    /// <summary>What the device may sign by itself.</summary>
    public KeyAuthorizations Authorizations { get; init; } = KeyAuthorizations.None;
}
