using System.Security.Cryptography.X509Certificates;
using CsCheck;
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Mdoc;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Protocols.Credentials.Tests.Cose;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Protocols.Credentials.Tests.Mdoc;

/// <summary>Our own mdocs from the issuer over the holder to the verifier. Attack 15: each test succeeds first and changes one thing.</summary>
public sealed class MdocTests
{
    private const string DocumentType = "org.example.permit.1";
    private const string NameSpace = "org.example.permit";

    private static readonly StatusReference Status = new("https://town.example/status/1", 4711);

    private static readonly MdocContents Contents = new(
        DocumentType,
        [
            new MdocElement(NameSpace, "plate", CborItem.Of("MS-AB 123")),
            new MdocElement(NameSpace, "valid_until", CborDates.Of(new DateOnly(2027, 11, 24))),
            new MdocElement("org.example.other", "zone", CborItem.Of(3)),
        ],
        Keys.Holder.PublicKey,
        new MdocValidity(Keys.Now, Keys.Now, Keys.Now.AddDays(14)),
        [Chain.Leaf])
    {
        Status = Status,
        Decoys = 5,
    };

    private static readonly SessionTranscript Question = SessionTranscript.ForOpenId4Vp("x509_hash:abc", "nonce", Keys.Stranger.PublicKey, "https://verifier.example/response");

    private static readonly MdocRules Rules = new(Keys.Now, new HashSet<string> { DocumentType });

    [Fact]
    public void What_the_holder_selects_reaches_the_verifier_and_nothing_else()
    {
        var verified = Present(Issue(), Question, (NameSpace, "plate"), ("org.example.other", "zone")).Expect();
        Assert.Equal("""{"org.example.permit":{"plate":"MS-AB 123"},"org.example.other":{"zone":3}}""", Ordered(verified));
        Assert.Equal(DocumentType, verified.DocumentType);
        Assert.Equal(Status, verified.Status);
        Assert.True(verified.DeviceKey.IsSameKeyAs(Keys.Holder.PublicKey));
        Assert.True(verified.IsDeviceBound);
        Assert.Equal(Chain.Leaf, verified.Issuer.Leaf);
        Assert.Equal(Contents.Validity, verified.Validity);
    }

    [Fact]
    public void A_wallet_verifies_a_new_copy_with_all_its_elements()
    {
        var verified = MdocVerifier.Verify(IssuerSigned.ParseText(Issue().ToText()).Expect(), Trust, Rules).Expect();
        Assert.Equal(3, verified.Elements.Sum(space => space.Value!.AsObject().Count));
        Assert.False(verified.IsDeviceBound);
    }

    [Fact]
    public void Without_a_selection_only_the_document_type_is_told()
        => Assert.Empty(Present(Issue(), Question).Expect().Elements);

    [Fact]
    public void An_element_that_does_not_exist_cannot_be_selected()
        => Refusal.Is(ErrorCodes.UnknownClaim, MdocHolder.Select(Issue(), new HashSet<(string, string)> { (NameSpace, "zone") }));

    [Fact]
    public void An_answer_to_another_question_is_refused()
    {
        var document = Document(Issue(), Question, Keys.Holder);
        Assert.Null(Verify(document, Question).Error);
        foreach (var other in new[]
        {
            SessionTranscript.ForOpenId4Vp("x509_hash:abd", "nonce", Keys.Stranger.PublicKey, "https://verifier.example/response"),
            SessionTranscript.ForOpenId4Vp("x509_hash:abc", "nonce2", Keys.Stranger.PublicKey, "https://verifier.example/response"),
            SessionTranscript.ForOpenId4Vp("x509_hash:abc", "nonce", null, "https://verifier.example/response"),
            SessionTranscript.ForOpenId4Vp("x509_hash:abc", "nonce", Keys.Stranger.PublicKey, "https://other.example/response"),
            SessionTranscript.ForBrowser("https://verifier.example", "nonce", Keys.Stranger.PublicKey),
        })
            Refusal.Is(ErrorCodes.DeviceAuthentication, Verify(document, other));
    }

