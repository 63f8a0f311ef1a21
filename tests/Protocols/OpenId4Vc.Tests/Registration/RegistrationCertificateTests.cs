using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Registration;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Registration;

/// <summary>
/// Attack 19, over-asking: registration certificates of relying parties (ETSI TS 119 475). Every refusal is one change away from a
/// certificate that holds.
/// </summary>
public sealed class RegistrationCertificateTests
{
    private const string Town = "AG:DE-05513000";
    private const string Pid = "urn:eudi:pid:de:1";

    private static readonly TestRegistrar Registrar = new();
    private static readonly RegistrationRules Rules = new([Registrar.Root], Registrar.Access(Town), Keys.Now);
    private static readonly RegistrationCertificate Valid = new(Town, "Stadt Beispiel", Keys.Now.AddDays(-1),
    [
        new RegisteredCredential(CredentialQuery.SdJwtFormat, [Pid, "urn:eudi:pid:1"], [ClaimPath.Of("given_name"), ClaimPath.Of("address"), ClaimPath.Of([ClaimStep.Member("nationalities"), ClaimStep.EveryElement])]),
        new RegisteredCredential(CredentialQuery.MdocFormat, ["eu.europa.ec.eudi.pid.1"], [ClaimPath.Of("eu.europa.ec.eudi.pid.1", "given_name")]),
    ])
    {
        ExpiresAt = Keys.Now.AddDays(300),
        Purpose = [new RegisteredText("de", "Bewohnerparkausweis ausstellen"), new RegisteredText("en", "Issue a resident parking permit")],
    };

    [Fact]
    public void A_certificate_gives_back_all_that_it_says()
    {
        var full = Valid with
        {
            LegalName = "Stadt Beispiel, Der Oberbürgermeister",
            Country = "DE",
            RegistryUri = "https://registrar.example/api",
            PrivacyPolicy = "https://stadt.example/datenschutz",
            InfoUri = "https://stadt.example",
            SupportUri = "datenschutz@stadt.example",
            PolicyIds = ["0.4.0.19475.3.1"],
            IntendedUseId = "permit",
            PublicBody = true,
            Entitlements = [RegistrationCertificate.ServiceProvider, RegistrationCertificate.AttestationProvider],
            Status = new StatusReference("https://registrar.example/list", 3),
        };

        var read = RegistrationCheck.Verify(Sign(full), Rules).Expect();

        Assert.Equal(full.Purpose, read.Purpose);
        Assert.Equal(full.Entitlements, read.Entitlements);
        Assert.Equal(full.PolicyIds, read.PolicyIds);
        Assert.Equal(full.Credentials.Select(entry => (entry.Format, entry.Types[0], entry.Claims.Count)), read.Credentials.Select(entry => (entry.Format, entry.Types[0], entry.Claims.Count)));
        Assert.Equal(full, read with { Purpose = full.Purpose, Entitlements = full.Entitlements, PolicyIds = full.PolicyIds, Credentials = full.Credentials });
    }

    [Fact]
    public void What_is_registered_may_be_asked()
    {
        Assert.Empty(AskedBeyond(Ask(Pid, ClaimPath.Of("given_name"))));
        Assert.Empty(AskedBeyond(Ask(Pid)));
        // Below a registered claim, and one of the registered elements.
        Assert.Empty(AskedBeyond(Ask(Pid, ClaimPath.Of("address", "street_address"), ClaimPath.Of([ClaimStep.Member("nationalities"), ClaimStep.Element(0)]))));
        Assert.Empty(AskedBeyond(Ask(Pid, ClaimPath.Of([ClaimStep.Member("nationalities"), ClaimStep.EveryElement]))));
        Assert.Empty(AskedBeyond(new DcqlQuery([CredentialQuery.Mdoc("id", "eu.europa.ec.eudi.pid.1", "eu.europa.ec.eudi.pid.1", ["given_name"])])));
    }

    [Fact]
    public void What_is_asked_beyond_the_registration_is_named()
    {
        var birth = ClaimPath.Of("birthdate");
        Assert.Equal([new UnregisteredAsk("id", birth)], AskedBeyond(Ask(Pid, ClaimPath.Of("given_name"), birth)));
        // The whole is more than its registered elements.
        Assert.Equal([new UnregisteredAsk("id", ClaimPath.Of("nationalities"))], AskedBeyond(Ask(Pid, ClaimPath.Of("nationalities"))));
        Assert.Equal([new UnregisteredAsk("id", null)], AskedBeyond(Ask("urn:other:1", ClaimPath.Of("given_name"))));
        Assert.Equal([new UnregisteredAsk("id", null)], AskedBeyond(new DcqlQuery([CredentialQuery.Mdoc("id", "org.iso.18013.5.1.mDL", "org.iso.18013.5.1", ["given_name"])])));
        Assert.Equal([new UnregisteredAsk("id", null)], AskedBeyond(new DcqlQuery([new CredentialQuery("id", "jwt_vc_json")])));
    }

