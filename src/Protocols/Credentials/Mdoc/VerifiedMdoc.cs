// ISO/IEC 18013-5 §9.3.1; OpenID4VP 1.0 §6.4.1, §7.2 (values in JSON form, by name space).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>What a verifier may believe. The status is still to be looked up where <paramref name="Status"/> names a list.</summary>
/// <param name="DocumentType">`docType`.</param>
/// <param name="Elements">The disclosed elements the issuer signed: a member for each name space, in it one for each element.</param>
/// <param name="DeviceKey">The key of the holder.</param>
/// <param name="Issuer">The certificate of the document signer.</param>
/// <param name="Validity">When the mdoc was signed and may be used.</param>
/// <param name="Status">Where the status stands, or null when the mdoc has none.</param>
public sealed record VerifiedMdoc(
    string DocumentType, JsonObject Elements, JsonWebKey DeviceKey, TrustedCertificate Issuer, MdocValidity Validity, StatusReference? Status)
{
    /// <summary>Elements the device signed by itself, as far as the issuer allowed it; the same shape, never mixed with the issuer's.</summary>
    public JsonObject DeviceElements { get; init; } = [];

    /// <summary>True when possession of <see cref="DeviceKey"/> was demanded and proved.</summary>
    public bool IsDeviceBound { get; init; }
}
