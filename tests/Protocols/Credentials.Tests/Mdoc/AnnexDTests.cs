using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Mdoc;
using Modellstadt.Testing;

namespace Modellstadt.Protocols.Credentials.Tests.Mdoc;

/// <summary>ISO/IEC 18013-5 Annex D: every value is read, derived, decrypted or verified. Attack 15: the same values, forged.</summary>
public sealed class AnnexDTests
{
    private static readonly string[] NotCbor =
        ["nfc_handover_select", "nfc_handover_request", "iaca_certificate", "ds_certificate", "reader_root_certificate", "reader_certificate"];

    public static TheoryData<string> Mutations => Vectors.CasesOf("mdoc/annex-d-mutations.json");

    [Fact]
    public void Every_value_is_read_and_its_parts_are_written_as_they_were()
    {
        Vectors.Read("mdoc/annex-d.json");
        foreach (var name in AnnexD.Names.Except(NotCbor))
        {
            var item = StrictCbor.Parse(AnnexD.Value(name)).Expect();
            Assert.Equal(AnnexD.Value(name), Cbor.Rebuilt.InOrder(item));
        }
    }

    [Fact]
    public void The_engagement_of_the_QR_code_holds_the_key_of_the_device()
    {
        Vectors.Read("mdoc/annex-d.json");
        var engagement = DeviceEngagement.Parse(AnnexD.Value("device_engagement_qr")).Expect();
        Assert.True(engagement.DeviceKey.IsSameKeyAs(AnnexD.Key("e_device_key").PublicKey));
        Assert.Equal("45efef742b2c4837a9a3b0e1d05a6917", Convert.ToHexStringLower(engagement.RetrievalMethods[0].Elements![2].Member(11)!.Bytes!.Value.Span));
    }

    [Fact]
    public void Both_sides_derive_the_session_and_decrypt_what_the_other_one_sent()
    {
        Vectors.Read("mdoc/annex-d.json");
        var establishment = SessionMessage.Parse(AnnexD.Value("session_establishment")).Expect();
        var readerKey = establishment.ReadReaderKey().Expect();
        Assert.True(readerKey.IsSameKeyAs(AnnexD.Key("e_reader_key").PublicKey));
        var device = ProximitySession.ForDevice(AnnexD.Key("e_device_key"), readerKey, AnnexD.Transcript);
        Assert.Equal(AnnexD.Value("device_request"), device.Decrypt(establishment.Encrypted!.Value.Span).Expect());

        var reader = ProximitySession.ForReader(AnnexD.Key("e_reader_key"), AnnexD.Key("e_device_key").PublicKey, AnnexD.Transcript);
        Assert.Equal(establishment.Encrypted!.Value.ToArray(), reader.Encrypt(AnnexD.Value("device_request")));
        var answer = SessionMessage.Parse(AnnexD.Value("session_data")).Expect();
        Assert.Equal(AnnexD.Value("device_response"), reader.Decrypt(answer.Encrypted!.Value.Span).Expect());
        Assert.Equal(answer.Encrypted!.Value.ToArray(), device.Encrypt(AnnexD.Value("device_response")));

        Assert.Equal(AnnexD.Value("session_termination"), SessionMessage.End().ToItem().Encoded.ToArray());
        Assert.Equal(SessionMessage.Termination, SessionMessage.Parse(AnnexD.Value("session_termination")).Expect().Status);
    }

    [Fact]
    public void The_structures_that_are_signed_and_authenticated_are_those_printed()
    {
        Vectors.Read("mdoc/annex-d.json");
        Assert.Equal(AnnexD.Value("session_transcript_bytes"), AnnexD.Transcript.Bytes.ToArray());
        var issuerAuth = CoseSign1.Parse(StrictCbor.Parse(AnnexD.Value("issuer_auth")).Expect()).Expect();
        Assert.Equal(AnnexD.Value("mso_bytes"), issuerAuth.Payload!.Value.ToArray());
        Assert.Equal(AnnexD.Value("issuer_auth_sig_structure"), issuerAuth.SignedBytes(AnnexD.Value("mso_bytes")));
        var readerAuth = CoseSign1.Parse(StrictCbor.Parse(AnnexD.Value("reader_auth")).Expect()).Expect();
        Assert.Equal(AnnexD.Value("reader_auth_sig_structure"), readerAuth.SignedBytes(AnnexD.Value("reader_authentication_bytes")));
        var mac = CoseMac0.Parse(StrictCbor.Parse(AnnexD.Value("device_auth")).Expect().Member("deviceMac")!).Expect();
        Assert.Equal(AnnexD.Value("device_auth_mac_structure"), mac.AuthenticatedBytes(AnnexD.Value("device_authentication_bytes")));
        Assert.Null(mac.Verify(AnnexD.Intermediate("EMacKey"), AnnexD.Value("device_authentication_bytes")).Error);
    }

