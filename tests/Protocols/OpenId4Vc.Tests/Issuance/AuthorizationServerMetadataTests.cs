using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Issuance;

/// <summary>What authorization servers say about themselves (RFC 8414), and where all these documents lie.</summary>
public sealed class AuthorizationServerMetadataTests
{
    private const string Issuer = "https://issuer.example/town";

    private static readonly AuthorizationServerMetadata Metadata = new(Issuer, new Uri($"{Issuer}/token"))
    {
        GrantTypes = ["authorization_code", "refresh_token"],
        AuthorizationEndpoint = new Uri($"{Issuer}/authorize"),
        PushedRequestEndpoint = new Uri($"{Issuer}/par"),
        RequiresPushedRequests = true,
        ChallengeEndpoint = new Uri($"{Issuer}/challenge"),
        ClientAuthentication = ["none", AuthorizationServerMetadata.AttestationMethod],
        DpopAlgorithms = ["ES256"],
        Scopes = ["permit"],
    };

    [Fact]
    public void Metadata_survive_a_round_trip()
    {
        var read = AuthorizationServerMetadata.Parse(StrictJson.Write(Metadata.ToJson()), Issuer).Expect();

        Assert.True(JsonNode.DeepEquals(Metadata.ToJson(), read.ToJson()), read.ToJson().ToJsonString());
    }

    [Theory]
    [InlineData("issuer", "\"https://another.example\"")]
    [InlineData("issuer", "null")]
    [InlineData("token_endpoint", "null")]
    [InlineData("token_endpoint", "\"token\"")]
    [InlineData("token_endpoint", "\"/token\"")]
    [InlineData("token_endpoint", "\"file:///etc/passwd\"")]
    public void Broken_metadata_are_refused(string member, string value)
    {
        var json = Metadata.ToJson();
        json[member] = JsonNode.Parse(value);

        Refusal.Is(ErrorCodes.Malformed, AuthorizationServerMetadata.Parse(StrictJson.Write(json), Issuer));
    }

    [Fact]
    public void A_server_that_does_not_say_so_wants_to_know_its_clients()
    {
        var json = Metadata.ToJson();
        json.Remove("pre-authorized_grant_anonymous_access_supported");

        Assert.False(AuthorizationServerMetadata.Parse(StrictJson.Write(json), Issuer).Expect().AnonymousAccess);
    }

    [Theory]
    [InlineData("https://issuer.example", "https://issuer.example/.well-known/openid-credential-issuer")]
    [InlineData("https://issuer.example/", "https://issuer.example/.well-known/openid-credential-issuer")]
    [InlineData("https://issuer.example:8443/tenants/town", "https://issuer.example:8443/.well-known/openid-credential-issuer/tenants/town")]
    [InlineData("https://issuer.example/town/", "https://issuer.example/.well-known/openid-credential-issuer/town")]
    public void The_well_known_part_stands_between_host_and_path(string issuer, string expected)
        => Assert.Equal(expected, WellKnownAddresses.Of(issuer, WellKnownAddresses.CredentialIssuer).AbsoluteUri);
}
