using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Modellstadt.Issuer.Tests;

/// <summary>What wallets read before they fetch anything.</summary>
public sealed class MetadataTests(SharedTown shared) : IClassFixture<SharedTown>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_credential_issuer_metadata_says_what_is_issued_and_where()
    {
        var town = shared.Town;

        var metadata = await ReadAsync(town, "openid-credential-issuer", "town");

        Assert.Equal(town.Town.At("/issuers/town"), (string?)metadata["credential_issuer"]);
        Assert.Equal(town.Town.At("/issuers/town/credential"), (string?)metadata["credential_endpoint"]);
        Assert.Equal(town.Town.At("/issuers/town/nonce"), (string?)metadata["nonce_endpoint"]);
        Assert.Equal(10, (int?)metadata["batch_credential_issuance"]!["batch_size"]);
        var permit = Assert.Single(metadata["credential_configurations_supported"]!.AsObject());
        Assert.Equal(IssuingTown.Permit, permit.Key);
        AssertPermit(permit.Value!);
    }

    [Fact]
    public async Task The_authorization_server_metadata_offers_pre_authorized_codes_to_anybody()
    {
        var town = shared.Town;

        var metadata = await ReadAsync(town, "oauth-authorization-server", "town");

        Assert.Equal(town.Town.At("/issuers/town"), (string?)metadata["issuer"]);
        Assert.Equal(town.Town.At("/issuers/town/token"), (string?)metadata["token_endpoint"]);
        Assert.Contains("urn:ietf:params:oauth:grant-type:pre-authorized_code", metadata["grant_types_supported"]!.AsArray().Select(grant => (string?)grant));
        Assert.True((bool?)metadata["pre-authorized_grant_anonymous_access_supported"]);
    }

    [Fact]
    public async Task Each_identity_issues_its_own_types_under_its_own_address()
    {
        var town = shared.Town;

        var metadata = await ReadAsync(town, "openid-credential-issuer", "library");

        Assert.Equal(town.Town.At("/issuers/library"), (string?)metadata["credential_issuer"]);
        Assert.Equal(IssuingTown.LibraryCard, Assert.Single(metadata["credential_configurations_supported"]!.AsObject()).Key);
        Assert.Equal(2, (int?)metadata["batch_credential_issuance"]!["batch_size"]);
    }

    [Fact]
    public async Task The_key_of_an_issuer_can_be_read_by_address_too()
    {
        var town = shared.Town;

        var metadata = await ReadAsync(town, "jwt-vc-issuer", "town");

        var key = Assert.Single(metadata["jwks"]!["keys"]!.AsArray())!.AsObject();
        Assert.Equal(town.Town.At("/issuers/town"), (string?)metadata["issuer"]);
        Assert.Equal(["crv", "kty", "x", "y"], key.Select(member => member.Key).Order());
    }

    [Theory]
    [InlineData("openid-credential-issuer")]
    [InlineData("oauth-authorization-server")]
    [InlineData("jwt-vc-issuer")]
    public async Task Metadata_may_be_read_from_any_origin_and_kept_for_a_while(string wellKnown)
    {
        var town = shared.Town;
        using var client = town.Client();
        client.DefaultRequestHeaders.Add("Origin", "https://wallet.example");

        using var answer = await client.GetAsync($"/.well-known/{wellKnown}/issuers/town", Cancellation);
        using var unknown = await client.GetAsync($"/.well-known/{wellKnown}/issuers/another", Cancellation);

        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=300", answer.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private static void AssertPermit(JsonNode permit)
    {
        Assert.Equal("dc+sd-jwt", (string?)permit["format"]);
        Assert.Equal("urn:example:permit:1", (string?)permit["vct"]);
        Assert.Equal("""["jwk"]""", permit["cryptographic_binding_methods_supported"]!.ToJsonString());
        Assert.Equal("""["ES256"]""", permit["proof_types_supported"]!["jwt"]!["proof_signing_alg_values_supported"]!.ToJsonString());
        var claims = permit["credential_metadata"]!["claims"]!.AsArray();
        Assert.Equal(["""["plate"]""", """["zone","name"]"""], claims.Select(claim => claim!["path"]!.ToJsonString()));
        Assert.Equal(
            """{"id":"arf_annex_ii","options":[{"details":["once_only"],"batch_size":10,"reissue_trigger_unused":2,"reissue_trigger_lifetime_left":604800}]}""",
            permit["credential_metadata"]!["credential_reuse_policy"]!.ToJsonString());
        Assert.Equal("de", (string?)permit["credential_metadata"]!["display"]![0]!["locale"]);
    }

    private static async Task<JsonObject> ReadAsync(IssuingTown town, string wellKnown, string slug) =>
        (await town.Client().GetFromJsonAsync<JsonObject>($"/.well-known/{wellKnown}/issuers/{slug}", Cancellation))!;
}
