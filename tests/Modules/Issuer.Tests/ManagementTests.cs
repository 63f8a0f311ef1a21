using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>Other systems of the town offer credentials.</summary>
public sealed class ManagementTests
{
    private const string Offers = "/management/v1/offers";

    private static readonly Dictionary<string, (string Body, HttpStatusCode Status)> Bodies = new()
    {
        ["an unknown type"] = ("""{"credential_configuration_id":"passport","claims":{},"subject":"x"}""", HttpStatusCode.UnprocessableEntity),
        ["a claim the issuer makes"] = ("""{"credential_configuration_id":"permit","claims":{"exp":1},"subject":"x"}""", HttpStatusCode.UnprocessableEntity),
        ["a key of its own"] = ("""{"credential_configuration_id":"permit","claims":{"cnf":{}},"subject":"x"}""", HttpStatusCode.UnprocessableEntity),
        ["a name of the format"] = ("""{"credential_configuration_id":"permit","claims":{"zone":{"_sd":[]}},"subject":"x"}""", HttpStatusCode.UnprocessableEntity),
        ["nothing"] = ("", HttpStatusCode.BadRequest),
        ["an empty object"] = ("{}", HttpStatusCode.BadRequest),
        ["no claims"] = ("""{"credential_configuration_id":"permit","subject":"x"}""", HttpStatusCode.BadRequest),
        ["null claims"] = ("""{"credential_configuration_id":"permit","claims":null,"subject":"x"}""", HttpStatusCode.BadRequest),
        ["no subject"] = ("""{"credential_configuration_id":"permit","claims":{}}""", HttpStatusCode.BadRequest),
        ["a subject of endless length"] = ($$$"""{"credential_configuration_id":"permit","claims":{},"subject":"{{{new string('x', 201)}}}"}""", HttpStatusCode.BadRequest),
        ["claims that are no object"] = ("""{"credential_configuration_id":"permit","claims":[],"subject":"x"}""", HttpStatusCode.BadRequest),
    };

