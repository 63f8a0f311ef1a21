using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using CsCheck;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Protocols.Credentials.Tests.Trust;

/// <summary>Attack 14: everything a chain in `x5c` can lie about.</summary>
public sealed class CertificateChainsTests
{
    private static readonly Validity Years = new(Keys.Now.AddYears(-1), Keys.Now.AddYears(5));
    private static readonly Validity Months = new(Keys.Now.AddMonths(-1), Keys.Now.AddMonths(11));
    private static readonly CertificateAuthority Root = CertificateAuthority.CreateRoot("DEMO root", Keys.New(51), Years, Keys.Random(52));
    private static readonly CertificateAuthority Middle = Root.IssueAuthority("DEMO authority", Keys.New(53), Years, Keys.Random(54));
    private static readonly X509Certificate2 Leaf = IssueLeaf(Root);
    private static readonly X509Certificate2 DeepLeaf = IssueLeaf(Middle);

    [Fact]
    public void A_leaf_below_its_anchor_is_trusted_with_its_key()
    {
        var trusted = Validate(Leaf).Expect();
        Assert.True(trusted.Key.PublicKey.IsSameKeyAs(Keys.Issuer.PublicKey));
        Assert.Equal(Root.Certificate, trusted.Anchor);
        Assert.Equal(Base64Url.Encode(SHA256.HashData(Leaf.RawData)), trusted.Hash);
    }

    [Fact]
    public void A_leaf_below_an_intermediate_is_trusted() => Assert.Null(Validate(DeepLeaf, Middle.Certificate).Error);

    [Fact]
    public void A_country_stands_in_every_certificate_below_its_root()
    {
        var root = CertificateAuthority.CreateRoot("Country", Keys.New(51), Years, Keys.Random(52), country: "DE");
        var middle = root.IssueAuthority("Country authority", Keys.New(53), Years, Keys.Random(54));
        var leaf = IssueLeaf(middle);

        Assert.All([root.Certificate, middle.Certificate, leaf], certificate => Assert.Contains("C=DE", certificate.Subject, StringComparison.Ordinal));
        Assert.Null(CertificateChains.Validate([leaf, middle.Certificate], Rules() with { Anchors = [root.Certificate] }).Error);
        Assert.DoesNotContain("C=", Leaf.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void An_intermediate_is_no_anchor()
        => Refusal.Is(ErrorCodes.UntrustedChain, CertificateChains.Validate([DeepLeaf], Rules() with { Anchors = [Middle.Certificate] }));

    [Fact]
    public void A_signature_is_checked_with_the_key_of_the_chain()
    {
        var header = new JsonObject { ["x5c"] = CertificateChains.ToX5c(Leaf) };
        var rules = new JwsRules(Types: null) { CertificatesInHeader = true };
        Checked<CompactJws> Verify(string text) => CompactJws.Parse(text)
            .Then(jws => CertificateChains.Validate(jws, Rules()).Then(trusted => jws.Verify(trusted.Key, rules)));
        Assert.Null(Verify(CompactJws.Sign(header, [], Keys.Issuer)).Error);
        Refusal.Is(ErrorCodes.Signature, Verify(CompactJws.Sign(header, [], Keys.Stranger)));
        Refusal.Is(ErrorCodes.CertificateChain, Verify(CompactJws.Sign([], [], Keys.Issuer)));
    }

    [Fact]
    public void A_self_signed_leaf_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var selfSigned = new CertificateRequest("CN=self", key, HashAlgorithmName.SHA256).CreateSelfSigned(Months.NotBefore, Months.NotAfter);
        Refusal.Is(ErrorCodes.CertificateChain, Validate(selfSigned));
        Refusal.Is(ErrorCodes.CertificateChain, CertificateChains.Validate([selfSigned], Rules() with { Anchors = [selfSigned] }));
    }

    [Fact]
    public void A_root_in_the_chain_is_refused() => Refusal.Is(ErrorCodes.CertificateChain, Validate(Leaf, Root.Certificate));

    [Fact]
    public void The_wrong_order_is_refused() => Refusal.Is(ErrorCodes.CertificateChain, Validate(Middle.Certificate, DeepLeaf));

    [Fact]
    public void A_missing_intermediate_is_refused() => Refusal.Is(ErrorCodes.UntrustedChain, Validate(DeepLeaf));

    [Fact]
    public void A_certificate_that_does_not_belong_to_the_path_is_refused() => Refusal.Is(ErrorCodes.CertificateChain, Validate(Leaf, Middle.Certificate));

    [Fact]
    public void A_stranger_with_the_same_name_is_refused()
    {
        var forger = CertificateAuthority.CreateRoot("DEMO root", Keys.Stranger, Years, Keys.Random(55));
        Refusal.Is(ErrorCodes.UntrustedChain, Validate(IssueLeaf(forger)));
    }

    [Fact]
    public void Without_anchors_nobody_is_trusted()
        => Refusal.Is(ErrorCodes.UntrustedChain, CertificateChains.Validate([Leaf], Rules() with { Anchors = [] }));

    [Fact]
    public void A_leaf_for_another_role_is_refused()
    {
        var verifier = IssueLeaf(Root, CertificateRole.Verifier);
        Refusal.Is(ErrorCodes.CertificateRole, Validate(verifier));
        Assert.Null(CertificateChains.Validate([verifier], Rules() with { Role = CertificateRole.Verifier }).Error);
    }

    [Fact]
    public void A_leaf_without_extended_key_usage_is_refused()
        => Refusal.Is(ErrorCodes.CertificateRole, Validate(Handmade(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true))));