    [Fact]
    public void An_answer_signed_with_another_key_is_refused()
    {
        Assert.Null(Verify(Document(Issue(), Question, Keys.Holder), Question).Error);
        Refusal.Is(ErrorCodes.DeviceAuthentication, Verify(Document(Issue(), Question, Keys.Stranger), Question));
    }

    [Fact]
    public void A_device_MAC_holds_for_the_reader_whose_key_it_names_and_nobody_else_can_check_it()
    {
        var device = DecryptionKey.Create(Keys.Random(2)); // the holder's key, for agreement
        var reader = DecryptionKey.Create(Keys.Random(91));
        var document = MdocHolder.Authenticate(Issue(), Question, device, reader.PublicKey).Expect();
        Assert.Null(Verify(document, new DeviceBinding(Question) { ReaderKey = reader }).Error);
        Refusal.Is(ErrorCodes.DeviceAuthentication, Verify(document, new DeviceBinding(Question)));
        Refusal.Is(ErrorCodes.DeviceAuthentication, Verify(document, new DeviceBinding(Question) { ReaderKey = DecryptionKey.Create(Keys.Random(92)) }));
    }

    [Fact]
    public void Another_issuer_role_or_anchor_is_refused()
    {
        var document = Document(Issue(), Question, Keys.Holder);
        Refusal.Is(ErrorCodes.CertificateRole, Verify(document, Question, MdocTrust.By(Chain.Rules with { Role = MdocTrust.DocumentSigner })));
        Refusal.Is(ErrorCodes.UntrustedChain, Verify(document, Question, MdocTrust.By(Chain.Rules with { Anchors = [] })));
        Refusal.Is(ErrorCodes.UntrustedChain, Verify(document, Question, MdocTrust.By()));
        Assert.Null(Verify(document, Question, MdocTrust.By(Chain.Rules with { Role = MdocTrust.DocumentSigner }, Chain.Rules)).Error);
    }

    [Fact]
    public void A_document_signer_of_another_country_than_its_root_is_refused()
    {
        Assert.Null(Verify(Document(Issue(NationalRoot.Signer("DE")), Question, Keys.Holder), Question, SignerTrust).Error);
        Refusal.Is(ErrorCodes.UntrustedChain, Verify(Document(Issue(NationalRoot.Signer("AT")), Question, Keys.Holder), Question, SignerTrust));
    }

    [Fact]
    public void A_driving_licence_of_another_country_than_its_signer_is_refused()
    {
        MdocContents Licence(string country) => Contents with
        {
            DocumentType = "org.iso.18013.5.1.mDL",
            Elements = [new MdocElement("org.iso.18013.5.1", "issuing_country", CborItem.Of(country))],
            Certificates = [NationalRoot.Signer("DE")],
        };
        Checked<VerifiedMdoc> Outcome(string country)
            => MdocVerifier.Verify(MdocIssuer.Issue(Licence(country), Keys.Issuer, Keys.Random(93)), SignerTrust, new MdocRules(Keys.Now, null));
        Assert.Null(Outcome("DE").Error);
        Refusal.Is(ErrorCodes.UntrustedIssuer, Outcome("FR"));
    }

    [Theory]
    [InlineData(-2, ErrorCodes.NotYetValid)]
    [InlineData(0, null)]
    [InlineData(20_159, null)]
    [InlineData(20_162, ErrorCodes.Expired)]
    public void Outside_its_validity_a_copy_is_refused(int minutes, string? code)
        => Assert.Equal(code, MdocVerifier.Verify(Issue(), Trust, Rules with { Now = Keys.Now.AddMinutes(minutes) }).Error?.Code);

