using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Protocols.OpenId4Vc.Registration;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Holder;

/// <summary>Attack 19: a verifier asks for more than it is registered for (OpenID4VP 1.0 §5.11, ETSI TS 119 475).</summary>
public sealed class RegistrationStandingTests
{
    private const string Town = "AG:DE-05513000";

    private static readonly TestRegistrar Registrar = new();
    private static readonly TestVerifier Verifier = new(identifier: Town);
    private static readonly RegistrationCertificate Registered = new(Town, "Stadt Beispiel", Keys.Now.AddDays(-1), [RegisteredCredential.SdJwt("urn:example:card:1", "given_name")])
    {
        ExpiresAt = Keys.Now.AddDays(300),
        Purpose = [new RegisteredText("de", "Ausweis ausstellen")],
    };

    private static PresentationRequestRules Rules => Verifier.Rules with { Registrars = [Registrar.Root] };

    private static PresentationRequestRules Strict => Rules with { DemandsRegistration = true };

    [Fact]
    public void A_person_is_told_who_is_registered_for_what()
    {
        var standing = Open(Verifier.Ask(), Strict).Expect().Registration;

        Assert.True(standing.Covers);
        Assert.Equal(("Stadt Beispiel", "Ausweis ausstellen"), (standing.Certificate!.Name, standing.Certificate.Purpose[0].Text));
    }

    [Fact]
    public void Who_asks_beyond_the_registration_is_flagged_or_refused()
    {
        var greedy = Verifier.Ask(DcqlQuery.ForSdJwt("card", "urn:example:card:1", "given_name", "birthdate"));

        var beyond = Assert.Single(Open(greedy, Rules).Expect().Registration.AskedBeyond);

        Assert.Equal(("card", ClaimPath.Of("birthdate")), (beyond.QueryId, beyond.Path));
        Refusal.Is(PresentationErrors.InvalidRequest, Open(greedy, Strict));
    }

    [Fact]
    public void A_credential_of_another_type_is_beyond_the_registration()
    {
        var other = Verifier.Ask(DcqlQuery.ForSdJwt("card", "urn:example:passport:1", "given_name"));

        Assert.Null(Assert.Single(Open(other, Rules).Expect().Registration.AskedBeyond).Path);
        Refusal.Is(PresentationErrors.InvalidRequest, Open(other, Strict));
    }

    [Fact]
    public void Without_a_registration_the_person_decides_unless_the_wallet_demands_one()
    {
        Assert.Null(PresentationRequest.Open(Verifier.Sign(), Rules).Expect().Registration.Certificate);
        Refusal.Is(PresentationErrors.InvalidRequest, PresentationRequest.Open(Verifier.Sign(), Strict));
        // A wallet that knows no registrar believes none.
        Assert.False(Open(Verifier.Ask(), Verifier.Rules).Expect().Registration.Covers);
    }

    [Fact]
    public void A_registration_that_does_not_hold_refuses_the_question()
    {
        Assert.Null(Open(Verifier.Ask(), Rules).Error);
        Refusal.Is(RegistrationErrors.InvalidRegistration, Open(Verifier.Ask(), Rules, Registered with { ExpiresAt = Keys.Now.AddDays(-1) }));
        Refusal.Is(RegistrationErrors.OtherRelyingParty, Open(Verifier.Ask(), Rules, Registered with { Identifier = "AG:DE-05911000" }));
        Refusal.Is(RegistrationErrors.InvalidRegistration, Open(Verifier.Ask(), Rules with { Registrars = [new TestRegistrar(seed: 140).Root] }));
        Refusal.Is(RegistrationErrors.InvalidRegistration, Open(Verifier.Ask(), Rules, text: "a.b.c"));
    }

    [Fact]
    public void A_registration_counts_only_for_a_verifier_with_a_certificate()
    {
        var unsigned = new PresentationRequestRules("redirect_uri:https://verifier.example/answers/1", [], Keys.Now) { AllowsUnsignedRequests = true, Registrars = [Registrar.Root] };
        var link = PresentationLink.Parse("openid4vp://?" + Carrying(Verifier.Ask() with { ClientId = unsigned.ClientId }, Sign(Registered)).ToLinkParameters()).Expect();

        Assert.Null(PresentationRequest.OpenUnsigned(link, unsigned).Expect().Registration.Certificate);
        Refusal.Is(PresentationErrors.InvalidRequest, PresentationRequest.OpenUnsigned(link, unsigned with { DemandsRegistration = true }));
    }

    private static Checked<PresentationRequest> Open(RequestObject request, PresentationRequestRules rules, RegistrationCertificate? registered = null, string? text = null) =>
        PresentationRequest.Open(Verifier.Sign(Carrying(request, text ?? Sign(registered ?? Registered))), rules);

    private static RequestObject Carrying(RequestObject request, string certificate) =>
        request with { Statements = [new VerifierStatement(RegistrationCertificate.VerifierInfoFormat, JsonValue.Create(certificate), [])] };

    private static string Sign(RegistrationCertificate certificate) => certificate.Sign(Registrar.Key, Registrar.X5c);
}