    [Fact]
    public void A_leaf_for_any_purpose_is_refused()
        => Refusal.Is(ErrorCodes.CertificateRole, Validate(Handmade(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true), new X509EnhancedKeyUsageExtension([new Oid("2.5.29.37.0")], false))));

    [Fact]
    public void A_leaf_that_may_not_sign_is_refused()
        => Refusal.Is(ErrorCodes.CertificateRole, Validate(Handmade(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyAgreement, true),
            new X509EnhancedKeyUsageExtension([new Oid(CertificateRole.CredentialIssuer.Oid)], true))));

    [Fact]
    public void An_authority_is_no_leaf() => Refusal.Is(ErrorCodes.CertificateRole, Validate(Middle.Certificate));

    [Fact]
    public void A_leaf_that_signs_another_leaf_is_no_authority()
    {
        var child = new CertificateAuthority(Leaf, Keys.Issuer).IssueLeaf(Request(CertificateRole.CredentialIssuer) with { Name = "child" }, Keys.Random(56));
        Refusal.Is(ErrorCodes.UntrustedChain, Validate(child, Leaf));
    }

    [Fact]
    public void An_authority_may_not_pass_its_right_on()
    {
        var third = Middle.IssueAuthority("third", Keys.New(57), Years, Keys.Random(58));
        Refusal.Is(ErrorCodes.UntrustedChain, Validate(IssueLeaf(third), third.Certificate, Middle.Certificate));
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(12)]
    public void Outside_its_validity_a_chain_is_refused(int months)
        => Refusal.Is(ErrorCodes.UntrustedChain, CertificateChains.Validate([Leaf], Rules() with { At = Keys.Now.AddMonths(months) }));

    [Fact]
    public void A_leaf_with_a_key_on_another_curve_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var request = new CertificateRequest("CN=P-384", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(CertificateRole.CredentialIssuer.Oid)], true));
        Refusal.Is(ErrorCodes.CertificateChain, Validate(SignByRoot(request)));
    }

    [Fact]
    public void A_malformed_critical_extension_is_refused()
        => Assert.NotNull(Validate(Handmade(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true), new X509Extension("2.5.29.37", [0x30, 0x05, 0x01], true))).Error);

    [Fact]
    public void Malformed_alternative_names_are_refused()
        => Refusal.Is(ErrorCodes.CertificateChain, Validate(Handmade(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true),
            new X509EnhancedKeyUsageExtension([new Oid(CertificateRole.CredentialIssuer.Oid)], true),
            new X509Extension("2.5.29.17", [0x30, 0x03, 0x82, 0x05, 0x41], false))));

    [Fact]
    public void An_unknown_critical_extension_is_refused()
        => Refusal.Is(ErrorCodes.UntrustedChain, Validate(Handmade(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true),
            new X509EnhancedKeyUsageExtension([new Oid(CertificateRole.CredentialIssuer.Oid)], true),
            new X509Extension("2.25.1", [0x05, 0x00], true))));

    [Theory]
    [InlineData("[]")]
    [InlineData("[1]")]
    [InlineData("""[""]""")]
    [InlineData("""["not base64!"]""")]
    [InlineData("""["AAAA"]""")]
    [InlineData("""["AAAA","AAAA","AAAA","AAAA","AAAA"]""")]
    public void What_holds_no_certificates_is_refused(string x5c)
        => Refusal.Is(ErrorCodes.CertificateChain, CertificateChains.Validate(JsonNode.Parse(x5c)!.AsArray(), Rules()));

    [Fact]
    public void A_giant_certificate_is_refused_before_it_is_read()
        => Refusal.Is(ErrorCodes.CertificateChain, CertificateChains.Validate(new JsonArray(new string('A', 20_000)), Rules()));

    [Fact]
    public void White_space_in_base64_is_refused()
        => Refusal.Is(ErrorCodes.CertificateChain, CertificateChains.Validate(new JsonArray(" " + Convert.ToBase64String(Leaf.RawData)), Rules()));

    [Fact]
    public void A_changed_byte_never_throws_and_never_passes()
        => Gen.Select(Gen.Int[0, Leaf.RawData.Length - 1], Gen.Byte[1, 255]).Sample((position, mask) =>
        {
            var der = Leaf.RawData;
            der[position] ^= mask;
            return CertificateChains.Validate(new JsonArray(Convert.ToBase64String(der)), Rules()).Error is not null;
        }, iter: 200);

    [Fact]
    public void A_leaf_names_its_hosts_and_addresses()
    {
        var request = Request(CertificateRole.Verifier) with { DnsNames = ["town.example"], Uris = [new Uri("https://town.example/issuers/town")] };
        var trusted = CertificateChains.Validate([Root.IssueLeaf(request, Keys.Random(59))], Rules() with { Role = CertificateRole.Verifier }).Expect();
        Assert.True(trusted.IsForHost("Town.example"));
        Assert.False(trusted.IsForHost("sub.town.example"));
        Assert.Equal(["https://town.example/issuers/town"], trusted.Names.Uris);
        Assert.Empty(Validate(Leaf).Expect().Names.DnsNames);
    }

    [Fact]
    public void Serial_numbers_are_positive_and_come_from_the_randomness()
    {
        var serials = Enumerable.Range(0, 50).Select(seed => IssueLeaf(Root, seed: seed).SerialNumberBytes.ToArray()).ToList();
        Assert.All(serials, serial => Assert.InRange(serial[0], 0x40, 0x7f));
        Assert.Equal(50, serials.Select(Convert.ToHexString).Distinct().Count());
    }

    private static ChainRules Rules() => new([Root.Certificate], CertificateRole.CredentialIssuer, Keys.Now);

    private static Checked<TrustedCertificate> Validate(params X509Certificate2[] chain)
        => CertificateChains.Validate(CertificateChains.ToX5c(chain), Rules());

    private static LeafRequest Request(CertificateRole role) => new("DEMO issuer", Keys.Issuer.PublicKey, role, Months);

    private static X509Certificate2 IssueLeaf(CertificateAuthority authority, CertificateRole? role = null, int seed = 60)
        => authority.IssueLeaf(Request(role ?? CertificateRole.CredentialIssuer), Keys.Random(seed));

    private static X509Certificate2 Handmade(params X509Extension[] extensions)
    {
        using var key = ECDsa.Create(Keys.Issuer.PublicKey.ToParameters());
        var request = new CertificateRequest("CN=handmade", key, HashAlgorithmName.SHA256);
        foreach (var extension in extensions)
            request.CertificateExtensions.Add(extension);
        return SignByRoot(request);
    }

    private static X509Certificate2 SignByRoot(CertificateRequest request)
        => request.Create(Root.Certificate.SubjectName, new Generator(Keys.New(51)), Months.NotBefore, Months.NotAfter, [1, 2, 3]);

    /// <summary>Signs what the authority of the library would refuse to sign.</summary>
    private sealed class Generator(SigningKey key) : X509SignatureGenerator
    {
        public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm)
        {
            var writer = new AsnWriter(AsnEncodingRules.DER);
            using (writer.PushSequence())
                writer.WriteObjectIdentifier("1.2.840.10045.4.3.2");
            return writer.Encode();
        }

        public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm)
        {
            var signature = key.Sign(data);
            var writer = new AsnWriter(AsnEncodingRules.DER);
            using (writer.PushSequence())
            {
                writer.WriteIntegerUnsigned(signature.AsSpan(0, 32).TrimStart((byte)0));
                writer.WriteIntegerUnsigned(signature.AsSpan(32).TrimStart((byte)0));
            }

            return writer.Encode();
        }

        protected override PublicKey BuildPublicKey() => throw new NotSupportedException("Only certificates below the root are made here.");
    }
}