    [Fact]
    public void A_copy_signed_before_its_certificate_began_or_after_it_ended_is_refused()
    {
        Checked<VerifiedMdoc> SignedAt(DateTimeOffset time) => MdocVerifier.Verify(
            MdocIssuer.Issue(Contents with { Validity = new MdocValidity(time, time, Keys.Now.AddYears(20)) }, Keys.Issuer, Keys.Random(94)), Trust, Rules with { ClockSkew = TimeSpan.FromDays(9_000) });
        Assert.Null(SignedAt(Keys.Now).Error);
        Refusal.Is(ErrorCodes.Expired, SignedAt(Keys.Now.AddYears(-2)));
        Refusal.Is(ErrorCodes.Expired, SignedAt(Keys.Now.AddYears(6)));
    }

    [Fact]
    public void Times_out_of_order_are_refused()
        => Refusal.Is(ErrorCodes.Claim, MdocVerifier.Verify(
            MdocIssuer.Issue(Contents with { Validity = new MdocValidity(Keys.Now.AddDays(1), Keys.Now, Keys.Now.AddDays(14)) }, Keys.Issuer, Keys.Random(95)), Trust, Rules));

    [Fact]
    public void Another_document_type_than_the_accepted_ones_is_refused()
        => Refusal.Is(ErrorCodes.CredentialType, MdocVerifier.Verify(Issue(), Trust, Rules with { DocumentTypes = new HashSet<string> { "org.example.citizen.1" } }));

    [Fact]
    public void What_the_device_says_by_itself_needs_the_issuers_leave()
    {
        var element = new MdocElement("org.example.payment", "hash", CborItem.Of("abc"));
        Checked<VerifiedMdoc> With(KeyAuthorizations authorizations) => Verify(
            MdocHolder.Sign(MdocIssuer.Issue(Contents with { Authorizations = authorizations }, Keys.Issuer, Keys.Random(96)), Question, Keys.Holder, element).Expect(), Question);
        var verified = With(KeyAuthorizations.For(("org.example.payment", "hash"))).Expect();
        Assert.Equal("abc", verified.DeviceElements["org.example.payment"]!["hash"]!.GetValue<string>());
        Assert.DoesNotContain("org.example.payment", verified.Elements.Select(space => space.Key));
        Refusal.Is(ErrorCodes.Claim, With(KeyAuthorizations.None));
        Refusal.Is(ErrorCodes.Claim, With(KeyAuthorizations.For(("org.example.payment", "amount"))));
    }

    [Fact]
    public void An_element_of_another_copy_or_name_space_is_refused()
    {
        var (one, other) = (Issue(), Issue(seed: 98));
        var foreign = Rewrite(Presented(one), "issuerSigned", issued => Rewrite(issued, "nameSpaces", _ => IssuerSigned.ParseText(other.ToText()).Expect().ToItem().Member("nameSpaces")!));
        Assert.Null(Verify(Presented(one), Question).Error);
        Refusal.Is(ErrorCodes.Digest, Verify(foreign, Question));
        var moved = Rewrite(Presented(one), "issuerSigned", issued => Rewrite(issued, "nameSpaces", spaces => CborItem.Map(
            spaces.Entries!.Select(space => CborEntry.Of(space.Key.Text == NameSpace ? "org.example.stolen" : space.Key.Text!, space.Value)))));
        Refusal.Is(ErrorCodes.Digest, Verify(moved, Question));
    }

    [Fact]
    public void An_element_twice_is_refused()
    {
        var doubled = Rewrite(Presented(Issue()), "issuerSigned", issued => Rewrite(issued, "nameSpaces", spaces => CborItem.Map(
            spaces.Entries!.Select(space => new CborEntry(space.Key, CborItem.Array([.. space.Value.Elements!, space.Value.Elements![0]]))))));
        Refusal.Is(ErrorCodes.Malformed, Verify(doubled, Question));
    }

    [Fact]
    public void A_short_salt_is_refused()
    {
        var item = CborItem.Map(
            CborEntry.Of("digestID", CborItem.Of(0)), CborEntry.Of("random", CborItem.Of(new byte[15])),
            CborEntry.Of("elementIdentifier", CborItem.Of("plate")), CborEntry.Of("elementValue", CborItem.Of("x")));
        var weak = Rewrite(Presented(Issue()), "issuerSigned", issued => Rewrite(
            issued, "nameSpaces", _ => CborItem.Map(CborEntry.Of(NameSpace, CborItem.Array(CborItem.Embed(item))))));
        Refusal.Is(ErrorCodes.Malformed, Verify(weak, Question));
    }

