// ISO/IEC 18013-5 §9.1.2 (issuer data authentication), §9.1.3 (mdoc authentication), §9.3.1 (inspection procedure).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Protocols.Credentials.Mdoc;

/// <summary>Verifies mdocs.</summary>
public static class MdocVerifier
{
    // ISO/IEC 18013-5 §7.2.1: the only type whose issuing country must be the one of its document signer (§9.3.1).
    private const string DrivingLicence = "org.iso.18013.5.1.mDL";
    private const string DrivingLicenceNameSpace = "org.iso.18013.5.1";

    /// <summary>Verifies what an issuer handed out, before anybody presents it: the wallet's check of a new copy.</summary>
    public static Checked<VerifiedMdoc> Verify(IssuerSigned issued, CoseSignerResolver issuer, MdocRules rules)
        => Authenticate(issued, issuer).Then(signed => Inspect(issued, signed, rules));

    /// <summary>Verifies a presented document and the proof of its device.</summary>
    public static Checked<VerifiedMdoc> Verify(MdocDocument document, CoseSignerResolver issuer, MdocRules rules, DeviceBinding binding)
    {
        if (!Authenticate(document.IssuerSigned, issuer).TryGetValue(out var signed, out var error))
            return error;
        // §9.3.1 (4): the document says what the issuer signed.
        if (document.DocumentType != signed.Object.DocumentType)
            return new ProtocolError(ErrorCodes.CredentialType, "ISO/IEC 18013-5 §9.3.1 (4)", "docType of the document and of the MSO differ.");
        if (!Inspect(document.IssuerSigned, signed, rules).TryGetValue(out var mdoc, out error))
            return error;
        if (CheckDevice(document, signed.Object, binding) is { } unproved)
            return unproved;
        return ReadDeviceElements(document.DeviceSigned, signed.Object)
            .Then<VerifiedMdoc>(elements => mdoc with { DeviceElements = elements, IsDeviceBound = true });
    }

    // §9.3.1 (1, 2): certificate, then signature.
    private static Checked<SignedObject> Authenticate(IssuerSigned issued, CoseSignerResolver issuer)
    {
        if (!issuer(issued.IssuerAuth.Headers).TryGetValue(out var certificate, out var error))
            return error;
        return issued.IssuerAuth.Verify(certificate.Key)
            .Then(content => MobileSecurityObject.Parse(content.Bytes))
            .Then<SignedObject>(mso => new SignedObject(mso, certificate));
    }

    private static Checked<VerifiedMdoc> Inspect(IssuerSigned issued, SignedObject signed, MdocRules rules)
    {
        var (mso, certificate) = signed;
        if (rules.DocumentTypes is not null && !rules.DocumentTypes.Contains(mso.DocumentType))
            return new ProtocolError(ErrorCodes.CredentialType, "ISO/IEC 18013-5 §9.3.1 (4)", "docType is not an accepted type.");
        if (CheckTimes(mso.Validity, certificate, rules) is { } untimely)
            return untimely;
        // §9.3.1 (3): over the bytes as received.
        foreach (var (nameSpace, items) in issued.NameSpaces)
        {
            if (items.Any(item => !mso.Covers(nameSpace, item)))
                return new ProtocolError(ErrorCodes.Digest, "ISO/IEC 18013-5 §9.3.1 (3)", "A data element has not the digest that was signed.");
        }

        var elements = ToJson(issued);
        if (mso.DocumentType == DrivingLicence
            && elements[DrivingLicenceNameSpace]?["issuing_country"] is { } country
            && MdocTrust.CountryOf(certificate.Leaf) != country.ToString())
            return new ProtocolError(ErrorCodes.UntrustedIssuer, "ISO/IEC 18013-5 §9.3.1", "issuing_country is not the country of the document signer.");
        return new VerifiedMdoc(mso.DocumentType, elements, mso.DeviceKey, certificate, mso.Validity, mso.Status);
    }

    // §9.3.1 (5)
    private static ProtocolError? CheckTimes(MdocValidity validity, TrustedCertificate certificate, MdocRules rules)
    {
        if (validity.Signed < certificate.Leaf.NotBefore.ToUniversalTime() || validity.Signed > certificate.Leaf.NotAfter.ToUniversalTime())
            return new ProtocolError(ErrorCodes.Expired, "ISO/IEC 18013-5 §9.3.1 (5)", "The MSO was signed outside the validity of its certificate.");
        if (rules.Now + rules.ClockSkew < validity.From)
            return new ProtocolError(ErrorCodes.NotYetValid, "ISO/IEC 18013-5 §9.3.1 (5)", "The MSO is not valid yet.");
        return rules.Now - rules.ClockSkew >= validity.Until
            ? new ProtocolError(ErrorCodes.Expired, "ISO/IEC 18013-5 §9.3.1 (5)", "The MSO is no longer valid.")
            : null;
    }

    private static ProtocolError? CheckDevice(MdocDocument document, MobileSecurityObject mso, DeviceBinding binding)
    {
        var signedBytes = DeviceAuthentication.Bytes(binding.Transcript, document.DocumentType, document.DeviceSigned.Embedded);
        if (document.DeviceSigned.Signature is { } signature)
        {
            using var key = VerificationKey.Import(mso.DeviceKey);
            return Explain(signature.Verify(key, signedBytes));
        }

        if (binding.ReaderKey is not { } readerKey)
            return Explain(new ProtocolError(ErrorCodes.DeviceAuthentication, "", "A device MAC was sent to a reader without a key for it."));
        return Explain(document.DeviceSigned.Mac!.Verify(DeviceAuthentication.MacKey(readerKey.Agree(mso.DeviceKey), binding.Transcript), signedBytes));
    }

    private static ProtocolError? Explain(Checked<CoseContent> proof) => proof.Error is not { } error
        ? null
        : error with
        {
            Code = error.Code == ErrorCodes.Signature ? ErrorCodes.DeviceAuthentication : error.Code,
            Clause = "ISO/IEC 18013-5 §9.1.3",
        };

    // §9.1.2.4: the device says only what its key is authorised for.
    private static Checked<JsonObject> ReadDeviceElements(DeviceSigned device, MobileSecurityObject mso)
    {
        var json = new JsonObject();
        foreach (var (nameSpace, elements) in device.NameSpaces)
        {
            if (elements.Any(element => !mso.Authorizations.Allow(nameSpace, element.Key.Text!)))
                return new ProtocolError(ErrorCodes.Claim, "ISO/IEC 18013-5 §9.1.2.4", "The device signed an element it is not authorised for.");
            json[nameSpace] = new JsonObject(elements.Select(element => KeyValuePair.Create(element.Key.Text!, element.Value.ToJson())));
        }

        return json;
    }

    private static JsonObject ToJson(IssuerSigned issued) => new(issued.NameSpaces.Select(space => KeyValuePair.Create<string, JsonNode?>(
        space.Key, new JsonObject(space.Value.Select(item => KeyValuePair.Create(item.Identifier, item.Value.ToJson()))))));

    private sealed record SignedObject(MobileSecurityObject Object, TrustedCertificate Certificate);
}
