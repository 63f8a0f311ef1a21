using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Mdoc;

namespace Modellstadt.Protocols.Credentials.Tests.Mdoc;

/// <summary>
/// The session transcripts of OpenID4VP 1.0 Appendix B.2.6, ISO/IEC TS 18013-7 Annex C and the OpenID4VCI 1.1 draft, byte for byte.
/// </summary>
public sealed class HandoverTests
{
    [Fact]
    public void Transcripts_of_OpenID4VP_are_those_of_the_specification()
    {
        var handovers = Vectors.Read("openid4vp/mdoc-handover.json")["handovers"]!.AsArray();
        Assert.Equal(4, handovers.Count);
        foreach (var handover in handovers)
        {
            var inputs = handover!["inputs"]!;
            var key = inputs["jwk"] is { } jwk ? Vectors.PublicKey(jwk) : null;
            AssertSame(handover, handover["handover_type"]!.GetValue<string>() == "OpenID4VPHandover"
                ? SessionTranscript.ForOpenId4Vp(Text(inputs, "client_id"), Text(inputs, "nonce"), key, Text(inputs, "response_uri"))
                : SessionTranscript.ForBrowser(Text(inputs, "origin"), Text(inputs, "nonce"), key));
        }
    }

    [Fact]
    public void The_transcript_of_interactive_authorization_is_the_one_of_the_draft()
    {
        var handover = Vectors.Read("openid4vci/1.1-draft/mdoc-iae-handover.json")["handovers"]!.AsArray().Single()!;
        var inputs = handover["inputs"]!;
        AssertSame(handover, SessionTranscript.ForInteractiveAuthorization(Text(inputs, "iae"), Text(inputs, "nonce"), Vectors.PublicKey(inputs["jwk"]!)));
    }

    [Fact]
    public void A_prefix_less_a_slash_more_or_another_key_is_another_transcript()
    {
        var key = Keys.Issuer.PublicKey;
        var right = Hex(SessionTranscript.ForOpenId4Vp("x509_san_dns:example.com", "nonce", key, "https://example.com/response"));
        Assert.NotEqual(right, Hex(SessionTranscript.ForOpenId4Vp("example.com", "nonce", key, "https://example.com/response")));
        Assert.NotEqual(right, Hex(SessionTranscript.ForOpenId4Vp("x509_san_dns:example.com", "nonce", null, "https://example.com/response")));
        Assert.NotEqual(Hex(SessionTranscript.ForBrowser("https://example.com", "nonce", key)), Hex(SessionTranscript.ForBrowser("https://example.com/", "nonce", key)));
        Assert.NotEqual(Hex(SessionTranscript.ForBrowser("https://example.com", "nonce", key)), Hex(SessionTranscript.ForBrowser("https://example.com", "nonce", Keys.Holder.PublicKey)));
    }

