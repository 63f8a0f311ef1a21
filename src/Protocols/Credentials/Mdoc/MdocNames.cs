// ISO/IEC 18013-5 §8.3.2.1.2 (DeviceRequest, DeviceResponse), §9.1.2.4 (MobileSecurityObject), §9.1.3.4 (DeviceAuthentication).
namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>Names in mdoc structures, and the version this library speaks.</summary>
internal static class MdocNames
{
    public const string Version = "1.0";

    public const string VersionKey = "version";
    public const string Documents = "documents";
    public const string Status = "status";
    public const string DocumentType = "docType";
    public const string IssuerSigned = "issuerSigned";
    public const string DeviceSigned = "deviceSigned";
    public const string NameSpaces = "nameSpaces";
    public const string IssuerAuth = "issuerAuth";
    public const string DeviceAuth = "deviceAuth";
    public const string DeviceSignature = "deviceSignature";
    public const string DeviceMac = "deviceMac";

    /// <summary>Versions whose first number is one may add members, but change none (ISO/IEC 18013-5 §8.1).</summary>
    public static bool IsKnownVersion(string? version) => version is not null && version.StartsWith("1.", StringComparison.Ordinal);

    /// <summary>A refusal of a structure that has not the shape of its clause.</summary>
    public static ProtocolError Malformed(string section, string detail) => new(ErrorCodes.Malformed, $"ISO/IEC 18013-5 {section}", detail);
}
