using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;

namespace Modellstadt.Protocols.Credentials.Tests.SdJwt;

/// <summary>Copies that are made from a template are those that the issuer makes one by one.</summary>
public sealed class SdJwtTemplateTests
{
    private static readonly SoftwareSigningKey Issuer = Keys.New(1);
    private static readonly SoftwareSigningKey Holder = Keys.New(2);
    private static readonly JsonObject Own = new() { ["status"] = JsonNode.Parse("""{"status_list":{"idx":7,"uri":"https://issuer.example/list"}}""") };

    private static JsonObject Claims => JsonNode.Parse("""
        {"family_name":"Müller \"das\" <Ö>","age":42,"half":0.5,"nothing":null,"yes":true,"address":{"street":"Am Markt","numbers":[1,2,{"a":"b"}]},"😀":"smile",
         "iss":"https://issuer.example","vct":"urn:example:1","iat":1000,"exp":2000000000}
        """)!.AsObject();

    [Fact]
    public void A_copy_says_what_the_issuer_would_say()
    {
        var contents = new SdJwtContents(Claims) { Decoys = 3, X5c = ["MAA="] };
        var complete = Claims;
        complete["status"] = Own["status"]!.DeepClone();

        var copy = ParsedSdJwt.Parse(SdJwtTemplate.Prepare(contents, Issuer).Issue(Own, Holder.PublicKey, Keys.Random(3))).Expect();
        var single = ParsedSdJwt.Parse(SdJwtIssuer.Issue(contents with { Claims = complete, HolderKey = Holder.PublicKey }, Issuer, Keys.Random(3))).Expect();

        Assert.True(JsonNode.DeepEquals(single.IssuerJwt.Header, copy.IssuerJwt.Header));
        Assert.True(JsonNode.DeepEquals(Without(single), Without(copy)), Without(copy).ToJsonString());
        Assert.Equal(single.IssuerJwt.Payload.Select(claim => claim.Key), copy.IssuerJwt.Payload.Select(claim => claim.Key));
        Assert.Equal(10, copy.IssuerJwt.Payload[SdJwtNames.Digests]!.AsArray().Count);
        Assert.True(JsonNode.DeepEquals(SdJwtHolder.Read(single).Expect(), SdJwtHolder.Read(copy).Expect()));
        using var key = VerificationKey.Import(Issuer.PublicKey);
        Assert.Null(copy.IssuerJwt.Verify(key, JwsRules.ForType(SdJwtNames.CredentialType) with { CertificatesInHeader = true }).Error);
    }

    [Fact]
    public void Two_copies_share_no_salt_and_no_digest()
    {
        var template = SdJwtTemplate.Prepare(new SdJwtContents(Claims) { Decoys = 2 }, Issuer);
        var random = Keys.Random(4);
        ParsedSdJwt[] copies = [.. Enumerable.Range(0, 5).Select(_ => ParsedSdJwt.Parse(template.Issue(Own, Holder.PublicKey, random)).Expect())];

        var disclosures = copies.SelectMany(copy => copy.Disclosures.Select(disclosure => disclosure.Encoded)).ToList();
        var digests = copies.SelectMany(copy => copy.IssuerJwt.Payload[SdJwtNames.Digests]!.AsArray().Select(digest => (string)digest!)).ToList();

        Assert.Equal(35, disclosures.Distinct().Count());
        Assert.Equal(45, digests.Distinct().Count());
        Assert.All(copies, copy =>
        {
            var own = copy.IssuerJwt.Payload[SdJwtNames.Digests]!.AsArray().Select(digest => (string)digest!).ToArray();
            Assert.Equal(own.Order(StringComparer.Ordinal), own);
        });
    }

    [Fact]
    public void Without_claims_there_are_no_digests()
    {
        var copy = ParsedSdJwt.Parse(SdJwtTemplate.Prepare(new SdJwtContents(new JsonObject { ["vct"] = "a" }), Issuer).Issue([], Holder.PublicKey, Keys.Random(5))).Expect();

        Assert.False(copy.IssuerJwt.Payload.ContainsKey(SdJwtNames.Digests));
        Assert.Empty(copy.Disclosures);
    }

    [Theory]
    [InlineData("""{"_sd":[]}""")]
    [InlineData("""{"a":{"_sd_alg":"x"}}""")]
    [InlineData("""{"a":[{"...":1}]}""")]
    public void Reserved_names_are_refused(string claims)
        => Assert.Throws<ArgumentException>(() => SdJwtTemplate.Prepare(new SdJwtContents(JsonNode.Parse(claims)!.AsObject()), Issuer));

    [Fact]
    public void What_belongs_to_one_copy_or_is_to_be_hidden_does_not_fit_into_a_template()
    {
        Assert.Throws<ArgumentException>(() => SdJwtTemplate.Prepare(new SdJwtContents(Claims) { HolderKey = Holder.PublicKey }, Issuer));
        Assert.Throws<ArgumentException>(() => SdJwtTemplate.Prepare(new SdJwtContents(Claims) { Disclosable = [ClaimPath.Of("age")] }, Issuer));
        Assert.Throws<ArgumentException>(() => SdJwtTemplate.Prepare(new SdJwtContents(Claims), Issuer).Issue(new JsonObject { ["plate"] = "GE-AB 1" }, Holder.PublicKey, Keys.Random(6)));
    }

    private static JsonObject Without(ParsedSdJwt copy)
    {
        var payload = copy.IssuerJwt.Payload.DeepClone().AsObject();
        payload.Remove(SdJwtNames.Digests);
        return payload;
    }
}
