using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Presentation;

namespace Modellstadt.Testing;

public sealed partial class HeadlessWallet
{
    /// <summary>
    /// Answers what a page hands to <c>navigator.credentials.get</c>, as a browser and the wallet behind it do: the first request of a
    /// protocol is opened for the page's origin and answered with fitting copies; each copy is shown once.
    /// </summary>
    /// <param name="requests">The member <c>requests</c> of <c>digital</c>.</param>
    /// <param name="protocol">The protocol this wallet knows.</param>
    /// <param name="origin">The page's origin, as the browser vouches for it.</param>
    /// <returns><c>protocol</c> and <c>data</c> of the digital credential.</returns>
    public JsonObject AnswerBrowser(JsonArray requests, string protocol, string origin)
    {
        var question = OpenBrowserRequest(requests, protocol, origin).Question;
        var chosen = PresentationResponse.Choose(question.Query, Everything).Expect();
        var token = PresentationResponse.Present(question, chosen, time.GetUtcNow()).Expect();
        Copies.RemoveAll(copy => chosen.ContainsValue(copy));
        Mdocs.RemoveAll(copy => chosen.ContainsValue(copy));
        return new JsonObject { ["protocol"] = protocol, ["data"] = DigitalCredentialAnswer.Of(question, token, random) };
    }

    /// <summary>The same for a question in the words of ISO/IEC TS 18013-7 Annex C.</summary>
    public JsonObject AnswerIsoMdoc(JsonArray requests, string origin)
    {
        var question = OpenIsoMdocRequest(requests, origin).Question;
        var chosen = PresentationResponse.Choose(question.Query, Everything).Expect();
        var token = PresentationResponse.Present(question, chosen, time.GetUtcNow()).Expect();
        Mdocs.RemoveAll(copy => chosen.ContainsValue(copy));
        return new JsonObject { ["protocol"] = DigitalCredentialProtocols.IsoMdoc, ["data"] = DigitalCredentialAnswer.Of(question, token, random) };
    }

    /// <summary>Opens the request of the protocol org-iso-mdoc; fails the test when it does not hold.</summary>
    public IsoMdocRequest OpenIsoMdocRequest(JsonArray requests, string origin)
    {
        var request = requests.Single(request => (string?)request!["protocol"] == DigitalCredentialProtocols.IsoMdoc)!;
        return IsoMdocRequest.Open(StrictJson.Write(request["data"]), RulesFor(origin)).Expect();
    }

    /// <summary>Opens the first request of a protocol; fails the test when it does not hold.</summary>
    public DigitalCredentialRequest OpenBrowserRequest(JsonArray requests, string protocol, string origin)
    {
        var request = requests.Single(request => (string?)request!["protocol"] == protocol)!;
        return DigitalCredentialRequest.Open(protocol, StrictJson.Write(request["data"]), RulesFor(origin)).Expect();
    }

    private DigitalCredentialRules RulesFor(string origin) => new(origin, Anchors, time.GetUtcNow()) { AllowsInsecureHttp = true };
}
