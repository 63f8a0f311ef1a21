// OpenID4VP 1.0 Appendix A.1 (protocol), ISO/IEC TS 18013-7 Annex C, W3C Digital Credentials API §"Protocols".
namespace Modellstadt.Protocols.OpenId4Vc.Presentation;

/// <summary>How a question is put into the member `data` of a Digital Credentials API request.</summary>
public static class DigitalCredentialProtocols
{
    /// <summary>The parameters as they are; only the browser says who asks (Appendix A.3.1).</summary>
    public const string Unsigned = "openid4vp-v1-unsigned";

    /// <summary>One signed request object (Appendix A.3.2.1).</summary>
    public const string Signed = "openid4vp-v1-signed";

    /// <summary>One payload signed under several client identifiers (Appendix A.3.2.2).</summary>
    public const string MultiSigned = "openid4vp-v1-multisigned";

    /// <summary>A DeviceRequest of ISO/IEC 18013-5 and how to encrypt the answer (ISO/IEC TS 18013-7 Annex C).</summary>
    public const string IsoMdoc = "org-iso-mdoc";
}
