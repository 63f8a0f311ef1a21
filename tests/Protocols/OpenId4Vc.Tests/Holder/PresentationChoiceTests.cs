using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Testing;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Holder;

/// <summary>What a person can choose from (OpenID4VP 1.0 §6.4, §15.5.1).</summary>
public sealed class PresentationChoiceTests
{
    private static readonly TestIssuer Issuer = new("Test card office", Keys.Now, Keys.Random(1));
    private static readonly TestIssuer OtherIssuer = new("Other office", Keys.Now, Keys.Random(2));

    private static readonly PresentableCredential Erika = Issuer.Issue("a", Named("Erika"), Keys.Now.AddDays(30));
    private static readonly PresentableCredential Max = OtherIssuer.Issue("a", Named("Max"), Keys.Now.AddDays(30));
    private static readonly PresentableCredential Permit = Issuer.Issue("b", Named("Permit"), Keys.Now.AddDays(30));

    [Fact]
    public void For_each_query_all_fitting_copies_are_listed()
    {
        var choice = PresentationChoice.Of(Ask(), [Permit, Erika, Max]);

        Assert.Equal([Erika, Max], choice.Fitting["q_a"]);
        Assert.Equal([Permit], choice.Fitting["q_b"]);
        Assert.Empty(choice.Fitting["q_c"]);
    }

    [Theory]
    [InlineData("q_a|q_b", "", true, "q_a")]
    [InlineData("q_c|q_b|q_a", "", true, "q_b")]
    [InlineData("q_a,q_c|q_a,q_b", "", true, "q_a,q_b")]
    [InlineData("q_c", "", false, "")]
    [InlineData("q_a", "q_c", true, "q_a")]
    [InlineData("q_a", "q_c|q_b", true, "q_a,q_b")]
    public void Of_each_set_only_what_can_be_satisfied_is_offered_and_the_first_is_preferred(string required, string optional, bool answers, string preferred)
    {
        var query = Ask() with { CredentialSets = [Set(required, required: true), .. optional.Length > 0 ? [Set(optional, required: false)] : Array.Empty<CredentialSetQuery>()] };

        var choice = PresentationChoice.Of(query, [Erika, Permit]);

        Assert.Equal(answers, choice.CanBeAnswered);
        Assert.Equal(preferred, choice.Preferred().TryGetValue(out var chosen, out _) ? string.Join(',', chosen.Keys) : "");
        Assert.All(choice.Sets.SelectMany(set => set.Options).SelectMany(option => option), id => Assert.NotEmpty(choice.Fitting[id]));
    }

    [Fact]
    public void Without_sets_everything_that_is_asked_for_is_one_option()
    {
        var query = new DcqlQuery([.. Ask().Credentials.Take(2)]);

        Assert.Equal(["q_a", "q_b"], Assert.Single(Assert.Single(PresentationChoice.Of(query, [Erika, Permit]).Sets).Options));
        Assert.Empty(Assert.Single(PresentationChoice.Of(query, [Erika]).Sets).Options);
    }

    [Fact]
    public void A_value_that_does_not_match_looks_like_a_credential_that_is_not_there()
    {
        var probe = new ClaimQuery(ClaimPath.Of("name")) { Values = [JsonValue.Create("Mallory")] };
        var query = new DcqlQuery([CredentialQuery.SdJwt("q_a", ["a"], []) with { Claims = [probe] }]);

        var mismatch = PresentationChoice.Of(query, [Erika]).Preferred().Error;
        var absent = PresentationChoice.Of(query, []).Preferred().Error;

        Assert.Null(PresentationChoice.Of(query, [Issuer.Issue("a", Named("Mallory"), Keys.Now.AddDays(30))]).Preferred().Error);
        Assert.Equal(PresentationErrors.AccessDenied, mismatch!.Code);
        Assert.Equal(absent, mismatch);
    }

