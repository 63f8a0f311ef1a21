using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.Credentials.StatusLists;

namespace Modellstadt.Protocols.Credentials.Tests.SdJwt;

public sealed class SdJwtVcTests
{
    private const string CitizenId = "urn:modellstadt:citizen-id:1";
    private static readonly KeyBinding Binding = new("x509_hash:abc", "n-1", Keys.Now);

    [Fact]
    public void The_examples_of_the_draft_verify()
    {
        var example = Vectors.Read("sd-jwt/sd-jwt-vc.json");
        var accepted = new HashSet<string> { "https://credentials.example.com/identity_credential" };
        var bound = example.Object("presentation_with_kb")!;
        var now = bound.Instant("verification_time")!.Value;
        var rules = new SdJwtVcRules(now, accepted) { KeyBinding = new KeyBindingRules(bound.Text("expected_aud")!, bound.Text("expected_nonce")!) };
        Checked<VerifiedCredential> Verify(string text, SdJwtVcRules applied) => SdJwtVc.Verify(text, _ => Vectors.Verifier(example["issuer_jwk"]!), applied);

        Assert.True(JsonNode.DeepEquals(bound["processed"], Verify(bound.Text("sd_jwt_kb")!, rules).Expect().Claims));
        var issued = example.Object("issued")!;
        var unboundRules = rules with { KeyBinding = null };
        Assert.True(JsonNode.DeepEquals(issued["processed_all_disclosures"], Verify(issued.Text("sd_jwt")!, unboundRules).Expect().Claims));
        var unbound = example.Object("presentation_without_kb")!;
        Assert.True(JsonNode.DeepEquals(unbound["processed"], Verify(unbound.Text("sd_jwt")!, unboundRules).Expect().Claims));
        Refusal.Is(ErrorCodes.KeyBindingMissing, Verify(unbound.Text("sd_jwt")!, rules));
    }

    [Fact]
    public void A_verified_credential_says_type_holder_and_status()
    {
        var credential = Verify(Present(Contents())).Expect();
        Assert.Equal(CitizenId, credential.CredentialType);
        Assert.True(credential.HolderKey!.IsSameKeyAs(Keys.Holder.PublicKey));
        Assert.Equal(new StatusReference("https://town.example/status-lists/1", 7), credential.Status);
        Assert.Equal("Erika", credential.Claims.Text("given_name"));
        Assert.False(credential.Claims.ContainsKey("family_name"));
    }

    [Fact]
    public void Another_credential_type_is_refused()
        => Refusal.Is(ErrorCodes.CredentialType, Verify(Present(Contents()), Rules() with { CredentialTypes = new HashSet<string> { "urn:eudi:pid:1" } }));