    [Fact]
    public void The_published_answer_of_Annex_C_is_decrypted_for_its_transcript_only()
    {
        var example = AnnexC(0);
        var encryption = BrowserEncryption.Parse(Text(example, "encryption_info_base64url")).Expect();
        var transcript = encryption.TranscriptFor(Text(example, "origin"));
        Assert.Equal(Text(example["expected"]!, "session_transcript_hex"), Hex(transcript));
        var key = new DecryptionKey(ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = Convert.FromHexString(Text(example, "recipient_private_key_hex")),
        }));
        Assert.True(key.PublicKey.IsSameKeyAs(encryption.RecipientKey));
        var response = Text(example, "encrypted_response_base64url");
        Assert.Equal(Text(example["expected"]!, "device_response_hex"), Convert.ToHexStringLower(BrowserEncryption.Decrypt(response, key, transcript).Expect()));
        Refusal.Is(ErrorCodes.Decryption, BrowserEncryption.Decrypt(response, key, encryption.TranscriptFor("https://other.example")));
        Refusal.Is(ErrorCodes.Decryption, BrowserEncryption.Decrypt(response, DecryptionKey.Create(Keys.Random(81)), transcript));
    }

    [Fact]
    public void The_published_request_of_Annex_C_was_signed_by_its_reader_with_ESP256()
    {
        var example = AnnexC(1);
        var transcript = SessionTranscript.ForAnnexC(Text(example, "encryption_info_base64url"), Text(example, "origin"));
        Assert.Equal(Text(example["expected"]!, "session_transcript_hex"), Hex(transcript));
        var request = DeviceRequest.Parse(Base64Url.Decode(Text(example, "device_request_base64url")).Expect()).Expect().Documents.Single();
        Assert.True(request.IsSigned);
        Assert.Null(request.VerifyReader(transcript, TestTrust.Blindly).Error);
        Refusal.Is(ErrorCodes.ReaderAuthentication, request.VerifyReader(
            SessionTranscript.ForAnnexC(Text(example, "encryption_info_base64url"), "https://other.example"), TestTrust.Blindly));
    }

    [Fact]
    public void The_short_transcript_of_Annex_C_is_the_published_one()
    {
        var example = Vectors.Read("mdoc/iso18013-7.json")["annex_c_dcapi_info"]!;
        Assert.Equal(Text(example, "session_transcript_hex"), Hex(SessionTranscript.ForAnnexC(Text(example, "encryption_info"), Text(example, "origin"))));
    }

    [Fact]
    public void The_legacy_handover_of_Annex_B_is_no_transcript_of_OpenID4VP()
    {
        var legacy = Vectors.Read("mdoc/iso18013-7.json")["annex_b_handover"]!;
        Assert.NotEqual(
            Text(legacy, "session_transcript_hex"),
            Hex(SessionTranscript.ForOpenId4Vp(Text(legacy, "client_id"), Text(legacy, "nonce"), null, Text(legacy, "response_uri"))));
    }

    [Fact]
    public void An_answer_of_Annex_C_comes_back_and_a_changed_question_is_refused()
    {
        var key = DecryptionKey.Create(Keys.Random(82));
        var encryption = BrowserEncryption.For(key.PublicKey, Keys.Random(83));
        var received = BrowserEncryption.Parse(encryption.Text).Expect();
        Assert.Equal(encryption.Nonce.ToArray(), received.Nonce.ToArray());
        var transcript = received.TranscriptFor("https://verifier.example");
        var response = received.Encrypt(DeviceResponse.Write(), transcript, Keys.Random(84));
        Assert.Empty(DeviceResponse.Parse(BrowserEncryption.Decrypt(response, key, transcript).Expect()).Expect().Documents);
        Refusal.Is(ErrorCodes.Malformed, BrowserEncryption.Parse(response));
        Refusal.Is(ErrorCodes.Malformed, BrowserEncryption.Decrypt(encryption.Text, key, transcript));
        Refusal.Is(ErrorCodes.Base64Url, BrowserEncryption.Parse("="));
        Refusal.Is(ErrorCodes.TooLarge, BrowserEncryption.Parse(new string('A', 10_000)));
    }

    private static void AssertSame(JsonNode handover, SessionTranscript transcript)
    {
        Assert.Equal(Text(handover, "session_transcript_cbor_hex"), Hex(transcript));
        Assert.Equal(Text(handover, "session_transcript_sha256_hex"), Convert.ToHexStringLower(SHA256.HashData(transcript.Item.Encoded.Span)));
        Assert.Equal(Text(handover, "session_transcript_bytes_cbor_hex"), Convert.ToHexStringLower(transcript.Bytes.Span));
    }

    private static JsonNode AnnexC(int index) => Vectors.Read("mdoc/iso18013-7.json")["annex_c"]![index]!;

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private static string Hex(SessionTranscript transcript) => Convert.ToHexStringLower(transcript.Item.Encoded.Span);
}
