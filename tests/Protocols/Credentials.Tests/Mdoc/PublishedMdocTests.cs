using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.Mdoc;

namespace Modellstadt.Protocols.Credentials.Tests.Mdoc;

/// <summary>mdocs of other stacks: an OpenID conformance wallet, the EUDI reference wallet, an issuer's response.</summary>
public sealed class PublishedMdocTests
{
    private static readonly DateTimeOffset ConformanceTime = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_answer_of_a_conformance_wallet_holds_for_its_question_at_its_time()
    {
        var verified = VerifyConformance().Expect();
        var expected = Expected()["elements"]!.AsObject();
        Assert.Equal(expected.Select(space => (space.Key, space.Value!.AsObject().Count)), verified.Elements.Select(space => (space.Key, space.Value!.AsObject().Count)));
        Assert.Equal("Mustermann", verified.Elements["org.iso.18013.5.1"]!["family_name"]!.GetValue<string>());
        Assert.True(verified.Elements["org.iso.18013.5.1"]!["age_over_18"]!.GetValue<bool>());
        Assert.Equal(Expected()["device_key"]!["x"]!.GetValue<string>(), Convert.ToHexStringLower(Base64Url.Decode(verified.DeviceKey.X).Expect()));
    }

    [Theory]
    [InlineData("client_id")]
    [InlineData("nonce")]
    [InlineData("response_uri")]
    [InlineData("jwk_thumbprint")]
    public void The_answer_of_a_conformance_wallet_holds_for_no_other_question(string changed)
        => Refusal.Is(ErrorCodes.DeviceAuthentication, VerifyConformance(changed));

    [Theory]
    [InlineData(2025, 10, 14, ErrorCodes.NotYetValid)]
    [InlineData(2026, 10, 16, ErrorCodes.Expired)]
    public void The_answer_of_a_conformance_wallet_holds_at_no_other_time(int year, int month, int day, string code)
        => Refusal.Is(code, VerifyConformance(time: new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void A_MSO_signed_after_its_certificate_had_ended_is_refused()
    {
        foreach (var sample in Vectors.Read("mdoc/eudi-samples.json")["samples"]!.AsArray())
        {
            var response = DeviceResponse.Parse(Convert.FromBase64String(sample!["device_response_base64"]!.GetValue<string>())).Expect();
            var issued = Assert.Single(response.Documents).IssuerSigned;
            AssertDigests(issued, sample["elements"]!.AsObject());
            Refusal.Is(ErrorCodes.Expired, MdocVerifier.Verify(issued, TestTrust.Blindly, new MdocRules(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), null)));
        }
    }

    [Fact]
    public void Times_with_fractions_of_seconds_are_refused()
    {
        var example = Vectors.Read("mdoc/issuer-signed.json");
        var issued = IssuerSigned.ParseText(example["issuer_signed_base64url"]!.GetValue<string>()).Expect();
        AssertDigests(issued, example["elements"]!.AsObject());
        Refusal.Is(ErrorCodes.Claim, MdocVerifier.Verify(issued, TestTrust.Blindly, new MdocRules(ConformanceTime, null)));
    }

    /// <summary>Signature and digests of an mdoc whose MSO this library refuses for its times.</summary>
    private static void AssertDigests(IssuerSigned issued, JsonObject expected)
    {
        var trusted = TestTrust.Blindly(issued.IssuerAuth.Headers).Expect();
        var payload = issued.IssuerAuth.Verify(trusted.Key).Expect();
        var digests = StrictCbor.Parse(payload.Bytes).Then(item => StrictCbor.ParseEmbedded(item)).Expect().Member("valueDigests")!;
        Assert.Equal(expected.Select(space => (space.Key, space.Value!.AsObject().Count)), issued.NameSpaces.Select(space => (space.Key, space.Value.Count)));
        foreach (var (nameSpace, items) in issued.NameSpaces)
        {
            Assert.All(items, item => Assert.Equal(
                digests.Member(nameSpace)!.Member(item.DigestId)!.Bytes!.Value.ToArray(), SHA256.HashData(item.Encoded.Span)));
        }
    }

    private static Checked<VerifiedMdoc> VerifyConformance(string? changed = null, DateTimeOffset? time = null)
    {
        var example = Example();
        string Input(string name) => example[name]!.GetValue<string>() + (name == changed ? "x" : "");
        var transcript = SessionTranscript.ForOpenId4Vp(
            Input("client_id"), Input("nonce"), changed == "jwk_thumbprint" ? Keys.Issuer.PublicKey : null, Input("response_uri"));
        if (changed is null)
            Assert.Equal(Expected()["session_transcript_hex"]!.GetValue<string>(), Convert.ToHexStringLower(transcript.Item.Encoded.Span));
        return DeviceResponse.ParseText(example["device_response_base64url"]!.GetValue<string>()).Then(response => MdocVerifier.Verify(
            Assert.Single(response.Documents),
            TestTrust.Blindly,
            new MdocRules(time ?? ConformanceTime, new HashSet<string> { "org.iso.18013.5.1.mDL" }),
            new DeviceBinding(transcript)));
    }

    private static JsonObject Example() => Vectors.Read("mdoc/openid4vp-device-response.json");

    private static JsonNode Expected() => Example()["expected"]!;
}