    [Fact]
    public void A_registered_type_does_not_carry_an_unregistered_one_along()
        => Assert.Equal([new UnregisteredAsk("id", null)], AskedBeyond(new DcqlQuery([CredentialQuery.SdJwt("id", [Pid, "urn:other:1"], ["given_name"])])));

    [Fact]
    public void A_claim_in_a_claim_set_that_is_not_preferred_still_counts()
    {
        var query = new DcqlQuery([CredentialQuery.SdJwt("id", [Pid], []) with
        {
            Claims = [new ClaimQuery(ClaimPath.Of("given_name")) { Id = "a" }, new ClaimQuery(ClaimPath.Of("birthdate")) { Id = "b" }],
            ClaimSets = [["a"], ["a", "b"]],
        }]);
        Assert.Equal([new UnregisteredAsk("id", ClaimPath.Of("birthdate"))], AskedBeyond(query));
    }

    [Fact]
    public void Without_registered_claims_every_claim_of_the_type_may_be_asked_and_without_credentials_none()
    {
        Assert.Empty((Valid with { Credentials = [new RegisteredCredential(CredentialQuery.SdJwtFormat, [Pid], [])] }).AskedBeyond(Ask(Pid, ClaimPath.Of("birthdate"))));
        Assert.Equal([new UnregisteredAsk("id", null)], (Valid with { Credentials = [] }).AskedBeyond(Ask(Pid, ClaimPath.Of("given_name"))));
    }

    [Fact]
    public void Somebody_elses_good_registration_proves_nothing()
    {
        Assert.Null(RegistrationCheck.Verify(Sign(Valid), Rules).Error);
        Refusal.Is(RegistrationErrors.OtherRelyingParty, RegistrationCheck.Verify(Sign(Valid), Rules with { Asking = Registrar.Access("AG:DE-09162000") }));
        Refusal.Is(RegistrationErrors.OtherRelyingParty, RegistrationCheck.Verify(Sign(Valid), Rules with { Asking = Registrar.Access(identifier: null) }));
    }

    [Fact]
    public void An_intermediary_asks_with_its_own_access_certificate()
    {
        var text = Sign(Valid with { Intermediary = new RegisteredIntermediary("NTRDE-HRB1", "Rechenzentrum") });

        Assert.Equal("Rechenzentrum", RegistrationCheck.Verify(text, Rules with { Asking = Registrar.Access("NTRDE-HRB1") }).Expect().Intermediary!.Name);
        Refusal.Is(RegistrationErrors.OtherRelyingParty, RegistrationCheck.Verify(text, Rules));
        Refuses(Registrar.Alter(text, payload => payload["act"]!["sub"] = "NTRDE-HRB2"), Rules with { Asking = Registrar.Access("NTRDE-HRB1") });
        Refuses(Altered(payload => payload["act"] = new JsonObject { ["sub"] = Town }));
    }

    [Fact]
    public void Only_a_pinned_registrar_counts()
    {
        var stranger = new TestRegistrar(seed: 140);
        Refuses(Valid.Sign(stranger.Key, stranger.X5c));
        Refuses(Valid.Sign(stranger.Key, Registrar.X5c));
        Refuses(Sign(Valid), Rules with { Registrars = [] });
        var verifier = new TestRegistrar(seed: 120, CertificateRole.Verifier);
        Refuses(Valid.Sign(verifier.Key, verifier.X5c), Rules with { Registrars = [verifier.Root] });
    }

    [Fact]
    public void A_registration_lasts_at_most_a_year()
    {
        var year = Valid with { ExpiresAt = Valid.IssuedAt.AddYears(1) };
        Assert.Null(RegistrationCheck.Verify(Sign(year), Rules).Error);
        Refuses(Sign(year with { ExpiresAt = year.ExpiresAt.Value.AddSeconds(1) }));
        Refuses(Sign(Valid), Rules with { Now = Valid.ExpiresAt!.Value });
        Refuses(Sign(Valid with { IssuedAt = Keys.Now.AddMinutes(2) }));
    }