    [Fact]
    public void A_credential_is_of_the_further_types_too_that_its_issuer_names()
    {
        var contents = Contents();
        contents.Claims["aka_vcts"] = new JsonArray("urn:example:id:1", "urn:eudi:pid:1");
        var rules = Rules() with { CredentialTypes = new HashSet<string> { "urn:eudi:pid:1" } };
        Assert.Equal(CitizenId, Verify(Present(contents), rules).Expect().CredentialType);

        contents.Claims["aka_vcts"] = new JsonArray("urn:example:id:1");
        Refusal.Is(ErrorCodes.CredentialType, Verify(Present(contents), rules));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"urn:eudi:pid:1\"")]
    [InlineData("[1]")]
    [InlineData("[\"\"]")]
    [InlineData("null")]
    [InlineData("[\"urn:modellstadt:citizen-id:1\"]")]
    public void Further_types_that_are_none_are_refused(string json)
    {
        var contents = Contents();
        contents.Claims["aka_vcts"] = JsonNode.Parse(json);
        Refusal.Is(ErrorCodes.CredentialType, Verify(Present(contents)));
    }

    [Fact]
    public void A_holder_key_needs_neither_issuer_nor_subject_beside_it()
    {
        // RFC 7800 §3 wanted one of them; the draft lifts that for SD-JWT VC (since -23).
        var credential = Verify(Present(Contents())).Expect();
        Assert.NotNull(credential.HolderKey);
        Assert.False(credential.Claims.ContainsKey("iss") || credential.Claims.ContainsKey("sub"));
    }

    [Fact]
    public void The_old_media_type_is_accepted_only_on_request()
    {
        var text = Present(Contents() with { Type = SdJwtNames.LegacyCredentialType });
        Refusal.Is(ErrorCodes.Type, Verify(text));
        Assert.Null(Verify(text, Rules() with { AcceptLegacyType = true }).Error);
    }

    [Fact]
    public void A_status_that_cannot_be_read_does_not_pass_as_no_status()
    {
        foreach (var status in (JsonNode[])["valid", new JsonObject(), new JsonObject { ["status_list"] = new JsonObject { ["uri"] = "u", ["idx"] = -1 } }])
        {
            var contents = Contents();
            contents.Claims["status"] = status;
            Refusal.Is(ErrorCodes.Claim, Verify(Present(contents)));
        }
    }

    [Fact]
    public void A_digest_inside_a_protected_claim_is_refused()
    {
        var claims = Contents().Claims;
        claims["status"] = new JsonObject { ["_sd"] = new JsonArray("AAAA") };
        var jwt = CompactJws.Sign(new JsonObject { ["typ"] = "dc+sd-jwt" }, claims, Keys.Issuer);
        Refusal.Is(ErrorCodes.ProtectedClaim, Verify($"{jwt}~", Rules() with { KeyBinding = null }));
    }

    [Fact]
    public void The_issuer_does_not_hide_what_must_stay_visible()
        => Assert.All(SdJwtNames.ProtectedClaims, name =>
        {
            var contents = Contents() with { Disclosable = [ClaimPath.Of(name)] };
            contents.Claims[name] = "x";
            Assert.Throws<ArgumentException>(() => Issue(contents));
        });

    [Fact]
    public void The_issuer_does_not_sign_reserved_names_nor_hide_what_does_not_exist()
    {
        var reserved = Contents();
        reserved.Claims["address"] = new JsonObject { ["_sd"] = new JsonArray() };
        Assert.Throws<ArgumentException>(() => Issue(reserved));
        Assert.Throws<ArgumentException>(() => Issue(Contents() with { Disclosable = [ClaimPath.Of("missing")] }));
    }

    [Fact]
    public void Copies_of_one_credential_share_no_salt_no_digest_and_no_order()
    {
        var random = Keys.Random(21);
        var copies = Enumerable.Range(0, 10).Select(_ => ParsedSdJwt.Parse(SdJwtIssuer.Issue(Contents(), Keys.Issuer, random)).Expect()).ToList();
        var disclosures = copies.SelectMany(copy => copy.Disclosures.Select(disclosure => disclosure.Encoded)).ToList();
        Assert.Equal(disclosures.Count, disclosures.Distinct().Count());
        var digests = copies.SelectMany(copy => copy.IssuerJwt.Payload["_sd"]!.AsArray().Select(digest => digest!.GetValue<string>())).ToList();
        Assert.Equal(digests.Count, digests.Distinct().Count());
        Assert.All(copies, copy =>
        {
            var listed = copy.IssuerJwt.Payload["_sd"]!.AsArray().Select(digest => digest!.GetValue<string>()).ToList();
            Assert.Equal(listed.Order(StringComparer.Ordinal), listed);
        });
    }

    [Fact]
    public void Decoys_hide_the_number_of_claims_and_change_nothing_else()
    {
        var text = Present(Contents() with { Decoys = 5 });
        Assert.Equal(7, ParsedSdJwt.Parse(text).Expect().IssuerJwt.Payload["_sd"]!.AsArray().Count);
        Assert.True(JsonNode.DeepEquals(Verify(Present(Contents())).Expect().Claims, Verify(text).Expect().Claims));
    }

    private static SdJwtContents Contents() => new(new JsonObject
    {
        ["vct"] = CitizenId,
        ["iat"] = Keys.Now.ToUnixTimeSeconds(),
        ["exp"] = Keys.Now.AddDays(30).ToUnixTimeSeconds(),
        ["status"] = new StatusReference("https://town.example/status-lists/1", 7).ToJson(),
        ["given_name"] = "Erika",
        ["family_name"] = "Mustermann",
    })
    {
        HolderKey = Keys.Holder.PublicKey,
    };

    private static SdJwtVcRules Rules()
        => new(Keys.Now, new HashSet<string> { CitizenId }) { KeyBinding = new KeyBindingRules(Binding.Audience, Binding.Nonce), RequireExpiry = true };

    private static string Issue(SdJwtContents contents) => SdJwtIssuer.Issue(contents, Keys.Issuer, Keys.Random(20));

    private static string Present(SdJwtContents contents)
        => SdJwtHolder.Present(ParsedSdJwt.Parse(Issue(contents)).Expect(), [ClaimPath.Of("given_name")], Binding, Keys.Holder).Expect();

    private static Checked<VerifiedCredential> Verify(string text, SdJwtVcRules? rules = null) => SdJwtVc.Verify(text, _ => Keys.Issuer.Verifier(), rules ?? Rules());
}
