using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Attestation;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Attestation;

/// <summary>Attack 4, first half: wallet attestations (OpenID4VCI 1.0 App. E). Every refusal is one change away from an attestation that holds.</summary>
public sealed class WalletAttestationTests
{
    private const string Client = "https://wallet.example";

    private static readonly TestWalletProvider Provider = new();
    private static readonly SigningKey Instance = Keys.New(80);
    private static readonly WalletAttestationRules Rules = new(Provider.Trust, Keys.Now) { ClientId = Client };
    private static readonly WalletAttestation Valid = new(Client, Instance.PublicKey, Keys.Now.AddHours(1)) { IssuedAt = Keys.Now.AddMinutes(-10) };

    [Fact]
    public void An_attestation_gives_back_all_that_it_says()
    {
        var full = Valid with { WalletName = "Town wallet", WalletLink = "https://wallet.example/about", Status = new StatusReference("https://provider.example/list", 7) };

        var verified = WalletAttestation.Verify(full.Sign(Provider.Key, Provider.X5c), Rules).Expect();

        Assert.True(verified.Attestation.Key.IsSameKeyAs(Instance.PublicKey));
        Assert.Equal(full with { Key = verified.Attestation.Key }, verified.Attestation);
        Assert.Equal(Provider.Root, verified.Signer.Certificate!.Anchor);
    }

    [Fact]
    public void Two_wallets_differ_in_nothing_but_their_key()
    {
        var other = Valid with { Key = Keys.New(81).PublicKey };

        var one = CompactJws.Parse(Valid.Sign(Provider.Key, Provider.X5c)).Expect();
        var two = CompactJws.Parse(other.Sign(Provider.Key, Provider.X5c)).Expect();

        one.Payload.Remove("cnf");
        two.Payload.Remove("cnf");
        Assert.Equal(one.Payload.ToJsonString(), two.Payload.ToJsonString());
        Assert.Equal(one.Header.ToJsonString(), two.Header.ToJsonString());
    }

    [Fact]
    public void The_published_claims_are_read_when_a_trusted_provider_signs_them()
    {
        var (published, _) = Published();
        var signedByOurs = Provider.Alter(published, payload: null, header => header.Remove("x5c"));
        var rules = new WalletAttestationRules(new AttestationTrust([]) { Keys = [Provider.Key.PublicKey] }, DateTimeOffset.FromUnixTimeSeconds(1_755_050_000));

        var attestation = WalletAttestation.Verify(signedByOurs, rules).Expect().Attestation;

        Assert.Equal("https://wallet.example.com", attestation.ClientId);
        Assert.Equal("Wallet Solution X by Wonderland State Department", attestation.WalletName);
        Assert.Equal("https://example.com/wallet/detail_info.html", attestation.WalletLink);
        Refuses(signedByOurs, rules with { Now = Keys.Now });
    }

    [Fact]
    public void The_published_certificate_is_self_signed_and_therefore_refused_even_as_an_anchor()
    {
        var (published, certificate) = Published();
        Refuses(published, new WalletAttestationRules(new AttestationTrust([certificate]), DateTimeOffset.FromUnixTimeSeconds(1_755_050_000)));
    }

    [Fact]
    public void The_published_signature_verifies_with_the_published_certificate()
    {
        var (text, certificate) = Published();
        using var published = certificate.GetECDsaPublicKey()!;
        var key = JsonWebKey.From(published.ExportParameters(includePrivateParameters: false));
        var rules = JwsRules.ForType(WalletAttestation.Type) with { CertificatesInHeader = true };

        Assert.Null(CompactJws.Parse(text).Expect().Verify(VerificationKey.Import(key), rules).Error);
        Assert.NotNull(CompactJws.Parse(text).Expect().Verify(VerificationKey.Import(Provider.Key.PublicKey), rules).Error);
    }

    [Fact]
    public void A_bare_key_counts_only_where_it_is_trusted()
    {
        var text = Valid.Sign(Provider.Key);
        var rules = Rules with { Trust = new AttestationTrust([]) { Keys = [Keys.New(82).PublicKey, Provider.Key.PublicKey] } };

        Assert.Null(WalletAttestation.Verify(text, rules).Expect().Signer.Certificate);
        Refuses(text, Rules);
        Refuses(text, rules with { Trust = new AttestationTrust([]) { Keys = [Keys.New(82).PublicKey] } });
    }

    [Fact]
    public void An_empty_trust_believes_nobody() => Refuses(Valid.Sign(Provider.Key, Provider.X5c), Rules with { Trust = new AttestationTrust([]) });

    [Fact]
    public void Another_provider_is_not_believed()
    {
        var stranger = new TestWalletProvider(seed: 90);
        Refuses(Valid.Sign(stranger.Key, stranger.X5c), Rules);
        Refuses(Valid.Sign(stranger.Key, Provider.X5c), Rules);
    }

    [Fact]
    public void A_certificate_for_another_role_is_not_believed()
    {
        var issuer = new TestWalletProvider(seed: 70, CertificateRole.CredentialIssuer);
        Refuses(Valid.Sign(issuer.Key, issuer.X5c), Rules with { Trust = issuer.Trust });
    }

    [Fact]
    public void A_root_for_wallet_providers_alone_may_name_no_usage_but_no_other_one()
    {
        var issuer = new TestWalletProvider(seed: 70, CertificateRole.CredentialIssuer);
        Refuses(Valid.Sign(issuer.Key, issuer.X5c), Rules with { Trust = new AttestationTrust([issuer.Root]) { AnchorsServeOnlyThisRole = true } });
    }

