using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>Requests for copies that break the rules of the credential endpoint.</summary>
public sealed class CredentialRequestTests(SharedTown shared) : IClassFixture<SharedTown>
{
    private static readonly Dictionary<string, (Func<string, string> Body, string Error)> Bodies = new()
    {
        ["nothing"] = (_ => "", IssuanceErrors.InvalidCredentialRequest),
        ["no JSON"] = (_ => "credential", IssuanceErrors.InvalidCredentialRequest),
        ["an array"] = (_ => "[]", IssuanceErrors.InvalidCredentialRequest),
        ["a member twice"] = (proof => $$$"""{"credential_configuration_id":"permit","credential_configuration_id":"permit","proofs":{"jwt":["{{{proof}}}"]}}""", IssuanceErrors.InvalidCredentialRequest),
        ["a comment"] = (proof => $$$"""{/* */"credential_configuration_id":"permit","proofs":{"jwt":["{{{proof}}}"]}}""", IssuanceErrors.InvalidCredentialRequest),
        ["deep nesting"] = (proof => $$$"""{"credential_configuration_id":"permit","proofs":{"jwt":["{{{proof}}}"]},"deep":{{{new string('[', 50)}}}{{{new string(']', 50)}}}}""", IssuanceErrors.InvalidCredentialRequest),
        ["a thousand members"] = (_ => $$"""{"many":[{{string.Join(',', Enumerable.Range(0, 1_000))}}]}""", IssuanceErrors.InvalidCredentialRequest),
        ["half a surrogate pair"] = (_ => """{"credential_configuration_id":"\ud800"}""", IssuanceErrors.InvalidCredentialRequest),
        ["neither configuration nor identifier"] = (proof => $$$"""{"proofs":{"jwt":["{{{proof}}}"]}}""", IssuanceErrors.InvalidCredentialRequest),
        ["configuration and identifier"] = (proof => $$$"""{"credential_configuration_id":"permit","credential_identifier":"x","proofs":{"jwt":["{{{proof}}}"]}}""", IssuanceErrors.InvalidCredentialRequest),
        ["an unknown configuration"] = (proof => $$$"""{"credential_configuration_id":"passport","proofs":{"jwt":["{{{proof}}}"]}}""", IssuanceErrors.UnknownCredentialConfiguration),
        ["a configuration of another issuer"] = (proof => $$$"""{"credential_configuration_id":"library-card","proofs":{"jwt":["{{{proof}}}"]}}""", IssuanceErrors.UnknownCredentialConfiguration),
        ["an identifier nobody gave out"] = (proof => $$$"""{"credential_identifier":"x","proofs":{"jwt":["{{{proof}}}"]}}""", IssuanceErrors.UnknownCredentialIdentifier),
        ["no proofs"] = (_ => """{"credential_configuration_id":"permit"}""", IssuanceErrors.InvalidProof),
        ["empty proofs"] = (_ => """{"credential_configuration_id":"permit","proofs":{"jwt":[]}}""", IssuanceErrors.InvalidProof),
        ["proofs of a type not offered"] = (_ => """{"credential_configuration_id":"permit","proofs":{"di_vp":[{}]}}""", IssuanceErrors.InvalidProof),
        ["proofs of two types"] = (proof => $$$"""{"credential_configuration_id":"permit","proofs":{"jwt":["{{{proof}}}"],"attestation":["x"]}}""", IssuanceErrors.InvalidProof),
        ["a proof that is no string"] = (_ => """{"credential_configuration_id":"permit","proofs":{"jwt":[{}]}}""", IssuanceErrors.InvalidProof),
        ["the single proof of old drafts"] = (proof => $$$"""{"credential_configuration_id":"permit","proof":{"proof_type":"jwt","jwt":"{{{proof}}}"}}""", IssuanceErrors.InvalidProof),
        ["eleven proofs"] = (proof => $$$"""{"credential_configuration_id":"permit","proofs":{"jwt":[{{{string.Join(',', Enumerable.Repeat($"\"{proof}\"", 11))}}}]}}""", IssuanceErrors.InvalidCredentialRequest),
        ["an encrypted response"] = (proof => $$$"""{"credential_configuration_id":"permit","proofs":{"jwt":["{{{proof}}}"]},"credential_response_encryption":{}}""", IssuanceErrors.InvalidEncryptionParameters),
    };

