using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Issuance;

/// <summary>Credential requests and responses (OpenID4VCI 1.0 §8).</summary>
public sealed class CredentialRequestTests
{
    private const string Inline = "openid4vci/1.0-final/inline-examples.json";

    [Fact]
    public void A_request_survives_a_round_trip()
    {
        var request = new CredentialRequest(["one", "two"]) { ConfigurationId = "permit" };

        var read = CredentialRequest.Parse(StrictJson.Write(request.ToJson()), maxProofs: 2).Expect();

        Assert.True(JsonNode.DeepEquals(request.ToJson(), read.ToJson()));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(21)]
    public void A_published_request_is_read(int number)
    {
        var body = Vectors.Example(Inline, number)["body_json"]!;

        var request = CredentialRequest.Parse(StrictJson.Write(body), maxProofs: 10).Expect();

        Assert.Equal((string?)body["credential_configuration_id"], request.ConfigurationId);
        Assert.Equal((string?)body["credential_identifier"], request.CredentialIdentifier);
        Assert.True(JsonNode.DeepEquals(body["proofs"], request.ToJson()["proofs"]));
    }

    [Theory]
    [InlineData("openid4vci/1.0-final/examples/credential_request_iso_mdl.json")]
    [InlineData("haip/outdated-examples/credential_request_sd_jwt_vc.json")]
    public void A_request_of_an_early_draft_is_refused(string file)
        => Refusal.Is(IssuanceErrors.InvalidCredentialRequest, CredentialRequest.Parse(Vectors.Bytes(file), maxProofs: 10));

    [Theory]
    [InlineData(10, null)]
    [InlineData(11, IssuanceErrors.InvalidCredentialRequest)]
    public void The_batch_size_limits_the_proofs(int proofs, string? code)
    {
        var request = new CredentialRequest([.. Enumerable.Range(0, proofs).Select(number => $"{number}")]) { ConfigurationId = "permit" };

        Assert.Equal(code, CredentialRequest.Parse(StrictJson.Write(request.ToJson()), maxProofs: 10).Error?.Code);
    }

    [Theory]
    [InlineData("""{"credential_configuration_id":"a"}""", IssuanceErrors.InvalidProof)]
    [InlineData("""{"credential_configuration_id":"a","proofs":null}""", IssuanceErrors.InvalidProof)]
    [InlineData("""{"credential_configuration_id":"a","proofs":{"jwt":"p"}}""", IssuanceErrors.InvalidProof)]
    [InlineData("""{"credential_configuration_id":"a","proofs":{"jwt":["p"],"di_vp":[{}]}}""", IssuanceErrors.InvalidProof)]
    [InlineData("""{"credential_configuration_id":"a","proofs":{"di_vp":["p"]}}""", IssuanceErrors.InvalidProof)]
    [InlineData("""{"credential_configuration_id":"a","proofs":{"attestation":["p","q"]}}""", IssuanceErrors.InvalidProof)]
    [InlineData("""{"credential_configuration_id":"a","proofs":{"attestation":[]}}""", IssuanceErrors.InvalidProof)]
    [InlineData("""{"credential_configuration_id":"a","proofs":{}}""", IssuanceErrors.InvalidProof)]
    [InlineData("""{"credential_configuration_id":"a","proofs":{"jwt":["p"]},"credential_response_encryption":{}}""", IssuanceErrors.InvalidEncryptionParameters)]
    [InlineData("""{"credential_configuration_id":1,"proofs":{"jwt":["p"]}}""", IssuanceErrors.InvalidCredentialRequest)]
    [InlineData("""{"credential_configuration_id":"a","credential_identifier":"b","proofs":{"jwt":["p"]}}""", IssuanceErrors.InvalidCredentialRequest)]
    [InlineData("""{"credential_configuration_id":"a","proofs":{"jwt":["p"]},"credential_response_encryption":null}""", IssuanceErrors.InvalidEncryptionParameters)]
    [InlineData("""{"credential_configuration_id":"a","credential_configuration_id":"a","proofs":{"jwt":["p"]}}""", IssuanceErrors.InvalidCredentialRequest)]
    public void A_broken_request_is_refused(string json, string code) => Refusal.Is(code, CredentialRequest.Parse(Encoding.UTF8.GetBytes(json), maxProofs: 10));