    [Fact]
    public void A_remembered_chain_ends_with_its_anchor()
    {
        var text = Valid.Sign(Provider.Key, Provider.X5c);
        Assert.Null(WalletAttestation.Verify(text, Rules).Error);
        Assert.Null(WalletAttestation.Verify(text, Rules).Error);
        Refuses(Valid.Sign(Provider.Key, Provider.X5c) + "A", Rules);
        Refuses(text, Rules with { Now = Keys.Now.AddYears(2) });
    }

    [Fact]
    public void Another_client_than_the_attested_one_is_refused()
    {
        var text = Valid.Sign(Provider.Key, Provider.X5c);
        Assert.Null(WalletAttestation.Verify(text, Rules with { ClientId = null }).Error);
        Refuses(text, Rules with { ClientId = "https://other.example" });
    }

    [Fact]
    public void An_attestation_ends_at_its_expiry()
    {
        var text = Valid.Sign(Provider.Key, Provider.X5c);
        Assert.Null(WalletAttestation.Verify(text, Rules with { Now = Valid.ExpiresAt.AddSeconds(-1) }).Error);
        Refuses(text, Rules with { Now = Valid.ExpiresAt });
    }

    [Fact]
    public void An_old_attestation_is_to_be_renewed_where_the_server_wants_fresh_ones()
    {
        var text = Valid.Sign(Provider.Key, Provider.X5c);
        Assert.Null(WalletAttestation.Verify(text, Rules with { MaxAge = TimeSpan.FromMinutes(10) }).Error);
        Refusal.Is(AttestationErrors.UseFreshAttestation, WalletAttestation.Verify(text, Rules with { MaxAge = TimeSpan.FromMinutes(9) }));
        var undated = (Valid with { IssuedAt = null }).Sign(Provider.Key, Provider.X5c);
        Refusal.Is(AttestationErrors.UseFreshAttestation, WalletAttestation.Verify(undated, Rules with { MaxAge = TimeSpan.FromMinutes(9) }));
        Assert.Null(WalletAttestation.Verify(undated, Rules).Error);
    }

    [Theory]
    [InlineData("sub", null)]
    [InlineData("sub", "\"\"")]
    [InlineData("sub", "7")]
    [InlineData("exp", null)]
    [InlineData("exp", "\"tomorrow\"")]
    [InlineData("iat", "\"today\"")]
    [InlineData("iat", "32503680000")]
    [InlineData("nbf", "32503680000")]
    [InlineData("nbf", "\"today\"")]
    [InlineData("cnf", null)]
    [InlineData("cnf", "{}")]
    [InlineData("cnf", """{"kid":"1"}""")]
    [InlineData("cnf", """{"jwk":{"kty":"EC","crv":"P-256","x":"AAAA","y":"AAAA"}}""")]
    [InlineData("status", "\"valid\"")]
    [InlineData("status", "{}")]
    public void A_claim_that_is_missing_or_wrong_is_refused(string name, string? value)
        => Refuses(Altered(payload => Set(payload, name, value)), Rules);

    [Fact]
    public void A_private_key_in_cnf_is_refused()
        => Refuses(Altered(payload => payload["cnf"]!["jwk"]!["d"] = "AAAA"), Rules);

    [Theory]
    [InlineData("typ", "\"jwt\"")]
    [InlineData("typ", null)]
    [InlineData("crit", """["b64"]""")]
    [InlineData("jku", "\"https://provider.example/keys\"")]
    [InlineData("x5u", "\"https://provider.example/chain\"")]
    [InlineData("jwk", "{}")]
    [InlineData("x5c", "\"MII\"")]
    [InlineData("x5c", "[]")]
    public void A_header_that_chooses_type_or_key_is_refused(string name, string? value)
        => Refuses(Altered(payload: null, header => Set(header, name, value)), Rules);

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("RS256")]
    public void Another_algorithm_is_refused(string algorithm)
    {
        var parts = Valid.Sign(Provider.Key, Provider.X5c).Split('.');
        var header = StrictJson.ParseObject(Base64Url.Decode(parts[0]).Expect()).Expect();
        header["alg"] = algorithm;
        Refuses($"{Base64Url.Encode(StrictJson.Write(header))}.{parts[1]}.{parts[2]}", Rules);
    }

    [Fact]
    public void A_changed_attestation_is_refused()
    {
        var parts = Valid.Sign(Provider.Key, Provider.X5c).Split('.');
        var forged = (Valid with { Key = Keys.New(83).PublicKey }).Sign(Keys.New(83), Provider.X5c).Split('.');
        Refuses($"{parts[0]}.{forged[1]}.{parts[2]}", Rules);
    }

    [Fact]
    public void A_giant_attestation_is_refused_before_it_is_read() => Refuses(new string('a', 1_000_000), Rules);

    private static string Altered(Action<JsonObject>? payload, Action<JsonObject>? header = null)
    {
        var valid = Valid.Sign(Provider.Key, Provider.X5c);
        Assert.Null(WalletAttestation.Verify(Provider.Alter(valid, payload: null), Rules).Error);
        return Provider.Alter(valid, payload, header);
    }

    private static void Set(JsonObject json, string name, string? value)
    {
        if (value is null)
            json.Remove(name);
        else
            json[name] = JsonNode.Parse(value);
    }

    private static void Refuses(string text, WalletAttestationRules rules)
        => Refusal.Is(AttestationErrors.InvalidClientAttestation, WalletAttestation.Verify(text, rules));

    private static (string Text, X509Certificate2 Certificate) Published()
    {
        var published = Vectors.Read("openid4vci/tokens.json")["tokens"]!.AsArray().Single(token => (string?)token!["id"] == "wallet-attestation")!;
        var der = Convert.FromBase64String((string)published["header"]!["x5c"]![0]!);
        return ((string)published["token"]!, X509CertificateLoader.LoadCertificate(der));
    }
}
