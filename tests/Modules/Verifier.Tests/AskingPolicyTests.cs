using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Testing;

namespace Modellstadt.Verifier.Tests;

/// <summary>Each question is asked and answered as its policy says, and never more weakly (OpenID4VP 1.0 §5.9, §5.10, §8.2 to §8.4).</summary>
public sealed class AskingPolicyTests
{
    private const string Address = "/management/v1/presentations";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_script_asks_under_each_prefix_and_in_each_mode(DatabaseKind kind)
    {
        await using var town = await StartAsync(kind);
        foreach (var prefix in new[] { "x509_hash", "x509_san_dns", "redirect_uri" })
        {
            foreach (var mode in new[] { "direct_post.jwt", "direct_post" })
            {
                town.MeetCitizen();
                town.Wallet.AcceptsBaseProfile = true;
                var asked = await AskAsync(town, question => (question["client_id_prefix"], question["response_mode"]) = (prefix, mode));
                var request = (await town.Wallet.OpenRequestAsync((string)asked["wallet_uri"]!)).Request;

                await town.Wallet.PresentAsync(request);

                Assert.StartsWith(prefix + ":", request.ClientId, StringComparison.Ordinal);
                Assert.Equal(mode == "direct_post", request.Encryption is null);
                Assert.Equal("received", (string?)(await ReadAsync(town, asked))["state"]);
            }
        }
    }

    [Fact]
    public async Task An_attested_town_asks_under_its_attestation()
    {
        await using var town = await StartAsync();
        var attester = SoftwareSigningKey.Create(town.Random.Fill);
        var access = (await town.Wallet.OpenRequestAsync(town.LinkOf(await town.AskAsync()))).Verifier.Certificate!;
        var attestation = new VerifierAttestation("https://attester.example", "gelsenkirchen.example", access.Key.PublicKey, town.Time.Now.AddDays(1));
        Assert.Equal("client-id-prefix-unusable", await RefusalAsync(town, question => question["client_id_prefix"] = "verifier_attestation"));
        await File.WriteAllTextAsync(Path.Combine(town.DataDirectory, "keys", "verifier-attestation.jwt"), attestation.Sign(attester), Cancellation);
        await town.RestartAsync();
        town.MeetCitizen();
        town.Wallet.AttestationIssuers["https://attester.example"] = VerificationKey.Import(attester.PublicKey);

        var asked = await AskAsync(town, question => question["client_id_prefix"] = "verifier_attestation");
        var request = await town.Wallet.OpenRequestAsync((string)asked["wallet_uri"]!);
        await town.Wallet.PresentAsync(request.Request);

        Assert.Equal("verifier_attestation:gelsenkirchen.example", request.Request.ClientId);
        Assert.Equal("received", (string?)(await ReadAsync(town, asked))["state"]);
    }

    [Fact]
    public async Task An_attestation_for_another_key_stops_the_town()
    {
        await using var town = await StartAsync();
        var foreign = SoftwareSigningKey.Create(town.Random.Fill);
        var attestation = new VerifierAttestation("https://attester.example", "gelsenkirchen.example", foreign.PublicKey, town.Time.Now.AddDays(1));
        await File.WriteAllTextAsync(Path.Combine(town.DataDirectory, "keys", "verifier-attestation.jwt"), attestation.Sign(foreign), Cancellation);

        await Assert.ThrowsAsync<InvalidOperationException>(() => town.RestartAsync());
    }

    [Theory]
    [InlineData("direct_post.jwt", "vp_token")]
    [InlineData("direct_post", "response")]
    public async Task An_answer_in_another_way_than_asked_for_changes_nothing(string mode, string parameter)
    {
        await using var town = await StartAsync();
        var started = await town.AskAsync(policy: new AskingPolicy { AnswersInTheClear = mode == "direct_post" });
        var request = (await town.Wallet.OpenRequestAsync(town.LinkOf(started))).Request;
        var attacker = new Attacker(town);
        var token = new JsonObject { ["card"] = new JsonArray(attacker.Present(request)) }.ToJsonString();

        var reply = await town.Wallet.PostAnswerAsync(request.ResponseUri, [KeyValuePair.Create(parameter, token), KeyValuePair.Create("state", request.State!)]);

        Assert.Equal((HttpStatusCode.BadRequest, PresentationErrors.InvalidResponse), (reply.Status, reply.Error));
        Assert.Equal(PresentationState.Waiting, (await town.ProgressAsync(started))!.State);
        Assert.Equal(HttpStatusCode.OK, (await attacker.AnswerAsync(request, attacker.Present(request))).Status);
    }