    [Theory]
    [InlineData("sub", null)]
    [InlineData("sub", "7")]
    [InlineData("name", null)]
    [InlineData("iat", null)]
    [InlineData("exp", "\"later\"")]
    [InlineData("entitlements", null)]
    [InlineData("entitlements", "[]")]
    [InlineData("entitlements", "[1]")]
    [InlineData("entitlements", """["https://uri.etsi.org/19475/Entitlement/PID_Provider"]""")]
    [InlineData("credentials", "{}")]
    [InlineData("credentials", "[1]")]
    [InlineData("credentials", """[{"format":"dc+sd-jwt","meta":{"vct_values":[1]}}]""")]
    [InlineData("credentials", """[{"format":"dc+sd-jwt","meta":{"vct_values":["a"]},"claim":[{}]}]""")]
    [InlineData("credentials", """[{"format":"dc+sd-jwt","meta":{"vct_values":["a"]},"claim":[{"path":[]}]}]""")]
    [InlineData("intermediary", "{}")]
    [InlineData("status", "{}")]
    public void A_claim_that_is_missing_or_wrong_is_refused(string name, string? value)
        => Refuses(Altered(payload =>
        {
            if (value is null)
                payload.Remove(name);
            else
                payload[name] = JsonNode.Parse(value);
        }));

    [Theory]
    [InlineData("typ", "\"rc-rp+jwt\"")]
    [InlineData("x5c", null)]
    [InlineData("x5u", "\"https://registrar.example/chain\"")]
    [InlineData("jwk", "{}")]
    [InlineData("crit", """["sigT"]""")]
    public void A_header_that_chooses_type_or_key_is_refused(string name, string? value)
        => Refuses(Altered(payload: null, header =>
        {
            if (value is null)
                header.Remove(name);
            else
                header[name] = JsonNode.Parse(value);
        }));

    [Fact]
    public void A_changed_certificate_is_refused()
    {
        var parts = Sign(Valid).Split('.');
        var more = Sign(Valid with { Credentials = [new RegisteredCredential(CredentialQuery.SdJwtFormat, [Pid], [])] }).Split('.');
        Refuses($"{parts[0]}.{more[1]}.{parts[2]}");
        Refuses(new string('a', 1_000_000));
    }

    [Fact]
    public void Both_spellings_of_the_published_text_are_read()
    {
        var text = Altered(payload =>
        {
            var credential = payload["credentials"]![0]!.AsObject();
            credential["claims"] = credential["claim"]!.DeepClone();
            credential.Remove("claim");
            payload["intermediary"] = new JsonObject { ["sub"] = Town, ["name"] = "Stadt" };
        });
        var read = RegistrationCheck.Verify(text, Rules).Expect();
        Assert.Equal(3, read.Credentials[0].Claims.Count);
        Assert.Equal("Stadt", read.Intermediary!.Name);
    }

    [Fact]
    public void The_certificate_is_found_in_verifier_info_in_both_encodings()
    {
        var text = Sign(Valid);
        var other = new JsonObject { ["format"] = "registrar_dataset", ["data"] = new JsonObject() };
        var encoded = new JsonObject { ["format"] = RegistrationCertificate.VerifierInfoFormat, ["data"] = Base64Url.Encode(Encoding.ASCII.GetBytes(text)) };

        Assert.Equal(text, RegistrationCertificate.Find([other, RegistrationCertificate.VerifierInfo(text)]));
        Assert.Equal(text, RegistrationCertificate.Find([encoded]));
        Assert.Null(RegistrationCertificate.Find([other.DeepClone()]));
        Assert.Null(RegistrationCertificate.Find([RegistrationCertificate.VerifierInfo(text), RegistrationCertificate.VerifierInfo(text)]));
        Assert.Null(RegistrationCertificate.Find([new JsonObject { ["format"] = RegistrationCertificate.VerifierInfoFormat, ["data"] = text, ["credential_ids"] = new JsonArray("id") }]));
    }

    private static IReadOnlyList<UnregisteredAsk> AskedBeyond(DcqlQuery query) => Valid.AskedBeyond(query);

    private static DcqlQuery Ask(string type, params ClaimPath[] claims)
        => new([CredentialQuery.SdJwt("id", [type], []) with { Claims = [.. claims.Select(path => new ClaimQuery(path))] }]);

    private static string Sign(RegistrationCertificate certificate) => certificate.Sign(Registrar.Key, Registrar.X5c);

    private static string Altered(Action<JsonObject>? payload, Action<JsonObject>? header = null)
    {
        Assert.Null(RegistrationCheck.Verify(Registrar.Alter(Sign(Valid), payload: null), Rules).Error);
        return Registrar.Alter(Sign(Valid), payload, header);
    }

    private static void Refuses(string text, RegistrationRules? rules = null)
        => Refusal.Is(RegistrationErrors.InvalidRegistration, RegistrationCheck.Verify(text, rules ?? Rules));
}