    [Fact]
    public void A_request_by_attestation_with_an_encrypted_response_survives_a_round_trip()
    {
        using var key = DecryptionKey.Create(Keys.Random(3));
        var request = new CredentialRequest(["attestation"])
        {
            CredentialIdentifier = "permit-1", ProofType = KeyProofs.ByAttestation, ResponseRecipient = new JweRecipient(key.PublicKey, JoseAlgorithms.A128Gcm),
        };

        var read = CredentialRequest.Parse(StrictJson.Write(request.ToJson()), maxProofs: 1).Expect();

        Assert.True(JsonNode.DeepEquals(request.ToJson(), read.ToJson()));
        Assert.Equal(KeyProofs.ByAttestation, read.ProofType);
    }

    /// <summary>OpenID4VCI 1.0, section 10: a key for signatures, or for another algorithm, opens no response.</summary>
    [Theory]
    [InlineData("alg", "ECDH-ES", null)]
    [InlineData("alg", "ES256", IssuanceErrors.InvalidEncryptionParameters)]
    [InlineData("alg", "ECDH-ES+A128KW", IssuanceErrors.InvalidEncryptionParameters)]
    [InlineData("use", "sig", IssuanceErrors.InvalidEncryptionParameters)]
    public void The_key_for_the_response_is_one_for_encryption(string member, string value, string? code)
    {
        using var key = DecryptionKey.Create(Keys.Random(3));
        var request = new CredentialRequest(["p"]) { ConfigurationId = "a", ResponseRecipient = new JweRecipient(key.PublicKey, JoseAlgorithms.A128Gcm) }.ToJson();
        request["credential_response_encryption"]!["jwk"]![member] = value;

        Assert.Equal(code, CredentialRequest.Parse(StrictJson.Write(request), maxProofs: 1).Error?.Code);
    }

    [Fact]
    public void A_published_data_integrity_proof_is_refused_by_its_type()
        => Refusal.Is(IssuanceErrors.InvalidProof, CredentialRequest.Parse(StrictJson.Write(Vectors.Example(Inline, 22)["body_json"]), maxProofs: 10));

    [Fact]
    public void A_response_survives_a_round_trip()
    {
        var response = new CredentialResponse(["one", "two"]);

        Assert.Equal(response.Credentials, CredentialResponse.Parse(StrictJson.Write(response.ToJson()), maxCredentials: 2).Expect().Credentials);
    }

    [Theory]
    [InlineData("sd_jwt_vc", "credential-sd-jwt-vc")]
    [InlineData("jwt_vc_json", "credential-jwt-vc-json")]
    public void A_published_response_is_read(string format, string token)
    {
        var response = CredentialResponse.Parse(Vectors.Body($"openid4vci/1.0-final/examples/credential_response_{format}.txt"), maxCredentials: 1).Expect();

        var published = Vectors.Read("openid4vci/tokens.json")["tokens"]!.AsArray().Single(each => (string?)each!["id"] == token)!;
        Assert.StartsWith((string)published["token"]!, Assert.Single(response.Credentials), StringComparison.Ordinal);
    }

    [Fact]
    public void A_published_mdoc_is_text_and_a_credential_that_is_an_object_is_for_other_wallets()
    {
        Assert.Single(CredentialResponse.Parse(Vectors.Body("openid4vci/1.0-final/examples/credential_response_mso_mdoc.txt"), maxCredentials: 1).Expect().Credentials);
        Refusal.Is(ErrorCodes.Malformed, CredentialResponse.Parse(Vectors.Body("openid4vci/1.0-final/examples/credential_response_ldp_vc.txt"), maxCredentials: 1));
    }

    [Theory]
    [InlineData("""{"credentials":[]}""")]
    [InlineData("""{"credentials":["text"]}""")]
    [InlineData("""{"credentials":[{"credential":{}}]}""")]
    [InlineData("""{"credentials":[{"credential":"a"},{"credential":"b"},{"credential":"c"}]}""")]
    [InlineData("""{"transaction_id":"deferred"}""")]
    [InlineData("""{"transaction_id":"","interval":60}""")]
    [InlineData("""{"transaction_id":7,"interval":60}""")]
    [InlineData("""{"transaction_id":"deferred","interval":0}""")]
    [InlineData("""{"transaction_id":"deferred","interval":1.5}""")]
    [InlineData("""{"transaction_id":"deferred","interval":9999999999}""")]
    [InlineData("""{"transaction_id":"deferred","interval":60,"credentials":[{"credential":"a"}]}""")]
    [InlineData("""{"transaction_id":"deferred","interval":60,"notification_id":"n"}""")]
    [InlineData("""{"credentials":[{"credential":"a"}],"interval":60}""")]
    [InlineData("""{"credentials":[{"credential":"a"}],"notification_id":7}""")]
    public void A_broken_response_is_refused(string json) => Refusal.Is(ErrorCodes.Malformed, CredentialResponse.Parse(Encoding.UTF8.GetBytes(json), maxCredentials: 2));
}
