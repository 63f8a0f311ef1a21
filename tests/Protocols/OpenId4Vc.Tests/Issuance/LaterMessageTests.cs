using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Issuance;

/// <summary>What is said after the credential request: deferred issuance and notifications (OpenID4VCI 1.0 §9, §11).</summary>
public sealed class LaterMessageTests
{
    private const string Inline = "openid4vci/1.0-final/inline-examples.json";

    [Theory]
    [InlineData(25)]
    [InlineData(29)]
    public void A_published_answer_without_copies_says_when_to_ask_again(int number)
    {
        var body = Vectors.Example(Inline, number)["body_json"]!;

        var answer = CredentialResponse.Parse(StrictJson.Write(body), maxCredentials: 10).Expect();

        Assert.Equal(((string)body["transaction_id"]!, (int)body["interval"]!), (answer.Deferred!.TransactionId, (int)answer.Deferred.Interval.TotalSeconds));
        Assert.Empty(answer.Credentials);
        Assert.True(JsonNode.DeepEquals(body, answer.ToJson()));
    }

    [Theory]
    [InlineData(24)]
    [InlineData(28)]
    public void A_published_answer_with_copies_names_its_notification(int number)
    {
        var body = Vectors.Example(Inline, number)["body_json"]!;

        var answer = CredentialResponse.Parse(StrictJson.Write(body), maxCredentials: 10).Expect();

        Assert.Equal((2, "3fwe98js"), (answer.Credentials.Count, answer.NotificationId));
        Assert.True(JsonNode.DeepEquals(body, answer.ToJson()));
    }

    [Fact]
    public void The_published_deferred_request_is_read()
    {
        var body = Vectors.Example(Inline, 27)["body_json"]!;

        var request = DeferredCredentialRequest.Parse(StrictJson.Write(body)).Expect();

        Assert.Equal("8xLOxBtZp8", request.TransactionId);
        Assert.True(JsonNode.DeepEquals(body, request.ToJson()));
    }

    [Theory]
    [InlineData("", IssuanceErrors.InvalidCredentialRequest)]
    [InlineData("[]", IssuanceErrors.InvalidCredentialRequest)]
    [InlineData("{}", IssuanceErrors.InvalidCredentialRequest)]
    [InlineData("""{"transaction_id":7}""", IssuanceErrors.InvalidCredentialRequest)]
    [InlineData("""{"transaction_id":""}""", IssuanceErrors.InvalidCredentialRequest)]
    [InlineData("""{"transaction_id":"a","transaction_id":"b"}""", IssuanceErrors.InvalidCredentialRequest)]
    [InlineData("""{"transaction_id":"a","credential_response_encryption":{}}""", IssuanceErrors.InvalidEncryptionParameters)]
    [InlineData("""{"transaction_id":"a","credential_response_encryption":null}""", IssuanceErrors.InvalidEncryptionParameters)]
    public void A_broken_deferred_request_is_refused(string json, string code) => Refusal.Is(code, DeferredCredentialRequest.Parse(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData(31, IssuanceEvent.Accepted)]
    [InlineData(32, IssuanceEvent.Failure)]
    public void A_published_notification_is_read(int number, IssuanceEvent happened)
    {
        var body = Vectors.Example(Inline, number)["body_json"]!;

        var request = NotificationRequest.Parse(StrictJson.Write(body)).Expect();

        Assert.Equal(happened, request.Event);
        Assert.True(JsonNode.DeepEquals(body, request.ToJson()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"notification_id":"a"}""")]
    [InlineData("""{"event":"credential_accepted"}""")]
    [InlineData("""{"notification_id":"a","event":"Credential_accepted"}""")]
    [InlineData("""{"notification_id":"a","event":"credential_sold"}""")]
    [InlineData("""{"notification_id":"a","event":7}""")]
    [InlineData("""{"notification_id":"a","event":"credential_failure","event_description":7}""")]
    [InlineData("""{"notification_id":"a","event":"credential_failure","event_description":"Kein Speicher f\u00fcr die Karte"}""")]
    [InlineData("""{"notification_id":"a","event":"credential_failure","event_description":"a\"b"}""")]
    [InlineData("""{"notification_id":"a","event":"credential_failure","event_description":"a\nb"}""")]
    [InlineData("""{"notification_id":"a","notification_id":"b","event":"credential_failure"}""")]
    public void A_broken_notification_is_refused(string json)
        => Refusal.Is(IssuanceErrors.InvalidNotificationRequest, NotificationRequest.Parse(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Unknown_members_of_a_notification_are_ignored()
        => Assert.Null(NotificationRequest.Parse("""{"notification_id":"a","event":"credential_deleted","later":{}}"""u8).Error);
}
