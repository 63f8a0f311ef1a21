using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Mdoc;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Testing;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Holder.Conformance;

/// <summary>Modules of the OpenID Foundation's suite in which a wallet must answer, and what its answer may hold.</summary>
public sealed class AnsweredModuleTests
{
    [Theory, MemberData(nameof(WalletVariant.All), MemberType = typeof(WalletVariant))]
    [Oidf("VP1FinalWalletHappyFlow"), Oidf("VP1FinalWalletHappyFlowNoState")]
    public void A_question_without_state_is_answered_without_it(string name)
    {
        var (verifier, answer) = Run(name, queries => queries.Name);

        Assert.Equal(Expected(name, """{"given_name":"Erika","family_name":"Mustermann"}"""), ClaimsOf(verifier, answer));
        Assert.False(answer.ContainsKey("state"));
        Assert.Equal(WalletVariant.Parse(name).IsEncrypted, answer.ContainsKey("response"));
    }

    [Theory, MemberData(nameof(WalletVariant.Links), MemberType = typeof(WalletVariant))]
    [Oidf("VP1FinalWalletHappyFlowWithStateAndRedirect")]
    public void State_comes_back_and_the_wallet_goes_where_the_verifier_sends_it(string name)
    {
        var (verifier, answer) = Run(name, queries => queries.Name, payload => payload["state"] = "st-ate.~_1");

        Assert.NotNull(verifier.Check(answer, SuiteWallet.Issuer.Root).Expect());
        Assert.Equal("https://verifier.example/cb#response_code=0915", PostReceipt.Parse("""{"redirect_uri":"https://verifier.example/cb#response_code=0915","later":1}"""u8).Expect().RedirectUri!.OriginalString);
        Assert.Null(PostReceipt.Parse("{}"u8).Expect().RedirectUri);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("wallet-thief://cb?response_code=1")]
    [InlineData("http://verifier.example/cb")]
    [InlineData("https://user@verifier.example/cb")]
    [InlineData("/cb")]
    public void Attack_22_a_verifier_sends_nobody_to_another_app_or_script(string address)
    {
        Assert.Null(PostReceipt.Parse("""{"redirect_uri":"https://verifier.example/cb"}"""u8).Error);
        Refusal.Is(PresentationErrors.InvalidResponse, PostReceipt.Parse(Encoding.UTF8.GetBytes($$"""{"redirect_uri":"{{address}}"}""")));
    }

    [Theory, MemberData(nameof(WalletVariant.All), MemberType = typeof(WalletVariant))]
    [Oidf("VP1FinalWalletAlternateHappyFlow")]
    public void Whatever_is_optional_unknown_or_to_be_ignored_changes_nothing(string name)
    {
        var variant = WalletVariant.Parse(name);
        var (verifier, answer) = Run(name, queries => queries.Name, payload =>
        {
            payload["nonce"] = new string('n', 43);
            payload["iss"] = "https://another.example";
            payload["random_parameter"] = "random";
            if (!variant.ByBrowser)
                payload["state"] = new string('s', 64);
            if (variant.IsEncrypted)
                payload["client_metadata"]!["jwks"]!["keys"]![0]!.AsObject().Remove("use");
            if (variant.Prefix == ClientIdentifier.RedirectUri)
                payload.Remove("response_uri");
            // Appendix A.2: both are ignored in unsigned questions through the browser.
            if (variant.Protocol == DigitalCredentialProtocols.Unsigned)
                (payload["client_id"], payload["expected_origins"]) = ("unknown:client", new JsonArray("https://another.example"));
        });

        Assert.Equal(Expected(name, """{"given_name":"Erika","family_name":"Mustermann"}"""), ClaimsOf(verifier, answer));
    }

    [Theory, MemberData(nameof(WalletVariant.Fetched), MemberType = typeof(WalletVariant))]
    [Oidf("VP1FinalWalletRequestUriMethodPost")]
    public void A_question_is_fetched_by_post_with_a_nonce_of_the_wallet(string name)
    {
        var verifier = new ScriptedVerifier(WalletVariant.Parse(name)) { ByPost = true };

        var answer = new SuiteWallet(WalletVariant.Parse(name)).Answer(verifier).Expect();

        Assert.True(verifier.GotWalletNonce);
        Assert.NotNull(verifier.Check(answer, SuiteWallet.Issuer.Root).Expect());
    }

    [Theory, MemberData(nameof(WalletVariant.Encrypted), MemberType = typeof(WalletVariant))]
    [Oidf("VP1FinalWalletIgnoresUnusableEncryptionKey")]
    public void Keys_that_nobody_can_use_are_passed_over(string name)
    {
        var (verifier, answer) = Run(name, queries => queries.Name, payload =>
        {
            var keys = payload["client_metadata"]!["jwks"]!["keys"]!.AsArray();
            keys.Insert(0, JsonNode.Parse("""{"kty":"AKP","alg":"ML-KEM-9999","kid":"pq","use":"enc","pub":"Z0FO"}"""));
            keys.Insert(1, JsonNode.Parse("""{"kty":"UNSUPPORTED","alg":"UNSUPPORTED","kid":"unknown","use":"enc"}"""));
            keys.Insert(2, JsonNode.Parse("""{"kty":"EC","crv":"P-256","alg":"ECDH-ES","kid":"broken","use":"enc","x":"AA","y":"AA"}"""));
        });

        Assert.NotNull(verifier.Check(answer, SuiteWallet.Issuer.Root).Expect());
    }