    [Fact]
    public async Task A_wallet_that_sends_a_key_gets_its_question_encrypted()
    {
        await using var town = await StartAsync();
        town.Wallet.WantsEncryptedQuestions = true;

        var request = (await town.Wallet.OpenRequestAsync(town.LinkOf(await town.AskAsync()))).Request;

        Assert.Equal(HttpStatusCode.OK, (await town.Wallet.PresentAsync(request)).Status);
    }

    [Theory]
    [InlineData("""{"jwks":{"keys":[{"kty":"EC","crv":"P-384","x":"a","y":"b"}]}}""")]
    [InlineData("""{"jwks":{"keys":[]}}""")]
    [InlineData("""{"client_id_prefixes_supported":["redirect_uri"]}""")]
    [InlineData("""{"request_object_signing_alg_values_supported":["EdDSA"]}""")]
    [InlineData("""{"vp_formats_supported":""")]
    public async Task A_wallet_that_could_not_read_the_question_gets_none(string metadata)
    {
        await using var town = await StartAsync();
        using var http = town.Client();
        var link = PresentationLink.Parse((await town.AskAsync()).RequestUri, allowsInsecureHttp: true).Expect();

        using var refused = await http.PostAsync(link.RequestUri, new FormUrlEncodedContent([KeyValuePair.Create("wallet_metadata", metadata)]), Cancellation);
        using var served = await http.PostAsync(link.RequestUri, new FormUrlEncodedContent([KeyValuePair.Create("wallet_metadata", """{"vp_formats_supported":{"dc+sd-jwt":{}}}""")]), Cancellation);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (refused.StatusCode, served.StatusCode));
    }

    [Fact]
    public async Task A_question_in_the_link_lies_nowhere_else()
    {
        await using var town = await StartAsync();
        var started = await town.AskAsync(policy: new AskingPolicy { ClientIdPrefix = ClientIdentifier.RedirectUri });
        var address = (await town.Wallet.OpenRequestAsync(town.LinkOf(started))).Request.ResponseUri.AbsoluteUri.Replace("/responses/", "/requests/", StringComparison.Ordinal);
        using var http = town.Client();

        using var answer = await http.GetAsync(new Uri(address), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_declaration_is_authorised_with_the_card(DatabaseKind kind)
    {
        await using var town = await StartAsync(kind);
        var asked = await AskAsync(town, question => question["transaction_data"] = new JsonArray(Declaration()));

        var request = (await town.Wallet.OpenRequestAsync((string)asked["wallet_uri"]!)).Request;
        await town.Wallet.PresentAsync(request);

        Assert.Equal("Ich beantrage den Bewohnerparkausweis für GE-AB 123 zu 30,70 Euro im Jahr.", request.Transactions[0].Content.Text("statement_de"));
        Assert.Equal("received", (string?)(await ReadAsync(town, asked))["state"]);
    }

    [Fact]
    public async Task An_answer_that_does_not_authorise_the_declaration_is_refused()
    {
        await using var town = await StartAsync();
        var asked = await AskAsync(town, question => question["transaction_data"] = new JsonArray(Declaration()));
        var request = (await town.Wallet.OpenRequestAsync((string)asked["wallet_uri"]!)).Request;
        var attacker = new Attacker(town);

        var reply = await attacker.AnswerAsync(request, attacker.Present(request));

        Assert.Equal((HttpStatusCode.BadRequest, PresentationErrors.TransactionNotAuthorised), (reply.Status, reply.Error));
        Assert.Equal("refused", (string?)(await ReadAsync(town, asked))["state"]);
    }

    [Fact]
    public async Task Several_cards_are_read_where_the_question_allows_several()
    {
        await using var town = await StartAsync();
        var second = town.Issuer.Issue(VerifyingTown.CardType, new JsonObject { ["family_name"] = "Musterfrau" }, town.Time.Now.AddDays(30));
        var asked = await AskAsync(town, question => question["dcql_query"]!["credentials"]![0]!["multiple"] = true);
        var request = (await town.Wallet.OpenRequestAsync((string)asked["wallet_uri"]!)).Request;

        var chosen = new Dictionary<string, IReadOnlyList<PresentableCredential>> { ["card"] = [town.Card, second] };
        await town.Wallet.PostAnswerAsync(request.ResponseUri, PresentationResponse.Form(request, PresentationResponse.Present(request, chosen, town.Time.Now).Expect(), town.Random.Fill));

        var card = (await ReadAsync(town, asked))["credentials"]!["card"]!;
        Assert.Equal("Mustermann", (string?)card["claims"]!["family_name"]);
        Assert.Equal("Musterfrau", (string?)Assert.Single(card["further"]!.AsArray())!["claims"]!["family_name"]);
    }

    [Fact]
    public async Task A_card_without_holder_binding_is_read_where_the_question_does_without()
    {
        await using var town = await StartAsync();
        var query = new DcqlQuery([CredentialQuery.SdJwt("card", [VerifyingTown.CardType], ["given_name", "family_name", "address"]) with { RequiresHolderBinding = false }]);
        var attacker = new Attacker(town);
        var bound = (await town.Wallet.OpenRequestAsync(town.LinkOf(await town.AskAsync()))).Request;
        var relaxed = (await town.Wallet.OpenRequestAsync(town.LinkOf(await town.AskAsync(query: query)))).Request;

        Assert.Equal(HttpStatusCode.OK, (await attacker.AnswerAsync(relaxed, attacker.Select())).Status);
        Assert.Equal(ErrorCodes.KeyBindingMissing, (await attacker.AnswerAsync(bound, attacker.Select())).Error);
    }

    [Theory]
    [InlineData("client_id_prefix", "\"decentralized_identifier\"", "client-id-prefix-unusable")]
    [InlineData("response_mode", "\"fragment\"", "response-mode-unusable")]
    [InlineData("transaction_data", """[{"type":"urn:example:payment","credential_ids":["card"]}]""", "transaction-unusable")]
    [InlineData("transaction_data", """[{"type":"urn:modellstadt:transaction:declaration:1","credential_ids":["card"],"statement_de":"Ja."}]""", "transaction-unusable")]
    [InlineData("transaction_data", """[{"type":"urn:modellstadt:transaction:declaration:1","credential_ids":["other"],"statement_de":"Ja.","statement_en":"Yes."}]""", "transaction-unusable")]
    [InlineData("transaction_data", "[null]", "transaction-unusable")]
    public async Task A_question_that_cannot_be_asked_is_refused_with_its_reason(string member, string value, string reason)
    {
        await using var town = await StartAsync();

        Assert.Equal(reason, await RefusalAsync(town, question => question[member] = JsonNode.Parse(value)));
    }

    [Theory]
    [InlineData("format", "\"jwt_vc_json\"", "format-unusable")]
    [InlineData("trusted_authorities", """[{"type":"etsi_tl","values":["https://lotl.example.com"]}]""", "authority-unusable")]
    [InlineData("trusted_authorities", """[{"type":"aki","values":["s9tIpPmhxdiuNkHMEWNpYim8S8Y"]},{"type":"openid_federation","values":["https://ta.example"]}]""", "authority-unusable")]
    [InlineData("claims", """[{"path":["family_name"]},{"path":["family_name"]}]""", "query-unusable")]
    public async Task A_query_whose_answers_cannot_be_checked_is_refused_with_its_reason(string member, string value, string reason)
    {
        await using var town = await StartAsync();

        Assert.Equal(reason, await RefusalAsync(town, question => question["dcql_query"]!["credentials"]![0]![member] = JsonNode.Parse(value)));
    }

    private static async Task<VerifyingTown> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        town.Wallet.AcceptsBaseProfile = true;
        return town;
    }

    private static JsonObject Declaration() => new()
    {
        ["type"] = "urn:modellstadt:transaction:declaration:1",
        ["credential_ids"] = new JsonArray("card"),
        ["statement_de"] = "Ich beantrage den Bewohnerparkausweis für GE-AB 123 zu 30,70 Euro im Jahr.",
        ["statement_en"] = "I apply for the resident parking permit for GE-AB 123 at 30.70 euros a year.",
    };

    private static JsonObject Question(Action<JsonObject> change)
    {
        var question = new JsonObject
        {
            ["dcql_query"] = DcqlQuery.ForSdJwt("card", VerifyingTown.CardType, "family_name").ToJson(),
            ["purpose"] = new JsonObject { ["de"] = "Zum Prüfen", ["en"] = "For the test" },
        };
        change(question);
        return question;
    }

    private static async Task<JsonObject> AskAsync(VerifyingTown town, Action<JsonObject> change)
    {
        using var script = town.ManagementClient();
        using var answer = await script.PostAsJsonAsync(Address, Question(change), Cancellation);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
    }

    private static async Task<string> RefusalAsync(VerifyingTown town, Action<JsonObject> change)
    {
        using var script = town.ManagementClient();
        using var answer = await script.PostAsJsonAsync(Address, Question(change), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return ((string)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["type"]!)["urn:modellstadt:verifier:".Length..];
    }

    private static async Task<JsonObject> ReadAsync(VerifyingTown town, JsonObject asked)
    {
        using var script = town.ManagementClient();
        return (await script.GetFromJsonAsync<JsonObject>(new Uri($"{Address}/{asked["id"]}", UriKind.Relative), Cancellation))!;
    }
}
