using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Testing;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Holder;

/// <summary>What a wallet shows: the fitting copy, the claims asked for, bound to the question.</summary>
public sealed class PresentationResponseTests
{
    private static readonly TestIssuer Issuer = new("Test card office", Keys.Now, Keys.Random(1));
    private static readonly PresentableCredential Card = Issue("urn:example:card:1", new JsonObject { ["given_name"] = "Erika", ["birthdate"] = "1964-08-12" });
    private static readonly PresentableCredential Permit = Issue("urn:example:permit:1", new JsonObject { ["plate"] = "GE-AB 123" });

    [Fact]
    public void The_first_fitting_copy_answers_each_query()
    {
        var second = Issue("urn:example:card:1", new JsonObject { ["given_name"] = "Max" });
        var query = Ask("urn:example:card:1", "urn:example:permit:1");

        var chosen = PresentationResponse.Choose(query, [Permit, Card, second]).Expect();

        Assert.Equal((Card, Permit), (chosen["q0"], chosen["q1"]));
    }

    [Fact]
    public void Without_a_fitting_copy_the_verifier_learns_no_more_than_from_a_no()
        => Refusal.Is(PresentationErrors.AccessDenied, PresentationResponse.Choose(Ask("urn:example:card:1", "urn:example:passport:1"), [Card, Permit]));

    [Fact]
    public void A_set_that_is_not_required_is_answered_when_a_copy_fits()
    {
        var query = Ask("urn:example:card:1", "urn:example:permit:1") with { CredentialSets = [new CredentialSetQuery([["q0"]]), new CredentialSetQuery([["q1"]], Required: false)] };

        Assert.Equal(["q0", "q1"], PresentationResponse.Choose(query, [Card, Permit]).Expect().Keys);
        Assert.Equal(["q0"], PresentationResponse.Choose(query, [Card]).Expect().Keys);
        Refusal.Is(PresentationErrors.AccessDenied, PresentationResponse.Choose(query, [Permit]));
    }

    [Fact]
    public void Only_the_claims_asked_for_are_shown()
    {
        var request = new TestVerifier().Ask();

        var token = PresentationResponse.Present(request, new Dictionary<string, PresentableCredential> { ["card"] = Card }, Keys.Now).Expect();

        var shown = ParsedSdJwt.Parse((string)Assert.Single(token["card"]!.AsArray())!).Expect();
        Assert.Equal(["given_name"], shown.Disclosures.Select(disclosure => (string)JsonNode.Parse(Base64Url.Decode(disclosure.Encoded).Expect())![1]!));
        Assert.Equal((request.ClientId, request.Nonce), (shown.KeyBindingJwt!.Payload.Text("aud"), shown.KeyBindingJwt.Payload.Text("nonce")));
    }

    [Fact]
    public void An_answer_is_encrypted_to_the_key_in_the_question_and_carries_its_state()
    {
        var verifier = new TestVerifier();

        var response = PresentationResponse.Encrypt(verifier.Ask(), new JsonObject { ["card"] = new JsonArray("x~") }, Keys.Random(5));

        var jwe = CompactJwe.Decrypt(response, verifier.Decryption).Expect();
        Assert.Equal("key-1", jwe.Header.Text("kid"));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"vp_token":{"card":["x~"]},"state":"state-1"}"""), JsonNode.Parse(jwe.Plaintext)));
    }

    private static PresentableCredential Issue(string type, JsonObject claims) => Issuer.Issue(type, claims, Keys.Now.AddDays(30));

    private static DcqlQuery Ask(params IReadOnlyList<string> types) =>
        new([.. types.Select((type, number) => CredentialQuery.SdJwt($"q{number}", [type], []))]);
}
