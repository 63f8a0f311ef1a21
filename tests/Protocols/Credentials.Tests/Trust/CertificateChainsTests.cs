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

    /// <summary>Each byte of the leaf, with the change that once made the platform throw in the midst of its search (a use named by no identifier).</summary>
    [Fact]
    public void A_use_that_is_no_object_identifier_is_refused()
    {
        for (var position = 0; position < Leaf.RawData.Length; position++)
        {
            var der = Leaf.RawData;
            der[position] ^= 6;
            Assert.NotNull(CertificateChains.Validate(new JsonArray(Convert.ToBase64String(der)), Rules()).Error);
        }
    }

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

    [Theory]
    [InlineData("DNS:town.example", true)]
    [InlineData("DNS:example", true)]
    [InlineData("DNS:other.example", false)]
    [InlineData("-DNS:example", false)]
    [InlineData("-DNS:other.example", true)]
    [InlineData("URI:town.example", true)]
    [InlineData("URI:other.example", false)]
    [InlineData("DIR:Stadt", true)]
    [InlineData("DIR:Land", false)]
    [InlineData("-DIR:Stadt", false)]
    public void An_authority_that_may_certify_some_names_certifies_no_others(string constraint, bool holds)
    {
        var (leaf, middle) = Constrained(constraint, critical: true);
        Assert.Equal(holds, Validate(leaf, middle).Error is null);
        if (!holds)
            Refusal.Is(ErrorCodes.UntrustedChain, Validate(leaf, middle));
    }

    [Fact]
    public void A_constraint_that_is_not_marked_critical_binds_as_well()
    {
        var (leaf, middle) = Constrained("DNS:other.example", critical: false);
        Refusal.Is(ErrorCodes.UntrustedChain, Validate(leaf, middle));
    }

    [Fact]
    public void A_constraint_that_cannot_be_read_or_is_of_an_unknown_kind_refuses_all()
    {
        foreach (byte[] constraint in (byte[][])[[0x30, 0x05, 0xA0], [0x30, 0x06, 0xA0, 0x04, 0x30, 0x02, 0x88, 0x00]])
        {
            var (leaf, middle) = Below(new X509Extension("2.5.29.30", constraint, critical: true));
            Assert.NotNull(Validate(leaf, middle).Error);
        }
    }

    [Theory]
    [InlineData("2.5.29.18")]
    [InlineData("2.5.29.17")]
    public void Alternative_names_that_are_none_are_refused_in_every_certificate(string extension)
    {
        X509Extension[] broken = [new(extension, [0x30, 0x03, 0x82, 0x05, 0x41], false), new(extension, [0x0C, 0x03, 0x41, 0x42, 0x43], false), new(extension, [0x30, 0x02, 0x82, 0x00, 0x00], false)];
        foreach (var names in broken)
        {
            Refusal.Is(ErrorCodes.CertificateChain, Validate(Handmade(Signs, Issues, names)));
            var (leaf, middle) = Below(names);
            Refusal.Is(ErrorCodes.CertificateChain, Validate(leaf, middle));
        }
    }

    [Fact]
    public void An_issuers_alternative_name_that_is_one_is_no_obstacle()
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddUri(new Uri("https://town.example/contact"));
        Assert.Null(Validate(Handmade(Signs, Issues, new X509Extension("2.5.29.18", names.Build().RawData, false))).Error);
    }

    [Fact]
    public void An_anchor_with_a_broken_name_is_still_the_anchor_that_was_pinned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = AuthorityOf("IACA", key);
        request.CertificateExtensions.Add(new X509Extension("2.5.29.18", [0x30, 0x03, 0x82, 0x05, 0x41], false));
        using var root = request.CreateSelfSigned(Years.NotBefore, Years.NotAfter);
        using var leaf = LeafOf("Signer").Create(root, Months.NotBefore, Months.NotAfter, [9]);
        Assert.Null(CertificateChains.Validate([leaf], Rules() with { Anchors = [root] }).Error);
    }

    [Fact]
    public void An_intermediate_whose_time_is_over_ends_the_path_although_the_leaf_is_young()
    {
        var middle = Root.IssueAuthority("old", Keys.New(53), new Validity(Keys.Now.AddMonths(-3), Keys.Now.AddDays(-1)), Keys.Random(54));
        Refusal.Is(ErrorCodes.UntrustedChain, Validate(IssueLeaf(middle), middle.Certificate));
        var valid = Root.IssueAuthority("old", Keys.New(53), Years, Keys.Random(54));
        Assert.Null(Validate(IssueLeaf(valid), valid.Certificate).Error);
    }

    [Fact]
    public void An_anchor_whose_time_is_over_trusts_nobody()
    {
        var root = CertificateAuthority.CreateRoot("old", Keys.New(51), new Validity(Keys.Now.AddYears(-2), Keys.Now.AddDays(-1)), Keys.Random(52));
        Refusal.Is(ErrorCodes.UntrustedChain, CertificateChains.Validate([IssueLeaf(root)], Rules() with { Anchors = [root.Certificate] }));
    }

    [Fact]
    public void An_intermediate_for_another_role_certifies_nobody_for_this_one()
    {
        var (leaf, middle) = Below(new X509EnhancedKeyUsageExtension([new Oid(CertificateRole.Verifier.Oid)], critical: true));
        Refusal.Is(ErrorCodes.UntrustedChain, Validate(leaf, middle));
        (leaf, middle) = Below(new X509EnhancedKeyUsageExtension([new Oid(CertificateRole.CredentialIssuer.Oid)], critical: true));
        Assert.Null(Validate(leaf, middle).Error);
    }

    [Fact]
    public void An_authority_that_may_not_sign_certificates_certifies_nobody()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Mitte", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        var middle = SignByRoot(request);
        using var leaf = LeafOf("Stadt").Create(middle.SubjectName, X509SignatureGenerator.CreateForECDsa(key), Months.NotBefore, Months.NotAfter, [9]);
        Refusal.Is(ErrorCodes.UntrustedChain, Validate(leaf, middle));
    }

    [Fact]
    public void A_certificate_signed_with_SHA_1_is_refused()
    {
        var request = LeafOf("Stadt");
        using var leaf = request.Create(Root.Certificate.SubjectName, new Sha1Generator(), Months.NotBefore, Months.NotAfter, [1, 2, 3]);
        Refusal.Is(ErrorCodes.Algorithm, Validate(leaf));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void Each_role_is_its_own(string role)
    {
        var all = AllRoles.Values.ToList();
        var leaf = IssueLeaf(Root, AllRoles[role]);
        foreach (var asked in all)
            Assert.Equal(asked.Name == role, CertificateChains.Validate([leaf], Rules() with { Role = asked }).Error is null);
        Assert.Equal(all.Count, all.Select(each => each.Oid).Distinct().Count());
    }

    [Fact]
    public void Below_an_anchor_for_one_role_alone_a_leaf_may_name_no_usage_but_no_other_one()
    {
        var rules = Rules() with { AnchorsServeOnlyThisRole = true };
        Checked<TrustedCertificate> Try(params X509Extension[] extensions) => CertificateChains.Validate([Handmade(extensions)], rules);
        Assert.Null(Try(Signs).Error);
        Assert.Null(Try(Signs, Issues).Error);
        Refusal.Is(ErrorCodes.CertificateRole, Try(Signs, new X509EnhancedKeyUsageExtension([new Oid(CertificateRole.Verifier.Oid)], true)));
        Refusal.Is(ErrorCodes.CertificateRole, Validate(Handmade(Signs)));
    }

    [Fact]
    public void A_remembered_chain_ends_with_its_time_and_with_its_anchor()
    {
        var chains = new RememberedChains(TimeSpan.FromMinutes(5));
        var x5c = CertificateChains.ToX5c(Leaf);
        var first = chains.Validate(x5c, Rules()).Expect();

        Assert.Same(first, chains.Validate(x5c, Rules() with { At = Keys.Now.AddMinutes(4) }).Expect());
        Assert.NotSame(first, chains.Validate(x5c, Rules() with { At = Keys.Now.AddMinutes(5) }).Expect());
        Refusal.Is(ErrorCodes.UntrustedChain, chains.Validate(x5c, Rules() with { At = Keys.Now.AddYears(1) }));
        Refusal.Is(ErrorCodes.UntrustedChain, chains.Validate(x5c, Rules() with { Anchors = [] }));
        Refusal.Is(ErrorCodes.UntrustedChain, chains.Validate(x5c, Rules() with { Anchors = [CertificateAuthority.CreateRoot("other", Keys.Stranger, Years, Keys.Random(55)).Certificate] }));
    }

    private static readonly X509Extension Signs = new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true);
    private static readonly X509Extension Issues = new X509EnhancedKeyUsageExtension([new Oid(CertificateRole.CredentialIssuer.Oid)], critical: true);

    private static readonly Dictionary<string, CertificateRole> AllRoles =
        new[] { CertificateRole.CredentialIssuer, CertificateRole.Verifier, CertificateRole.WalletProvider, CertificateRole.Registrar }.ToDictionary(role => role.Name);

    public static TheoryData<string> Roles => [.. AllRoles.Keys];

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

    /// <summary>A leaf for town.example, "Stadt", below an authority that may certify some names only.</summary>
    /// <param name="constraint">A kind (DNS, URI, DIR) and a name that is permitted, or with "-" excluded.</param>
    /// <param name="critical">Whether the extension is marked critical.</param>
    private static (X509Certificate2 Leaf, X509Certificate2 Middle) Constrained(string constraint, bool critical)
    {
        var excluded = constraint.StartsWith('-');
        var parts = constraint.TrimStart('-').Split(':');
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, excluded ? 1 : 0)))
        using (writer.PushSequence())
        {
            if (parts[0] == "DIR")
            {
                using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4)))
                    writer.WriteEncodedValue(new X500DistinguishedName($"O={parts[1]}").RawData);
            }
            else
            {
                writer.WriteCharacterString(UniversalTagNumber.IA5String, parts[1], new Asn1Tag(TagClass.ContextSpecific, parts[0] == "DNS" ? 2 : 6));
            }
        }

        return Below(new X509Extension("2.5.29.30", writer.Encode(), critical));
    }

    private static (X509Certificate2 Leaf, X509Certificate2 Middle) Below(X509Extension ofMiddle)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = AuthorityOf("Mitte", key);
        request.CertificateExtensions.Add(ofMiddle);
        var middle = SignByRoot(request);
        using var signing = middle.CopyWithPrivateKey(key);
        return (LeafOf("Stadt").Create(signing, Months.NotBefore, Months.NotAfter, [9]), middle);
    }

    private static CertificateRequest AuthorityOf(string name, ECDsa key)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        return request;
    }

    private static CertificateRequest LeafOf(string organisation)
    {
        using var key = ECDsa.Create(Keys.Issuer.PublicKey.ToParameters());
        var request = new CertificateRequest($"O={organisation}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(Signs);
        request.CertificateExtensions.Add(Issues);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("town.example");
        names.AddUri(new Uri("https://town.example/issuers/town"));
        request.CertificateExtensions.Add(names.Build());
        return request;
    }

    /// <summary>ECDSA with SHA-1 (RFC 3279), rightly signed by the root.</summary>
    private sealed class Sha1Generator : X509SignatureGenerator
    {
        public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm)
        {
            var writer = new AsnWriter(AsnEncodingRules.DER);
            using (writer.PushSequence())
                writer.WriteObjectIdentifier("1.2.840.10045.4.1");
            return writer.Encode();
        }

        public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm)
        {
            using var key = ECDsa.Create();
            key.ImportPkcs8PrivateKey(Keys.New(51).ToPkcs8(), out _);
            return key.SignData(data, HashAlgorithmName.SHA1, DSASignatureFormat.Rfc3279DerSequence);
        }

        protected override PublicKey BuildPublicKey() => throw new NotSupportedException("Only certificates below the root are made here.");
    }

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