    [Fact]
    public void The_request_is_read_and_its_reader_is_verified()
    {
        Vectors.Read("mdoc/annex-d.json");
        var request = Assert.Single(DeviceRequest.Parse(AnnexD.Value("device_request")).Expect().Documents);
        Assert.Equal(AnnexD.Expected("doctype").GetValue<string>(), request.DocumentType);
        Assert.Equal(
            AnnexD.Expected("requested_elements").AsObject().Select(element => (element.Key, element.Value!.GetValue<bool>())),
            request.Elements.Select(element => (element.Identifier, element.IntentToRetain)));
        Assert.Null(request.VerifyReader(AnnexD.Transcript, MdocTrust.By(AnnexD.Readers(AnnexD.Time))).Error);
        Refusal.Is(ErrorCodes.UntrustedChain, request.VerifyReader(AnnexD.Transcript, MdocTrust.By(AnnexD.Issuers(AnnexD.Time) with { Role = MdocTrust.Reader })));
        Refusal.Is(ErrorCodes.CertificateRole, request.VerifyReader(AnnexD.Transcript, MdocTrust.By(AnnexD.Readers(AnnexD.Time) with { Role = MdocTrust.DocumentSigner })));
        var other = SessionTranscript.ForBrowser("https://verifier.example", "nonce", null);
        Refusal.Is(ErrorCodes.ReaderAuthentication, request.VerifyReader(other, MdocTrust.By(AnnexD.Readers(AnnexD.Time))));
    }

    [Fact]
    public void The_answer_is_verified_and_shows_what_the_standard_says()
    {
        Vectors.Read("mdoc/annex-d.json");
        var verified = Verify(AnnexD.Value("device_response"), AnnexD.Time).Expect();
        Assert.Equal(AnnexD.Expected("doctype").GetValue<string>(), verified.DocumentType);
        var elements = verified.Elements[AnnexD.Expected("namespace").GetValue<string>()]!.AsObject();
        Assert.Equal(6, elements.Count);
        foreach (var (name, value) in AnnexD.Expected("values").AsObject())
            Assert.Equal(value!.GetValue<string>(), elements[name]!.GetValue<string>());
        Assert.True(verified.DeviceKey.IsSameKeyAs(AnnexD.Key("static_device_key").PublicKey));
        Assert.True(verified.IsDeviceBound);
        Assert.Null(verified.Status);
        Assert.Equal(new DateTimeOffset(2020, 10, 1, 13, 30, 2, TimeSpan.Zero), verified.Validity.From);
    }

    [Fact]
    public void The_holders_MAC_is_the_one_that_is_printed()
    {
        Vectors.Read("mdoc/annex-d.json");
        var issued = Assert.Single(DeviceResponse.Parse(AnnexD.Value("device_response")).Expect().Documents).IssuerSigned;
        var document = MdocHolder.Authenticate(issued, AnnexD.Transcript, AnnexD.Key("static_device_key"), AnnexD.Key("e_reader_key").PublicKey).Expect();
        var proof = document.Member("deviceSigned")!.Member("deviceAuth")!;
        Assert.Equal(AnnexD.Value("device_auth"), proof.Encoded.ToArray());
        Assert.Null(Verify(DeviceResponse.Write(document).Encoded, AnnexD.Time).Error);
    }

    [Theory]
    [MemberData(nameof(Mutations))]
    public void A_forged_answer_is_refused_and_the_untouched_one_accepted(string id)
    {
        var forged = Vectors.Case("mdoc/annex-d-mutations.json", id);
        var time = forged["verification_time"] is { } at ? DateTimeOffset.Parse(at.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture) : AnnexD.Time;
        var outcome = Verify(Convert.FromHexString(forged["device_response_hex"]!.GetValue<string>()), time);
        Assert.Equal(Code(id), outcome.Error?.Code);
    }

    [Fact]
    public void The_table_of_forgeries_is_whole()
    {
        Assert.SkipUnless(SharedFiles.Present, SharedFiles.Absent);
        Assert.Equal(27, Mutations.Count);
    }

    private static Checked<VerifiedMdoc> Verify(ReadOnlyMemory<byte> response, DateTimeOffset time)
        => DeviceResponse.Parse(response).Then(answer => MdocVerifier.Verify(
            Assert.Single(answer.Documents),
            MdocTrust.By(AnnexD.Issuers(time)),
            new MdocRules(time, new HashSet<string> { "org.iso.18013.5.1.mDL" }),
            new DeviceBinding(AnnexD.Transcript) { ReaderKey = AnnexD.Key("e_reader_key") }));

    private static string? Code(string id) => id switch
    {
        "unchanged" => null,
        "expired" => ErrorCodes.UntrustedChain, // the certificate ends on the same day
        "not-yet-valid" => ErrorCodes.NotYetValid,
        "element-value-altered" or "random-altered" or "digest-id-swapped" or "digest-id-unknown" or "item-reencoded" or "namespace-renamed" => ErrorCodes.Digest,
        "doctype-differs-from-mso" => ErrorCodes.CredentialType,
        "issuer-signature-flipped" or "mso-altered" => ErrorCodes.Signature,
        "no-x5chain" => ErrorCodes.CertificateChain,
        "x5chain-reader-certificate" => ErrorCodes.CertificateRole,
        "issuer-alg-eddsa" => ErrorCodes.Algorithm,
        "device-mac-flipped" or "device-namespaces-altered" => ErrorCodes.DeviceAuthentication,
        "item-not-tag-24" or "trailing-byte" or "truncated" => ErrorCodes.Cbor,
        _ => ErrorCodes.Malformed,
    };
}