    public static IEnumerable<TheoryDataRow<string>> Names => Bodies.Keys.Select(name => new TheoryDataRow<string>(name));

    [Theory, MemberData(nameof(Names))]
    [Oidf("VCIIssuerFailOnMissingProof")]
    [Oidf("VCIIssuerFailOnUnknownCredentialConfigurationId")]
    [Oidf("VCIIssuerFailOnUnknownCredentialIdentifier")]
    public async Task A_request_against_the_rules_is_refused_and_uses_nothing_up(string body)
    {
        var town = shared.Town;
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync(subject: body);
        var proof = attacker.Prove(visit, await attacker.NonceAsync(visit));

        var refused = await attacker.PostAsync(visit, Bodies[body].Body(proof));
        var honest = await attacker.RequestAsync(visit, proof);

        Assert.Equal((HttpStatusCode.BadRequest, Bodies[body].Error), (refused.Status, refused.Error));
        Assert.Matches("[(]OpenID4VCI 1.0 .*[)]$", refused.Description);
        Assert.Equal("no-store", refused.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.OK, honest.Status);
    }

    [Fact]
    public async Task A_body_longer_than_64_KiB_is_refused_unread()
    {
        var town = shared.Town;
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync(subject: nameof(A_body_longer_than_64_KiB_is_refused_unread));

        var reply = await attacker.PostAsync(visit, $$"""{"padding":"{{new string('a', CredentialRequest.MaxBytes)}}"}""");

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, IssuanceErrors.InvalidCredentialRequest), (reply.Status, reply.Error));
    }

    [Fact]
    public async Task A_body_that_does_not_say_its_length_is_read_no_further_than_64_KiB()
    {
        var town = shared.Town;
        var visit = await new Attacker(town).EnterAsync(subject: nameof(A_body_that_does_not_say_its_length_is_read_no_further_than_64_KiB));
        using var request = new HttpRequestMessage(HttpMethod.Post, visit.Endpoint) { Content = new StreamContent(new EndlessStream()) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", visit.Token);

        using var reply = await town.Client().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, reply.StatusCode);
    }

    [Fact]
    public async Task A_body_of_another_type_is_refused()
    {
        var town = shared.Town;
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync(subject: nameof(A_body_of_another_type_is_refused));

        using var reply = await attacker.SendAsync(visit, "/issuers/town/credential", new AuthenticationHeaderValue("Bearer", visit.Token), "text/plain");

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Equal(IssuanceErrors.InvalidCredentialRequest, (string?)JsonNode.Parse(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["error"]);
    }

    [Fact]
    [Oidf("CheckCacheControlHeaderContainsNoStore")]
    public async Task Unknown_members_of_a_request_are_ignored()
    {
        var town = shared.Town;
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync(subject: nameof(Unknown_members_of_a_request_are_ignored));
        var body = new CredentialRequest([attacker.Prove(visit, await attacker.NonceAsync(visit))]) { ConfigurationId = visit.Configuration }.ToJson();
        body["a_later_version_of_the_specification"] = new JsonObject { ["says"] = "more" };

        var reply = await attacker.PostAsync(visit, body);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("no-store", reply.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Fewer_proofs_bring_fewer_copies()
    {
        var town = shared.Town;
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync(subject: nameof(Fewer_proofs_bring_fewer_copies));

        var copies = await town.Wallet.FetchCopiesAsync(visit.Issuer, visit.Configuration, visit.Token, 3);

        Assert.Equal(3, copies.Count);
    }
}
