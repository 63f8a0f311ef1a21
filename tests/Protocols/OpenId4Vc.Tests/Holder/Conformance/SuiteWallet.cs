using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Testing;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Holder.Conformance;

/// <summary>A wallet on our holder library, with one card in two formats: the PID of the suite. It says yes to whatever it may answer.</summary>
internal sealed class SuiteWallet(WalletVariant variant)
{
    public const string CardType = "urn:eudi:pid:1";

    public const string DocumentType = "eu.europa.ec.eudi.pid.1";

    public static readonly TestIssuer Issuer = new("Test PID office", Keys.Now, Keys.Random(1));

    private static readonly PresentableCredential Pid = Issuer.Issue(
        CardType,
        new JsonObject
        {
            ["given_name"] = "Erika",
            ["family_name"] = "Mustermann",
            ["birthdate"] = "1964-08-12",
            ["nationalities"] = new JsonArray("DE", "AT"),
            ["address"] = new JsonObject { ["street_address"] = "Georgstraße 17a", ["locality"] = "Gelsenkirchen", ["country"] = "DE" },
            ["age_equal_or_over"] = new JsonObject { ["16"] = true, ["18"] = true, ["65"] = false },
        },
        Keys.Now.AddDays(30),
        [.. ((string[])["given_name", "family_name", "birthdate"]).Select(name => ClaimPath.Of(name)), Path("nationalities", null), Path("address", "street_address"), Path("address", "locality"),
            Path("address", "country"), Path("age_equal_or_over", "16"), Path("age_equal_or_over", "18"), Path("age_equal_or_over", "65")]);

    private static readonly PresentableMdoc MobilePid = Issuer.IssueMdoc(
        DocumentType,
        new Dictionary<string, string> { ["given_name"] = "Erika", ["family_name"] = "Mustermann", ["birthdate"] = "1964-08-12", ["age_over_18"] = "true", ["age_over_65"] = "false" },
        Keys.Now.AddDays(30));

    /// <summary>The form that would be posted or the <c>data</c> that would be handed back; or why the wallet stops.</summary>
    public Checked<JsonObject> Answer(ScriptedVerifier verifier) => variant.ByBrowser ? AnswerBrowser(verifier) : AnswerLink(verifier);

    private Checked<JsonObject> AnswerBrowser(ScriptedVerifier verifier)
    {
        var rules = new DigitalCredentialRules(ScriptedVerifier.Origin, ScriptedVerifier.Anchors, Keys.Now) { AllowsClearAnswers = !variant.IsHaip };
        return DigitalCredentialRequest.Open(variant.Protocol!, StrictJson.Write(verifier.BrowserData()), rules)
            .Then(opened => PresentationResponse.Choose(opened.Question.Query, [Pid, MobilePid])
                .Then(chosen => PresentationResponse.Present(opened.Question, chosen, Keys.Now))
                .Then<JsonObject>(token => DigitalCredentialAnswer.Of(opened.Question, token, Keys.Random(7))));
    }

    private Checked<JsonObject> AnswerLink(ScriptedVerifier verifier)
    {
        if (!PresentationLink.Parse(verifier.Link()).TryGetValue(out var link, out var error))
            return error;
        var nonce = link.ByPost ? "nonce-of-the-wallet" : null;
        var rules = new PresentationRequestRules(link.ClientId, ScriptedVerifier.Anchors, Keys.Now)
        {
            WalletNonce = nonce,
            AllowsClearAnswers = !variant.IsHaip,
            AllowsUnsignedRequests = !variant.IsHaip,
        };
        var opened = link.RequestUri is null ? PresentationRequest.OpenUnsigned(link, rules) : PresentationRequest.Open(verifier.Fetch(nonce), rules);
        return opened.Then(request => PresentationResponse.Choose(request.Request.Query, [Pid, MobilePid])
            .Then(chosen => PresentationResponse.Present(request.Request, chosen, Keys.Now))
            .Then<JsonObject>(token => Posted(PresentationResponse.Form(request.Request, token, Keys.Random(7)))));
    }

    /// <summary>The form as the verifier reads it: parameters that hold objects are JSON.</summary>
    private static JsonObject Posted(IReadOnlyDictionary<string, string> form) => new(form.Select(pair =>
        KeyValuePair.Create(pair.Key, pair.Key == "vp_token" ? JsonNode.Parse(pair.Value) : JsonValue.Create(pair.Value))));

    private static ClaimPath Path(params string?[] steps) => ClaimPath.Parse([.. steps.Select(step => (JsonNode?)step)]).Expect();
}