    [Theory]
    [InlineData("version", "\"2.0\"")]
    [InlineData("digestAlgorithm", "\"MD5\"")]
    [InlineData("docType", "1")]
    [InlineData("valueDigests", "{}")]
    [InlineData("validityInfo", "{}")]
    [InlineData("deviceKeyInfo", "{}")]
    [InlineData("status", "\"none\"")]
    public void A_signed_object_with_a_broken_member_is_refused(string member, string value)
    {
        var original = Issue();
        var mso = StrictCbor.Parse(original.IssuerAuth.Payload!.Value).Then(item => StrictCbor.ParseEmbedded(item)).Expect();
        IssuerSigned Resigned(CborItem changed) => IssuerSigned.Parse(CborItem.Map(
            CborEntry.Of("nameSpaces", original.ToItem().Member("nameSpaces")!),
            CborEntry.Of("issuerAuth", CoseSign1.Sign(CborItem.Embed(changed).Encoded, Keys.Issuer, new CoseParameters { Unprotected = [CoseCertificates.ToHeader(Chain.Leaf)] })))).Expect();
        Assert.Null(MdocVerifier.Verify(Resigned(mso), Trust, Rules).Error);
        var broken = value switch { "{}" => CborItem.Map(), "1" => CborItem.Of(1), _ => CborItem.Of(value.Trim('"')) };
        Assert.NotNull(MdocVerifier.Verify(Resigned(Rewrite(mso, member, _ => broken)), Trust, Rules).Error);
    }

    [Fact]
    public void Longer_lengths_than_needed_are_accepted_as_other_libraries_write_them()
    {
        // { "version": "1.0", "status": 0, "documents": [ … ] } with a map head in three bytes, as cbor-x writes it.
        var usual = DeviceResponse.Write(Presented(Issue())).Encoded.ToArray();
        Assert.Equal(0xa3, usual[0]);
        byte[] longer = [0xb9, 0x00, 0x03, .. usual[1..]];
        Assert.Null(DeviceResponse.Parse(longer).Then(response => Verify(response.Documents[0], new DeviceBinding(Question), Trust)).Error);
        byte[] indefinite = [0xbf, .. usual[1..], 0xff];
        Refusal.Is(ErrorCodes.Cbor, DeviceResponse.Parse(indefinite));
    }

    [Fact]
    public void Changed_answers_never_throw_and_never_show_another_element()
    {
        var original = DeviceResponse.Write(Presented(Issue())).Encoded.ToArray();
        var shown = Ordered(Verify(Presented(Issue()), Question).Expect());
        Gen.Select(Gen.Int[0, original.Length - 1], Gen.Byte[1, 255], Gen.Int[0, 3]).Sample((position, mask, kind) =>
        {
            byte[] bytes = kind switch
            {
                0 => [.. original[..position], .. original[(position + 1)..]],
                1 => [.. original[..position], mask, .. original[position..]],
                _ => [.. original[..position], (byte)(original[position] ^ mask), .. original[(position + 1)..]],
            };
            var outcome = DeviceResponse.Parse(bytes).Then(response => response.Documents.Count == 1
                ? Verify(response.Documents[0], new DeviceBinding(Question), Trust)
                : new ProtocolError(ErrorCodes.Malformed, "", ""));
            return !outcome.TryGetValue(out var mdoc, out _) || Ordered(mdoc) == shown || mdoc.Elements.Count < 2;
        }, iter: 500);
    }

    [Fact]
    public void Random_bytes_are_no_mdoc_message_and_never_throw()
        => Gen.Byte.Array[0, 300].Sample(bytes =>
            IssuerSigned.ParseText(Base64Url.Encode(bytes)).Error is not null
            && DeviceResponse.Parse(bytes).Error is not null
            && DeviceRequest.Parse(bytes).Error is not null
            && DeviceEngagement.Parse(bytes).Error is not null
            && SessionMessage.Parse(bytes).Error is not null
            && BrowserEncryption.Parse(Base64Url.Encode(bytes)).Error is not null, iter: 5_000);

