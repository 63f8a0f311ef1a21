using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Issuance;

/// <summary>What issuers say about themselves (OpenID4VCI 1.0 §12.2).</summary>
public sealed class CredentialIssuerMetadataTests
{
    private const string Issuer = "https://issuer.example/town";
    private const string Final = "openid4vci/1.0-final/examples";
    private const string Long = "credential_issuer_metadata_sd_jwt_long.json";

    private static readonly CredentialIssuerMetadata Metadata = new(Issuer, new Uri($"{Issuer}/credential"), [CredentialConfiguration.SdJwtVc("permit", "urn:example:permit:1") with
    {
        Display = [new DisplayText("Parkausweis", "de") { BackgroundColor = "#003064", TextColor = "#ffffff" }],
        Claims = [new ClaimDescription(ClaimPath.Of("plate"), [new DisplayText("Kennzeichen", "de")], Mandatory: true)],
    }])
    {
        NonceEndpoint = new Uri($"{Issuer}/nonce"),
        BatchSize = 10,
        Display = [new DisplayText("Stadt", "de")],
    };

    public static TheoryData<string> PublishedConfigurations => [.. Vectors.Files(Final, "credential_metadata_*.json")];

    [Fact]
    public void Metadata_survives_a_round_trip()
    {
        var read = CredentialIssuerMetadata.Parse(StrictJson.Write(Metadata.ToJson()), Issuer).Expect();

        Assert.True(JsonNode.DeepEquals(Metadata.ToJson(), read.ToJson()), read.ToJson().ToJsonString());
        Assert.Equal((10, $"{Issuer}/nonce"), (read.BatchSize, read.NonceEndpoint!.OriginalString));
    }

    [Fact]
    public void Without_batches_and_nonces_one_bare_proof_is_sent()
    {
        var json = (Metadata with { BatchSize = 1, NonceEndpoint = null }).ToJson();

        var read = CredentialIssuerMetadata.Parse(StrictJson.Write(json), Issuer).Expect();

        Assert.False(json.ContainsKey("batch_credential_issuance"));
        Assert.Equal((1, null), (read.BatchSize, read.NonceEndpoint));
    }

    [Theory, MemberData(nameof(PublishedConfigurations))]
    public void Published_configurations_keep_format_algorithms_displays_and_claims(string file)
    {
        foreach (var (id, published) in Vectors.Read(file)["credential_configurations_supported"]!.AsObject())
        {
            var read = CredentialConfiguration.Parse(id, published).Expect();

            Assert.Equal((string?)published!["format"], read.Format);
            Assert.True(JsonNode.DeepEquals(published["credential_signing_alg_values_supported"] ?? new JsonArray(), read.SigningAlgorithms));
            var metadata = published["credential_metadata"];
            Assert.Equal(metadata?["display"]?.AsArray().Select(text => (string?)text!["name"]) ?? [], read.Display.Select(text => text.Name));
            Assert.Equal(metadata?["claims"]?.AsArray().Select(claim => claim!["path"]!.ToJsonString()) ?? [], read.Claims.Select(claim => claim.Path.ToJson().ToJsonString()));
        }
    }

    [Fact]
    public void The_final_text_s_key_array_is_refused_and_the_corrected_key_set_is_read()
    {
        var final = CredentialIssuerMetadata.Parse(Vectors.Bytes($"{Final}/{Long}"), "https://credential-issuer.example.com");
        var corrected = CredentialIssuerMetadata.Parse(Vectors.Bytes($"openid4vci/1.0-errata-draft/examples/{Long}"), "https://credential-issuer.example.com");

        Refusal.Is(ErrorCodes.Malformed, final);
        Assert.NotEmpty(corrected.Expect().Configurations);
    }

    [Fact]
    public void A_configuration_of_an_early_draft_is_refused_and_left_out_beside_present_ones()
    {
        var early = Vectors.Read("haip/outdated-examples/credential_metadata_sd_jwt_vc.json");
        var (alone, beside) = (Metadata.ToJson(), Metadata.ToJson());
        alone["credential_configurations_supported"] = new JsonObject { ["IdentityCredential"] = early.DeepClone() };
        beside["credential_configurations_supported"]!["IdentityCredential"] = early.DeepClone();

        Refusal.Is(ErrorCodes.Malformed, CredentialConfiguration.Parse("IdentityCredential", early));
        Refusal.Is(ErrorCodes.Malformed, CredentialIssuerMetadata.Parse(StrictJson.Write(alone), Issuer));
        Assert.Equal("permit", Assert.Single(CredentialIssuerMetadata.Parse(StrictJson.Write(beside), Issuer).Expect().Configurations).Id);
    }

    [Theory]
    [InlineData("credential_issuer", "\"https://another.example\"")]
    [InlineData("credential_issuer", "null")]
    [InlineData("credential_endpoint", "null")]
    [InlineData("credential_endpoint", "\"/credential\"")]
    [InlineData("credential_endpoint", "\"file:///etc/passwd\"")]
    [InlineData("nonce_endpoint", "7")]
    [InlineData("nonce_endpoint", "\"nonce\"")]
    [InlineData("batch_credential_issuance", "{}")]
    [InlineData("batch_credential_issuance", """{"batch_size":1}""")]
    [InlineData("batch_credential_issuance", """{"batch_size":9999999999}""")]
    [InlineData("credential_configurations_supported", "{}")]
    [InlineData("credential_configurations_supported", "[]")]
    [InlineData("credential_configurations_supported", """{"permit":{}}""")]
    [InlineData("credential_configurations_supported", """{"permit":{"format":"dc+sd-jwt"}}""")]
    [InlineData("credential_configurations_supported", """{"permit":{"format":"x","credential_metadata":{"claims":{}}}}""")]
    [InlineData("credential_configurations_supported", """{"permit":{"format":"x","credential_metadata":{"claims":[{"path":[]}]}}}""")]
    [InlineData("credential_configurations_supported", """{"permit":{"format":"x","credential_metadata":{"claims":[{"path":[-1]}]}}}""")]
    public void Broken_metadata_are_refused(string member, string value)
    {
        var json = Metadata.ToJson();
        json[member] = JsonNode.Parse(value);

        Refusal.Is(ErrorCodes.Malformed, CredentialIssuerMetadata.Parse(StrictJson.Write(json), Issuer));
    }

    [Fact]
    public void Unknown_members_and_displays_without_names_are_ignored()
    {
        var json = Metadata.ToJson();
        json["deferred_credential_endpoint"] = "https://issuer.example/deferred";
        json["display"]!.AsArray().Add(new JsonObject { ["locale"] = "en" });
        json["display"]!.AsArray().Add(7);

        var read = CredentialIssuerMetadata.Parse(StrictJson.Write(json), Issuer).Expect();

        Assert.Equal(["Stadt"], read.Display.Select(text => text.Name));
    }

    [Fact]
    public void Limits_hold_before_anything_is_read()
    {
        Refusal.Is(ErrorCodes.TooLarge, CredentialIssuerMetadata.Parse(new byte[600 * 1024], Issuer));
        Refusal.Is(ErrorCodes.Json, CredentialIssuerMetadata.Parse(Encoding.UTF8.GetBytes($$"""{"deep":{{new string('[', 20)}}{{new string(']', 20)}}}"""), Issuer));
    }
}
