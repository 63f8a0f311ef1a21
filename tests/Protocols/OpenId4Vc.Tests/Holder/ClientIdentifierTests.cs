using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Testing;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Holder;

/// <summary>Who asks, and how a wallet makes sure of it (OpenID4VP 1.0 §5.9, §12). Attack 14: a certificate or attestation that does not fit.</summary>
public sealed class ClientIdentifierTests
{
    private const string Attester = "https://attester.example";
    private const string Answers = "https://verifier.example/answers/1";

    private static readonly TestVerifier Verifier = new();
    private static readonly SigningKey AttesterKey = Keys.New(41);
    private static readonly SigningKey AttestedKey = Keys.New(42);
    private static readonly VerifierAttestation Attestation = new(Attester, "verifier.example", AttestedKey.PublicKey, Keys.Now.AddHours(1));

    private static readonly PresentationRequestRules AttestedRules = new("verifier_attestation:verifier.example", [], Keys.Now)
    {
        AttestationIssuers = new Dictionary<string, VerificationKey> { [Attester] = VerificationKey.Import(AttesterKey.PublicKey) },
    };

    private static readonly PresentationRequestRules UnsignedRules = new($"redirect_uri:{Answers}", [], Keys.Now) { AllowsUnsignedRequests = true };

    [Theory]
    [InlineData("verifier.example")]
    [InlineData("VERIFIER.example")]
    public void A_verifier_is_known_by_a_host_name_of_its_certificate(string host)
    {
        var opened = OpenByHost($"x509_san_dns:{host}", Answers).Expect();

        Assert.Equal((ClientIdentifier.X509SanDns, host), (opened.Verifier.Client.Prefix, opened.Verifier.Client.Name));
        Assert.Equal($"x509_san_dns:{host}", opened.Request.Audience);
    }

    [Theory]
    [Oidf("VP1FinalWalletResponseUriNotClientId")]
    [InlineData("x509_san_dns:another.example", "https://another.example/answers")]
    [InlineData("x509_san_dns:*.example", Answers)]
    [InlineData("x509_san_dns:verifier.example", "https://another.example/answers")]
    [InlineData("x509_san_dns:verifier.example", "https://sub.verifier.example/answers")]
    [InlineData("x509_san_dns:verifier.example", "https://verifier.example@attacker.example/answers")]
    public void A_host_name_that_is_not_the_certificate_s_or_not_the_answer_s_is_refused(string clientId, string responseUri)
        => Refusal.Is(PresentationErrors.InvalidRequest, OpenByHost(clientId, responseUri));

    [Fact]
    public void A_certificate_that_names_no_host_leaves_the_address_to_its_hash()
    {
        var nameless = new TestVerifier(host: null);
        var request = nameless.Ask();

        Assert.Null(PresentationRequest.Open(nameless.Sign(request), nameless.Rules).Error);
    }

    [Theory]
    [Oidf("VP1FinalWalletInvalidClientIdPrefix")]
    [InlineData("decentralized_identifier:did:example:123")]
    [InlineData("openid_federation:https://verifier.example")]
    [InlineData("origin:https://verifier.example")]
    [InlineData("web-origin:https://verifier.example")]
    [InlineData("x509_san_uri:https://verifier.example")]
    [InlineData("X509_HASH:abc")]
    [InlineData("verifier.example")]
    [InlineData(":verifier.example")]
    [InlineData("x509_hash:")]
    [InlineData("")]
    public void A_prefix_that_cannot_be_checked_is_refused(string clientId)
    {
        Refusal.Is(PresentationErrors.InvalidRequest, ClientIdentifier.Parse(clientId));
        Refusal.Is(PresentationErrors.InvalidRequest, OpenByHost(clientId, Answers));
    }

    [Theory]
    [Oidf("VP1FinalWalletMismatchedClientIdInRequestObject")]
    [InlineData("x509_hash:another")]
    [InlineData("x509_san_dns:verifier.example")]
    [InlineData(null)]
    public void The_identifier_inside_is_the_one_outside_prefix_included(string? inside)
    {
        var jwt = Verifier.Sign(payload => payload["client_id"] = inside);

        Refusal.Is(PresentationErrors.InvalidRequest, PresentationRequest.Open(jwt, Verifier.Rules));
    }

    [Fact]
    public void A_verifier_is_known_by_whoever_attests_it()
    {
        var opened = PresentationRequest.Open(Attested(Attestation), AttestedRules).Expect();

        Assert.Equal("verifier.example", opened.Verifier.Attestation!.Subject);
        Assert.True(opened.Verifier.IsAuthenticated);
    }

    [Fact]
    public void An_attestation_may_say_where_answers_go()
    {
        Assert.Null(PresentationRequest.Open(Attested(Attestation with { ResponseAddresses = [Answers] }), AttestedRules).Error);
        Refusal.Is(PresentationErrors.InvalidRequest, PresentationRequest.Open(Attested(Attestation with { ResponseAddresses = ["https://verifier.example/answers"] }), AttestedRules));
    }

    [Fact]
    public void An_attestation_counts_only_from_whom_the_wallet_trusts()
    {
        Refusal.Is(ErrorCodes.UntrustedIssuer, PresentationRequest.Open(Attested(Attestation with { Issuer = "https://another.example" }), AttestedRules));
        Refusal.Is(ErrorCodes.UntrustedIssuer, PresentationRequest.Open(Attested(Attestation), AttestedRules with { AttestationIssuers = new Dictionary<string, VerificationKey>() }));
        Refusal.Is(ErrorCodes.Signature, PresentationRequest.Open(Attested(Attestation, attester: Keys.New(50)), AttestedRules));
    }