    [Fact]
    public void A_text_that_is_too_long_is_refused_before_it_is_decoded()
    {
        Refusal.Is(ErrorCodes.TooLarge, DeviceResponse.ParseText(new string('A', 400_000)));
        Refusal.Is(ErrorCodes.TooLarge, IssuerSigned.ParseText(new string('A', 400_000)));
    }

    [Fact]
    public void Two_copies_share_no_salt_no_digest_and_no_pattern_of_numbers()
    {
        var copies = Enumerable.Range(0, 20).Select(seed => Issue(seed: 200 + seed)).ToList();
        var items = copies.SelectMany(copy => copy.NameSpaces.SelectMany(space => space.Value)).ToList();
        var salts = items.Select(item => StrictCbor.Parse(StrictCbor.Parse(item.Encoded).Expect().Embedded!.Value).Expect().Member("random")!.Bytes!.Value)
            .Select(salt => Convert.ToHexString(salt.Span)).ToList();
        Assert.All(salts, salt => Assert.Equal(32, salt.Length));
        Assert.Equal(salts.Count, salts.Distinct().Count());
        var digests = copies.SelectMany(DigestsOf).ToList();
        Assert.Equal(20 * (3 + (2 * Contents.Decoys)), digests.Count);
        Assert.Equal(digests.Count, digests.Distinct().Count());
        // The numbers of one element differ from copy to copy: an order that says nothing.
        Assert.InRange(copies.Select(copy => copy.NameSpaces[NameSpace].Single(item => item.Identifier == "plate").DigestId).Distinct().Count(), 4, 7);
        Assert.All(copies, copy => Assert.Equal(2 + Contents.Decoys, MobileSecurityObject.Parse(copy.IssuerAuth.Payload!.Value).Expect().DigestCounts[NameSpace]));
    }

    [Fact]
    public void An_issuer_cannot_sign_nothing_or_one_element_twice()
    {
        Assert.Throws<ArgumentException>(() => MdocIssuer.Issue(Contents with { Elements = [] }, Keys.Issuer, Keys.Random(97)));
        Assert.Throws<ArgumentException>(() => MdocIssuer.Issue(Contents with { Elements = [.. Contents.Elements, Contents.Elements.First()] }, Keys.Issuer, Keys.Random(97)));
    }

    [Fact]
    public void A_request_comes_back_with_its_reader()
    {
        var elements = new[] { new RequestedElement(NameSpace, "plate", false), new RequestedElement(NameSpace, "valid_until", true) };
        var request = new DeviceRequest([DocumentRequest.For(DocumentType, elements).Sign(Question, Keys.Issuer, [Chain.Leaf])]);
        var received = Assert.Single(DeviceRequest.Parse(request.ToItem().Encoded).Expect().Documents);
        Assert.Equal(elements, received.Elements);
        Assert.Equal(Chain.Leaf, received.VerifyReader(Question, Trust).Expect().Leaf);
        Refusal.Is(ErrorCodes.ReaderAuthentication, received.VerifyReader(SessionTranscript.ForBrowser("https://x.example", "n", null), Trust));
        Refusal.Is(ErrorCodes.ReaderAuthentication, DocumentRequest.For(DocumentType, elements).VerifyReader(Question, Trust));
    }

