using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Issuance;

/// <summary>What issuers say about encryption and reuse, and what a wallet makes of it (OpenID4VCI 1.0 §10, §12.2.4).</summary>
public sealed class EncryptionMetadataTests
{
    private const string Issuer = "https://issuer.example/town";
    private const string Long = "openid4vci/1.0-errata-draft/examples/credential_issuer_metadata_sd_jwt_long.json";

    private static readonly JsonWebKey Key = DecryptionKey.Create(Keys.Random(5)).PublicKey with { KeyId = "one" };

    private static readonly CredentialIssuerMetadata Metadata =
        new(Issuer, new Uri($"{Issuer}/credential"), [CredentialConfiguration.SdJwtVc("permit", "urn:example:permit:1") with
        {
            AttestationAlgorithms = [JoseAlgorithms.Es256],
            KeyAttestation = new KeyAttestationDemand { KeyStorage = ["iso_18045_high"] },
            Reuse = CredentialReusePolicy.Once(10, 2),
        }])
        {
            NonceEndpoint = new Uri($"{Issuer}/nonce"),
            DeferredEndpoint = new Uri($"{Issuer}/deferred"),
            NotificationEndpoint = new Uri($"{Issuer}/notification"),
            RequestEncryption = new CredentialRequestEncryption([Key], MessageEncryption.Encryptions, Required: false),
            ResponseEncryption = new CredentialResponseEncryption([JoseAlgorithms.EcdhEs], MessageEncryption.Encryptions, Required: true),
        };

    [Fact]
    public void Metadata_with_everything_survive_a_round_trip()
    {
        var read = CredentialIssuerMetadata.Parse(StrictJson.Write(Metadata.ToJson()), Issuer).Expect();

        Assert.True(JsonNode.DeepEquals(Metadata.ToJson(), read.ToJson()), read.ToJson().ToJsonString());
        Assert.Equal(JoseAlgorithms.A256Gcm, read.RequestEncryption!.Choose()!.Encryption);
        Assert.Equal("one", read.RequestEncryption.Choose()!.Key.KeyId);
    }

    [Fact]
    public void The_published_metadata_demand_key_attestations_and_encryption()
    {
        var read = CredentialIssuerMetadata.Parse(Vectors.Bytes(Long), "https://credential-issuer.example.com").Expect();

        Assert.Equal(["iso_18045_moderate"], read.Configurations[0].KeyAttestation!.KeyStorage);
        Assert.Equal(("ac", JoseAlgorithms.A128Gcm), (read.RequestEncryption!.Choose()!.Key.KeyId, read.RequestEncryption.Choose()!.Encryption));
        Assert.True(read.RequestEncryption.Required && read.ResponseEncryption!.Required);
    }

    [Theory]
    [InlineData("""{"kty":"RSA","kid":"two","alg":"RSA-OAEP","n":"AQAB","e":"AQAB"}""")]
    [InlineData("""{"kty":"EC","kid":"two","crv":"P-384","alg":"ECDH-ES","x":"AA","y":"AA"}""")]
    public void A_key_that_this_wallet_cannot_use_is_for_others(string other)
    {
        var json = Metadata.ToJson();
        json["credential_request_encryption"]!["jwks"]!["keys"]!.AsArray().Insert(0, JsonNode.Parse(other));

        Assert.Equal("one", CredentialIssuerMetadata.Parse(StrictJson.Write(json), Issuer).Expect().RequestEncryption!.Choose()!.Key.KeyId);
    }

    [Theory]
    [InlineData("use", "\"sig\"")]
    [InlineData("alg", "\"ECDH-ES+A128KW\"")]
    [InlineData("alg", "null")]
    public void Without_a_key_to_use_nothing_is_encrypted(string member, string value)
    {
        var json = Metadata.ToJson();
        var key = json["credential_request_encryption"]!["jwks"]!["keys"]![0]!.AsObject();
        key[member] = JsonNode.Parse(value);

        Assert.Null(CredentialIssuerMetadata.Parse(StrictJson.Write(json), Issuer).Expect().RequestEncryption!.Choose());
    }

    [Theory]
    [InlineData("credential_request_encryption", "null")]
    [InlineData("credential_request_encryption", "[]")]
    [InlineData("credential_request_encryption", "{}")]
    [InlineData("credential_request_encryption", """{"jwks":{"keys":[]},"enc_values_supported":["A128GCM"],"encryption_required":false}""")]
    [InlineData("credential_request_encryption", """{"jwks":{"keys":[{"kty":"EC"}]},"enc_values_supported":["A128GCM"],"encryption_required":false}""")]
    [InlineData("credential_request_encryption", """{"jwks":{"keys":[{"kid":"a"},{"kid":"a"}]},"enc_values_supported":["A128GCM"],"encryption_required":false}""")]
    [InlineData("credential_request_encryption", """{"jwks":{"keys":[{"kid":"a"}]},"enc_values_supported":[],"encryption_required":false}""")]
    [InlineData("credential_request_encryption", """{"jwks":{"keys":[{"kid":"a"}]},"enc_values_supported":["A128GCM"],"encryption_required":"no"}""")]
    [InlineData("credential_response_encryption", "7")]
    [InlineData("credential_response_encryption", """{"alg_values_supported":["ECDH-ES"],"enc_values_supported":["A128GCM"]}""")]
    [InlineData("credential_response_encryption", """{"alg_values_supported":[],"enc_values_supported":["A128GCM"],"encryption_required":false}""")]
    [InlineData("deferred_credential_endpoint", "7")]
    [InlineData("notification_endpoint", "\"/notification\"")]
    public void Broken_metadata_are_refused(string member, string value)
    {
        var json = Metadata.ToJson();
        json[member] = JsonNode.Parse(value);

        Refusal.Is(ErrorCodes.Malformed, CredentialIssuerMetadata.Parse(StrictJson.Write(json), Issuer));
    }

    [Fact]
    public void A_message_is_read_by_its_recipient_alone()
    {
        using var right = DecryptionKey.Create(Keys.Random(6));
        using var wrong = DecryptionKey.Create(Keys.Random(7));
        var text = MessageEncryption.Seal(new JsonObject { ["a"] = 1 }, new JweRecipient(right.PublicKey with { KeyId = "k" }, JoseAlgorithms.A256Gcm), Keys.Random(8));

        Assert.Equal("""{"a":1}"""u8.ToArray(), MessageEncryption.OpenRequest(text, kid => kid == "k" ? right : null, text.Length).Expect());
        Assert.Equal("""{"a":1}"""u8.ToArray(), MessageEncryption.OpenResponse(text, right).Expect());
        Refusal.Is(IssuanceErrors.InvalidEncryptionParameters, MessageEncryption.OpenRequest(text, _ => wrong, text.Length));
        Refusal.Is(IssuanceErrors.InvalidEncryptionParameters, MessageEncryption.OpenRequest(text, _ => null, text.Length));
        Refusal.Is(IssuanceErrors.InvalidEncryptionParameters, MessageEncryption.OpenRequest(text, _ => right, text.Length - 1));
        Refusal.Is(ErrorCodes.Decryption, MessageEncryption.OpenResponse(text, wrong));
    }
}