    [Fact]
    public void An_attestation_is_for_one_verifier_one_key_and_a_time()
    {
        Refusal.Is(PresentationErrors.InvalidRequest, PresentationRequest.Open(Attested(Attestation with { Subject = "another.example" }), AttestedRules));
        Refusal.Is(ErrorCodes.Signature, PresentationRequest.Open(Attested(Attestation, signer: Keys.New(50)), AttestedRules));
        Refusal.Is(ErrorCodes.Expired, PresentationRequest.Open(Attested(Attestation with { ExpiresAt = Keys.Now.AddHours(-1) }), AttestedRules));
    }

    [Theory]
    [InlineData("exp", null, ErrorCodes.Expired)]
    [InlineData("nbf", "4000000000", ErrorCodes.NotYetValid)]
    [InlineData("nbf", "\"soon\"", ErrorCodes.NotYetValid)]
    [InlineData("sub", null, ErrorCodes.Claim)]
    [InlineData("cnf", null, ErrorCodes.Claim)]
    [InlineData("cnf", "{}", ErrorCodes.Claim)]
    [InlineData("iss", null, ErrorCodes.UntrustedIssuer)]
    [InlineData("redirect_uris", "[]", ErrorCodes.Claim)]
    [InlineData("redirect_uris", "\"https://verifier.example\"", ErrorCodes.Claim)]
    public void An_attestation_with_a_missing_or_false_claim_is_refused(string claim, string? value, string code)
    {
        var payload = CompactJws.Parse(Attestation.Sign(AttesterKey)).Expect().Payload;
        payload.Remove(claim);
        if (value is not null)
            payload[claim] = JsonNode.Parse(value);

        Refusal.Is(code, PresentationRequest.Open(Sign(CompactJws.Sign(new JsonObject { ["typ"] = VerifierAttestation.Type }, payload, AttesterKey)), AttestedRules));
    }

    [Fact]
    public void A_token_of_another_type_is_no_attestation()
    {
        var payload = CompactJws.Parse(Attestation.Sign(AttesterKey)).Expect().Payload;

        Refusal.Is(ErrorCodes.Type, PresentationRequest.Open(Sign(CompactJws.Sign(new JsonObject { ["typ"] = "JWT" }, payload, AttesterKey)), AttestedRules));
        Refusal.Is(PresentationErrors.InvalidRequest, PresentationRequest.Open(Sign(null), AttestedRules));
    }

    [Fact]
    public void A_request_by_value_is_read_where_the_wallet_allows_it_and_vouched_for_by_nobody()
    {
        var request = Verifier.Ask() with { ClientId = UnsignedRules.ClientId };

        var opened = OpenUnsigned(request.ToLinkParameters()).Expect();

        Assert.False(opened.Verifier.IsAuthenticated);
        Assert.Equal((request.Nonce, request.State, request.ResponseUri), (opened.Request.Nonce, opened.Request.State, opened.Request.ResponseUri));
        Assert.Equal(request.Query.ToJson().ToJsonString(), opened.Request.Query.ToJson().ToJsonString());
        Assert.Equal(UnsignedRules.ClientId, opened.Request.Audience);
        Refusal.Is(PresentationErrors.InvalidRequest, OpenUnsigned(request.ToLinkParameters(), UnsignedRules with { AllowsUnsignedRequests = false }));
    }

    [Fact]
    public void A_request_by_value_is_answered_at_the_address_in_its_name_only()
    {
        var request = Verifier.Ask() with { ClientId = UnsignedRules.ClientId };
        var withoutAddress = string.Join('&', request.ToLinkParameters().Split('&').Where(parameter => !parameter.StartsWith("response_uri=", StringComparison.Ordinal)));

        Assert.Equal(Answers, OpenUnsigned(withoutAddress).Expect().Request.ResponseUri.OriginalString);
        Refusal.Is(PresentationErrors.InvalidRequest, OpenUnsigned((request with { ResponseUri = new Uri("https://attacker.example/answers") }).ToLinkParameters()));
        Refusal.Is(PresentationErrors.InvalidRequest, OpenUnsigned((request with { ClientId = Verifier.ClientId }).ToLinkParameters(), UnsignedRules with { ClientId = Verifier.ClientId }));
    }

    [Fact]
    public void A_request_of_an_address_cannot_be_signed()
    {
        var request = Verifier.Ask() with { ClientId = UnsignedRules.ClientId };

        Refusal.Is(PresentationErrors.InvalidRequest, PresentationRequest.Open(request.Sign(Verifier.SignerFor(request.ClientId)), UnsignedRules with { Anchors = [Verifier.Root] }));
    }

    private static Checked<PresentationRequest> OpenByHost(string clientId, string responseUri)
    {
        var request = Verifier.Ask() with { ClientId = clientId, ResponseUri = new Uri(responseUri) };
        return PresentationRequest.Open(request.Sign(Verifier.SignerFor(clientId)), Verifier.Rules with { ClientId = clientId });
    }

    private static Checked<PresentationRequest> OpenUnsigned(string parameters, PresentationRequestRules? rules = null) =>
        PresentationLink.Parse($"openid4vp://?{parameters}").Then(link => PresentationRequest.OpenUnsigned(link, rules ?? UnsignedRules));

    private static string Attested(VerifierAttestation attestation, SigningKey? attester = null, SigningKey? signer = null) => Sign(attestation.Sign(attester ?? AttesterKey), signer);

    private static string Sign(string? attestation, SigningKey? signer = null) =>
        (Verifier.Ask() with { ClientId = AttestedRules.ClientId }).Sign(new RequestSigner(AttestedRules.ClientId, signer ?? AttestedKey, X5c: null) { Attestation = attestation });
}