    [Fact]
    public void A_session_between_two_devices_carries_messages_in_order_only()
    {
        var (device, reader) = (DecryptionKey.Create(Keys.Random(101)), DecryptionKey.Create(Keys.Random(102)));
        var engagement = DeviceEngagement.Parse(DeviceEngagement.For(device.PublicKey).Item.Encoded).Expect();
        var first = SessionMessage.With(Array.Empty<byte>(), reader.PublicKey);
        var transcript = SessionTranscript.ForProximity(engagement.Item, first.ReaderKeyBytes!, CborItem.Null);
        var readerSide = ProximitySession.ForReader(reader, engagement.DeviceKey, transcript);
        var deviceSide = ProximitySession.ForDevice(device, first.ReadReaderKey().Expect(), transcript);
        var (one, two) = (readerSide.Encrypt("one"u8), readerSide.Encrypt("two"u8));
        Refusal.Is(ErrorCodes.Decryption, deviceSide.Decrypt(two));
        Assert.Equal("one"u8.ToArray(), deviceSide.Decrypt(one).Expect());
        Refusal.Is(ErrorCodes.Decryption, deviceSide.Decrypt(one));
        Assert.Equal("two"u8.ToArray(), deviceSide.Decrypt(two).Expect());
        Refusal.Is(ErrorCodes.Decryption, readerSide.Decrypt(one));
        Assert.Equal("three"u8.ToArray(), readerSide.Decrypt(deviceSide.Encrypt("three"u8)).Expect());
        var stranger = ProximitySession.ForDevice(device, Keys.Stranger.PublicKey, transcript);
        Refusal.Is(ErrorCodes.Decryption, stranger.Decrypt(one));
    }

    private static CoseSignerResolver Trust => MdocTrust.By(Chain.Rules);

    private static CoseSignerResolver SignerTrust => MdocTrust.By(new ChainRules([NationalRoot.Root], MdocTrust.DocumentSigner, Keys.Now));

    private static IssuerSigned Issue(X509Certificate2? certificate = null, int seed = 97)
        => MdocIssuer.Issue(certificate is null ? Contents : Contents with { Certificates = [certificate] }, Keys.Issuer, Keys.Random(seed));

    private static CborItem Document(IssuerSigned issued, SessionTranscript question, SigningKey key) => MdocHolder.Sign(issued, question, key).Expect();

    private static CborItem Presented(IssuerSigned issued) => Document(issued, Question, Keys.Holder);

    private static Checked<VerifiedMdoc> Present(IssuerSigned issued, SessionTranscript question, params (string, string)[] elements)
        => MdocHolder.Select(issued, elements.ToHashSet()).Then(selection => MdocHolder.Sign(selection, question, Keys.Holder)).Then(document => Verify(document, question));

    private static Checked<VerifiedMdoc> Verify(CborItem document, SessionTranscript question, CoseSignerResolver? trust = null)
        => Verify(document, new DeviceBinding(question), trust);

    private static Checked<VerifiedMdoc> Verify(CborItem document, DeviceBinding binding, CoseSignerResolver? trust = null)
        => DeviceResponse.ParseText(DeviceResponse.WriteText(document)).Then(response => Verify(Assert.Single(response.Documents), binding, trust ?? Trust));

    private static Checked<VerifiedMdoc> Verify(MdocDocument document, DeviceBinding binding, CoseSignerResolver trust)
        => MdocVerifier.Verify(document, trust, Rules, binding);

    private static CborItem Rewrite(CborItem map, string member, Func<CborItem, CborItem> change)
        => CborItem.Map(map.Entries!.Select(entry => entry.Key.Text == member ? new CborEntry(entry.Key, change(entry.Value)) : entry));

    private static IEnumerable<string> DigestsOf(IssuerSigned issued)
        => StrictCbor.Parse(issued.IssuerAuth.Payload!.Value).Then(item => StrictCbor.ParseEmbedded(item)).Expect().Member("valueDigests")!.Entries!
            .SelectMany(space => space.Value.Entries!).Select(digest => Convert.ToHexString(digest.Value.Bytes!.Value.Span));

    // Maps come in the order of their encoded keys; for people it is the order of the length.
    private static string Ordered(VerifiedMdoc mdoc) => new System.Text.Json.Nodes.JsonObject(
        mdoc.Elements.OrderByDescending(space => space.Key, StringComparer.Ordinal).Select(space => KeyValuePair.Create(space.Key, space.Value?.DeepClone()))).ToJsonString();
}
