// OpenID4VP 1.0 Appendix A.4 (response over the Digital Credentials API), §8.5 (error codes), §15.10.2 (what errors give away).
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Mdoc;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>Makes the member `data` of what a wallet hands back to the browser.</summary>
public static class DigitalCredentialAnswer
{
    /// <summary>The credentials: encrypted when the question says so, else in the clear.</summary>
    public static JsonObject Of(DigitalCredentialQuestion question, JsonObject vpToken, RandomFill random) => question.Encryption is null
        ? new JsonObject { ["vp_token"] = vpToken.DeepClone() }
        : new JsonObject { ["response"] = PresentationResponse.Encrypt(question, vpToken, random) };

    /// <summary>The documents of every answer in one DeviceResponse, encrypted (ISO/IEC TS 18013-7 Annex C.4).</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="vpToken">From <see cref="PresentationResponse"/>: one document for each query.</param>
    /// <param name="random">For the encryption.</param>
    public static JsonObject Of(IsoMdocQuestion question, JsonObject vpToken, RandomFill random)
    {
        var documents = vpToken.SelectMany(answer => answer.Value!.AsArray())
            .SelectMany(text => StrictCbor.Parse(Base64Url.Decode(text!.GetValue<string>()).Expect()).Expect().Member(IsoMdocQuestion.Documents)!.Elements!);
        return new JsonObject { ["response"] = question.Info.Encrypt(DeviceResponse.Write(documents), question.Transcript, random) };
    }

    /// <summary>An error: its code and nothing else. A person who says no ends the call in the browser instead, without any data.</summary>
    public static JsonObject Refusing(ProtocolError error) => new() { ["error"] = PresentationErrors.ForVerifier(error) };
}