    [Theory, MemberData(nameof(WalletVariant.MultiSigned), MemberType = typeof(WalletVariant))]
    [Oidf("VP1FinalWalletMultiSignedOneInvalidSignature")]
    public void One_signature_that_holds_is_enough(string name)
    {
        var verifier = new ScriptedVerifier(WalletVariant.Parse(name)) { BrokenSignatures = 1 };

        var answer = new SuiteWallet(WalletVariant.Parse(name)).Answer(verifier).Expect();

        Assert.NotNull(verifier.Check(answer, SuiteWallet.Issuer.Root).Expect());
    }

    [Theory, MemberData(nameof(WalletVariant.All), MemberType = typeof(WalletVariant))]
    [Oidf("VP1FinalWalletFewerClaimsThanAvailable"), Oidf("VP1FinalWalletAllMandatoryClaims")]
    public void Attack_19_what_was_not_asked_for_stays_in_the_wallet(string name)
    {
        var (verifier, answer) = Run(name, queries => queries.Elements("birthdate"));

        Assert.Equal(Expected(name, """{"birthdate":"1964-08-12"}"""), ClaimsOf(verifier, answer));
        Assert.Equal(["birthdate"], DisclosedBy(verifier, answer));
        Assert.Equal(
            ["birthdate", "family_name", "given_name"],
            Disclosed(name, queries => queries.Elements("given_name", "family_name", "birthdate")).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(WalletVariant.All), MemberType = typeof(WalletVariant))]
    [Oidf("VP1FinalWalletNoClaimsInDcqlQuery")]
    public void Without_claims_asked_for_nothing_selective_is_disclosed(string name)
        => Assert.Empty(Disclosed(name, queries => queries.Elements()));

    [Theory, MemberData(nameof(WalletVariant.Nested), MemberType = typeof(WalletVariant))]
    [Oidf("VP1FinalWalletPidAllArrayElements"), Oidf("VP1FinalWalletPidArrayElementByIndex"), Oidf("VP1FinalWalletPidObjectMember")]
    public void Elements_of_arrays_and_members_of_objects_are_disclosed_one_by_one(string name)
    {
        Assert.Equal(["DE", "AT"], Disclosed(name, queries => queries.Claims(["nationalities", null])));
        Assert.Equal(["DE"], Disclosed(name, queries => queries.Claims(["nationalities", 0])));
        Assert.Equal(["locality"], Disclosed(name, queries => queries.Claims(["address", "locality"])));
        Assert.Equal(["street_address", "locality", "country"], Disclosed(name, queries => queries.Claims(["address"])));
    }

    [Theory, MemberData(nameof(WalletVariant.All), MemberType = typeof(WalletVariant))]
    [Oidf("VP1FinalWalletAgeOver18")]
    public void Who_asks_whether_somebody_is_of_age_learns_no_date_of_birth(string name)
    {
        var isMdoc = WalletVariant.Parse(name).IsMdoc;
        var (verifier, answer) = Run(name, queries => isMdoc ? queries.Elements("age_over_18") : queries.Claims(["age_equal_or_over", "18"]));

        Assert.Equal(isMdoc ? Expected(name, """{"age_over_18":"true"}""") : """{"age_equal_or_over":{"18":true}}""", ClaimsOf(verifier, answer));
        Assert.Equal([isMdoc ? "age_over_18" : "18"], DisclosedBy(verifier, answer));
    }

    [Theory, MemberData(nameof(WalletVariant.All), MemberType = typeof(WalletVariant))]
    [Oidf("VP1FinalWalletOptionalCredentialSet")]
    public void A_card_that_is_not_required_and_not_there_is_left_out(string name)
    {
        var (verifier, answer) = Run(name, queries => queries.WithStranger(required: false));

        Assert.Equal([SuiteQueries.Card], verifier.TokenOf(answer).Select(pair => pair.Key));
        Assert.NotNull(verifier.Check(answer, SuiteWallet.Issuer.Root).Expect());
    }

    private static (ScriptedVerifier Verifier, JsonObject Answer) Run(string name, Func<SuiteQueries, JsonObject> query, Action<JsonObject>? change = null)
    {
        var variant = WalletVariant.Parse(name);
        var verifier = new ScriptedVerifier(variant, query(new SuiteQueries(variant.Format))).With(change ?? (_ => { }));
        return (verifier, new SuiteWallet(variant).Answer(verifier).Expect());
    }

    private static string Expected(string name, string claims) => new SuiteQueries(WalletVariant.Parse(name).Format).Expected(claims);

    private static string ClaimsOf(ScriptedVerifier verifier, JsonObject answer) =>
        Assert.Single(verifier.Check(answer, SuiteWallet.Issuer.Root).Expect()).Claims.ToJsonString();

    private static IEnumerable<string> Disclosed(string name, Func<SuiteQueries, JsonObject> query)
    {
        var (verifier, answer) = Run(name, query);
        Assert.NotNull(verifier.Check(answer, SuiteWallet.Issuer.Root).Expect());
        return DisclosedBy(verifier, answer);
    }

    /// <summary>From the bytes: the name of each disclosed claim or element of an mdoc, or the value of each disclosed element of an array.</summary>
    private static IEnumerable<string> DisclosedBy(ScriptedVerifier verifier, JsonObject answer)
    {
        var presentation = (string)Assert.Single(verifier.TokenOf(answer)[SuiteQueries.Card]!.AsArray())!;
        if (presentation.Contains('~', StringComparison.Ordinal))
            return ParsedSdJwt.Parse(presentation).Expect().Disclosures.Select(disclosure => (string)JsonNode.Parse(Base64Url.Decode(disclosure.Encoded).Expect())![1]!);
        return Assert.Single(DeviceResponse.ParseText(presentation).Expect().Documents).IssuerSigned.NameSpaces.SelectMany(space => space.Value).Select(item => item.Identifier);
    }
}
