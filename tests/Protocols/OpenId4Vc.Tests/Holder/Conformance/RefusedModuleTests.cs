using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Testing;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Holder.Conformance;

/// <summary>
/// Modules of the OpenID Foundation's suite in which a wallet must not answer. Each question is answered first; then one thing in it is
/// changed.
/// </summary>
public sealed class RefusedModuleTests
{
    [Theory, MemberData(nameof(WalletVariant.All), MemberType = typeof(WalletVariant))]
    [Oidf("VP1FinalWalletClaimNotInCredential")]
    public void A_claim_that_the_card_does_not_have_is_not_answered_with_less(string name)
    {
        AssertRefused(name, PresentationErrors.AccessDenied, _ => { }, payload => payload["dcql_query"] = QueriesOf(name).Elements("given_name", "shoe_size"));
    }

    [Theory, MemberData(nameof(WalletVariant.All), MemberType = typeof(WalletVariant))]
    [Oidf("VP1FinalWalletRequiredNonMatchingCredential")]
    public void Without_every_required_card_none_is_shown(string name)
    {
        AssertRefused(name, PresentationErrors.AccessDenied, payload => payload["dcql_query"] = QueriesOf(name).WithStranger(required: false), payload => payload["dcql_query"] = QueriesOf(name).WithStranger(required: true));
    }

    [Fact]
    public void A_verifier_that_is_refused_hears_a_code_of_the_specification_and_its_state()
    {
        var request = new TestVerifier().Ask();

        Assert.Equal(
            [KeyValuePair.Create("error", "access_denied"), KeyValuePair.Create("state", "state-1")],
            PresentationResponse.Form(request, PresentationResponse.Choose(request.Query, []).Error!));
        Assert.Equal([KeyValuePair.Create("error", "invalid_request")], PresentationResponse.Form(request with { State = null }, new ProtocolError(ErrorCodes.Signature, "any", "any")));
    }

    [Theory, MemberData(nameof(WalletVariant.Signed), MemberType = typeof(WalletVariant))]
    [Oidf("VP1FinalWalletInvalidRequestObjectSignature")]
    public void A_question_whose_signature_does_not_hold_is_refused(string name)
        => AssertRefused(name, ErrorCodes.Signature, new ScriptedVerifier(WalletVariant.Parse(name)) { BrokenSignatures = 2 });

    [Theory, MemberData(nameof(WalletVariant.Signed), MemberType = typeof(WalletVariant))]
    [Oidf("VP1FinalWalletInvalidRequestObjectTyp")]
    public void A_question_of_another_type_is_refused(string name)
        => AssertRefused(name, ErrorCodes.Type, new ScriptedVerifier(WalletVariant.Parse(name)) { Header = header => header["typ"] = "JWT" });

    [Theory, MemberData(nameof(WalletVariant.Signed), MemberType = typeof(WalletVariant))]
    [Oidf("VP1FinalWalletMissingRequestObjectTyp")]
    public void A_question_without_type_is_refused(string name)
        => AssertRefused(name, ErrorCodes.Type, new ScriptedVerifier(WalletVariant.Parse(name)) { Header = header => header.Remove("typ") });

    [Theory, MemberData(nameof(WalletVariant.Fetched), MemberType = typeof(WalletVariant))]
    [Oidf("VP1FinalWalletMismatchedClientIdInRequestObject")]
    public void Another_name_inside_than_outside_is_refused(string name)
    {
        var outside = new ScriptedVerifier(WalletVariant.Parse(name)).ClientId;

        AssertRefused(name, PresentationErrors.InvalidRequest, new ScriptedVerifier(WalletVariant.Parse(name)) { LinkClientId = outside, ClientId = outside + "x" });
    }

    [Theory, MemberData(nameof(WalletVariant.Named), MemberType = typeof(WalletVariant))]
    [Oidf("VP1FinalWalletInvalidClientIdPrefix")]
    public void A_name_with_a_prefix_nobody_knows_is_refused(string name)
    {
        var verifier = new ScriptedVerifier(WalletVariant.Parse(name));
        verifier.ClientId = "invalid_scheme:" + verifier.ClientId[(verifier.ClientId.IndexOf(':', StringComparison.Ordinal) + 1)..];

        AssertRefused(name, PresentationErrors.InvalidRequest, verifier);
    }

    [Theory, MemberData(nameof(WalletVariant.All), MemberType = typeof(WalletVariant))]
    [Oidf("VP1FinalWalletMissingNonce")]
    public void A_question_without_nonce_is_refused(string name)
        => AssertRefused(name, PresentationErrors.InvalidRequest, _ => { }, payload => payload.Remove("nonce"));

    [Theory, MemberData(nameof(WalletVariant.NamedByAddress), MemberType = typeof(WalletVariant))]
    [Oidf("VP1FinalWalletResponseUriNotClientId")]
    public void An_answer_goes_to_no_other_address_than_the_one_that_is_the_name(string name)
        => AssertRefused(name, PresentationErrors.InvalidRequest, _ => { }, payload => payload["response_uri"] = ScriptedVerifier.ResponseUri + "/elsewhere");

    [Theory, MemberData(nameof(WalletVariant.Links), MemberType = typeof(WalletVariant))]
    [Oidf("VP1FinalWalletRedirectUriWithDirectPost")]
    public void A_redirect_beside_a_direct_post_is_refused(string name)
        => AssertRefused(name, PresentationErrors.InvalidRequest, _ => { }, payload => payload["redirect_uri"] = ScriptedVerifier.ResponseUri);

    [Theory, MemberData(nameof(WalletVariant.SignedByBrowser), MemberType = typeof(WalletVariant))]
    [Oidf("VP1FinalWalletWrongExpectedOrigins")]
    public void A_signed_question_overheard_at_another_origin_is_refused(string name)
    {
        var variant = WalletVariant.Parse(name);

        AssertRefused(name, PresentationErrors.InvalidRequest, new ScriptedVerifier(variant) { ExpectedOrigins = ["https://another.example"] });
        AssertRefused(name, PresentationErrors.InvalidRequest, new ScriptedVerifier(variant) { ExpectedOrigins = null });
    }

    [Theory, MemberData(nameof(WalletVariant.All), MemberType = typeof(WalletVariant))]
    [Oidf("VP1FinalWalletUnknownTransactionDataType")]
    public void Transaction_data_of_an_unknown_type_is_refused(string name)
    {
        // {"type":"urn:unknown","credential_ids":["pid"]}
        const string unknown = "eyJ0eXBlIjoidXJuOnVua25vd24iLCJjcmVkZW50aWFsX2lkcyI6WyJwaWQiXX0";

        AssertRefused(name, PresentationErrors.InvalidTransaction, _ => { }, payload => payload["transaction_data"] = new JsonArray(unknown));
    }

    private static SuiteQueries QueriesOf(string name) => new(WalletVariant.Parse(name).Format);

    private static void AssertRefused(string name, string code, Action<JsonObject> good, Action<JsonObject> bad)
    {
        var variant = WalletVariant.Parse(name);
        Assert.Null(new SuiteWallet(variant).Answer(new ScriptedVerifier(variant).With(good)).Error);
        Refusal.Is(code, new SuiteWallet(variant).Answer(new ScriptedVerifier(variant).With(good).With(bad)));
    }

    private static void AssertRefused(string name, string code, ScriptedVerifier bad)
    {
        var variant = WalletVariant.Parse(name);
        Assert.Null(new SuiteWallet(variant).Answer(new ScriptedVerifier(variant)).Error);
        Refusal.Is(code, new SuiteWallet(variant).Answer(bad));
    }
}