    [Fact]
    public void A_copy_of_an_authority_that_is_not_named_is_not_offered()
    {
        var query = Ask(TrustedAuthorities.KeyIdentifierOf(LeafOf(Erika))!);

        Assert.Equal([Erika], PresentationChoice.Of(query, [Erika, Max]).Fitting["q_a"]);
    }

    [Theory]
    [InlineData("etsi_tl", "https://lotl.example.com")]
    [InlineData("openid_federation", "https://trustanchor.example.com")]
    [InlineData("unknown", "anything")]
    public void An_authority_that_this_wallet_cannot_look_up_fits_nothing(string type, string value)
    {
        var query = Authorised(new TrustedAuthorityQuery(type, [value]));
        var either = Authorised(new TrustedAuthorityQuery(type, [value]), new TrustedAuthorityQuery("aki", ["foreign", TrustedAuthorities.KeyIdentifierOf(LeafOf(Erika))!]));

        Assert.Empty(PresentationChoice.Of(query, [Erika]).Fitting["q_a"]);
        Assert.Equal([Erika], PresentationChoice.Of(either, [Erika]).Fitting["q_a"]);
    }

    [Fact]
    public void A_copy_without_a_key_answers_only_who_does_without_holder_binding()
    {
        var unbound = Erika with { HolderKey = null };
        var relaxed = new DcqlQuery([CredentialQuery.SdJwt("q_a", ["a"], ["name"]) with { RequiresHolderBinding = false }]);

        Assert.Empty(PresentationChoice.Of(Ask(), [unbound]).Fitting["q_a"]);
        Assert.Equal([unbound], PresentationChoice.Of(relaxed, [unbound]).Fitting["q_a"]);
        var token = PresentationResponse.Present(new TestVerifier().Ask(relaxed), new Dictionary<string, PresentableCredential> { ["q_a"] = unbound }, Keys.Now).Expect();
        Assert.Null(ParsedSdJwt.Parse((string)token["q_a"]![0]!).Expect().KeyBindingJwt);
    }

    [Fact]
    public void Several_copies_are_shown_only_where_the_query_allows_it()
    {
        var one = new DcqlQuery([CredentialQuery.SdJwt("q_a", ["a"], ["name"])]);
        var several = new DcqlQuery([one.Credentials[0] with { Multiple = true }]);
        var chosen = new Dictionary<string, IReadOnlyList<PresentableCredential>> { ["q_a"] = [Erika, Max] };
        var verifier = new TestVerifier();

        Assert.Equal(2, PresentationResponse.Present(verifier.Ask(several), chosen, Keys.Now).Expect()["q_a"]!.AsArray().Count);
        Refusal.Is(PresentationErrors.PresentationCount, PresentationResponse.Present(verifier.Ask(one), chosen, Keys.Now));
    }

    [Fact]
    public void A_choice_that_does_not_answer_the_question_is_not_sent()
    {
        var chosen = new Dictionary<string, PresentableCredential> { ["q_a"] = Erika };

        Refusal.Is(PresentationErrors.AccessDenied, PresentationResponse.Present(new TestVerifier().Ask(Ask()), chosen, Keys.Now));
    }

    private static JsonObject Named(string name) => new() { ["name"] = name };

    private static CredentialSetQuery Set(string options, bool required) => new([.. options.Split('|').Select(option => option.Split(','))], required);

    private static DcqlQuery Ask(string? authority = null) =>
        new([.. ((string[])["a", "b", "c"]).Select(type => CredentialQuery.SdJwt($"q_{type}", [type], ["name"]) with
        {
            TrustedAuthorities = authority is null ? [] : [new TrustedAuthorityQuery("aki", [authority])],
        })]);

    private static DcqlQuery Authorised(params IReadOnlyList<TrustedAuthorityQuery> authorities) =>
        new([CredentialQuery.SdJwt("q_a", ["a"], ["name"]) with { TrustedAuthorities = authorities }]);

    private static X509Certificate2 LeafOf(PresentableCredential credential) =>
        X509CertificateLoader.LoadCertificate(Convert.FromBase64String((string)credential.SdJwt.IssuerJwt.Header["x5c"]![0]!));
}