    public static IEnumerable<TheoryDataRow<string>> Names => Bodies.Keys.Select(name => new TheoryDataRow<string>(name));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_script_says_yes_in_place_of_the_person_to_one_wallet(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind), ("Issuer:Policies:permit", "Haip"));
        using var client = town.ManagementClient();
        var citizen = new AskingWallet(town);
        var issuer = await citizen.ReadIssuerAsync();
        var asked = await citizen.Wallet.AskAsync(issuer, IssuingTown.Permit);
        var decision = new { request_uri = asked.RequestUri, offer_id = (Guid)(await CreateAsync(client))["id"]! };

        using var granted = await client.PostAsJsonAsync("/management/v1/authorizations", decision, Cancellation);
        using var repeated = await client.PostAsJsonAsync("/management/v1/authorizations", decision, Cancellation);
        var address = new Uri((string)(await granted.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["redirect_uri"]!);
        var copies = await citizen.FetchAsync(issuer, await citizen.Wallet.ExchangeAsync(issuer, asked, address));
        using var late = await client.PostAsJsonAsync("/management/v1/authorizations", decision, Cancellation);

        Assert.NotEmpty(copies);
        Assert.Equal(address.OriginalString, (string?)(await repeated.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["redirect_uri"]);
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
    }

    [Theory]
    [InlineData("""{"request_uri":"urn:ietf:params:oauth:request_uri:guessed","offer_id":"7b0d1a0e-3c1e-4a8e-9d0a-0a0a0a0a0a0a"}""", HttpStatusCode.Gone)]
    [InlineData("""{"offer_id":"7b0d1a0e-3c1e-4a8e-9d0a-0a0a0a0a0a0a"}""", HttpStatusCode.Gone)]
    [InlineData("{}", HttpStatusCode.Gone)]
    public async Task A_request_that_does_not_wait_is_granted_by_no_script(string body, HttpStatusCode status)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        using var client = town.ManagementClient();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var answer = await client.PostAsync("/management/v1/authorizations", content, Cancellation);

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_offer_made_by_a_script_reaches_a_wallet_and_its_state_can_be_read(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        using var client = town.ManagementClient();

        var offer = await CreateAsync(client);
        Assert.Equal("open", await StateAsync(client, offer));
        var copies = await town.Wallet.ReceiveAsync((string)offer["wallet_uri"]!);

        Assert.Equal("GE-XY 9", (string?)copies[0].Credential.Claims["plate"]);
        Assert.Equal("redeemed", await StateAsync(client, offer));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_same_idempotency_key_gives_the_same_offer(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        using var client = town.ManagementClient();

        var first = await CreateAsync(client, "order-1");
        var again = await CreateAsync(client, "order-1");
        var other = await CreateAsync(client, "order-2");
        var without = await CreateAsync(client);

        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.Equal(3, new[] { first, other, without }.Select(offer => (string)offer["id"]!).Distinct().Count());
    }

    [Fact]
    public async Task A_transaction_code_is_told_to_the_script_only()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        using var client = town.ManagementClient();

        var offer = await CreateAsync(client, transactionCode: true);
        var opened = await town.Wallet.OpenOfferAsync((string)offer["wallet_uri"]!);

        Assert.Matches("^[0-9]{6}$", (string?)offer["transaction_code"]);
        Assert.Equal(6, opened.TransactionCode!.Length);
        Assert.Equal(10, (await town.Wallet.ReceiveAsync((string)offer["wallet_uri"]!, (string)offer["transaction_code"]!)).Count);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task An_offer_that_cannot_be_kept_is_refused_with_a_problem(string body)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        using var content = new StringContent(Bodies[body].Body, Encoding.UTF8, "application/json");

        using var answer = await town.ManagementClient().PostAsync(Offers, content, Cancellation);

        Assert.Equal(Bodies[body].Status, answer.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    [InlineData("a-key-for-tests-that-is-long-enough-012345678")]
    public async Task Without_the_key_nothing_is_offered_and_nothing_is_read(string? key)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var offer = await town.OfferAsync();
        using var client = town.Client();
        client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);

        using var created = await client.PostAsJsonAsync(Offers, Body(), Cancellation);
        using var read = await client.GetAsync($"{Offers}/{offer.Id}", Cancellation);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (created.StatusCode, read.StatusCode));
    }

    [Fact]
    public async Task An_unknown_offer_has_no_state()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));

        using var answer = await town.ManagementClient().GetAsync($"{Offers}/{new Guid(7, 0, 0, new byte[8])}", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task An_offer_by_value_and_by_reference_say_the_same()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        using var client = town.ManagementClient();
        var offer = await CreateAsync(client, transactionCode: true);

        var byValue = CredentialOfferLink.Parse((string)offer["wallet_uri_by_value"]!).Expect().Offer!;
        var byReference = await town.Wallet.OpenOfferAsync((string)offer["wallet_uri"]!);

        Assert.True(JsonNode.DeepEquals(byReference.ToJson(), byValue.ToJson()));
        Assert.Equal(10, (await town.Wallet.ReceiveAsync((string)offer["wallet_uri_by_value"]!, (string)offer["transaction_code"]!)).Count);
    }

    private static async Task<JsonObject> CreateAsync(HttpClient client, string? idempotencyKey = null, bool transactionCode = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Offers) { Content = JsonContent.Create(Body(transactionCode)) };
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        using var answer = await client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
    }

    private static async Task<string?> StateAsync(HttpClient client, JsonObject offer) =>
        (await client.GetFromJsonAsync<JsonObject>($"{Offers}/{offer["id"]}", Cancellation))!["state"]!.ToString();

    private static JsonObject Body(bool transactionCode = false) => new()
    {
        ["credential_configuration_id"] = IssuingTown.Permit,
        ["claims"] = new JsonObject { ["plate"] = "GE-XY 9" },
        ["subject"] = "script/1",
        ["transaction_code"] = transactionCode,
    };
}
