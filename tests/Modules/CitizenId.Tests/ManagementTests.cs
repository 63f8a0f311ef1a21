using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.CitizenId.Tests;

/// <summary>What scripts can do: list the made-up people, offer a person's cards.</summary>
public sealed class ManagementTests
{
    private const string CitizenIdOffers = "/management/v1/citizen-ids/offers";
    private const string IdCardOffers = "/management/v1/demo/id-card/offers";
    private const string DemoPersons = "/management/v1/demo/persons";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_script_takes_a_person_from_the_list_to_both_cards(DatabaseKind kind)
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        using var script = town.ManagementClient();
        using var citizen = town.NewCitizen();
        var person = (await script.GetFromJsonAsync<JsonArray>($"{DemoPersons}?story=eligible&take=1", Cancellation))!.Single()!.AsObject();

        var idCard = await citizen.Wallet.ReceiveAsync((string)(await OfferAsync(script, IdCardOffers, person.Text("resident_id")!))["wallet_uri"]!);
        var offered = await OfferAsync(script, CitizenIdOffers, person.Text("resident_id")!);
        var citizenId = await citizen.Wallet.ReceiveAsync((string)offered["wallet_uri_by_value"]!);

        Assert.Equal((person.Text("given_name"), person.Text("family_name")), (idCard[0].Credential.Claims.Text("given_name"), idCard[0].Credential.Claims.Text("family_name")));
        Assert.Equal(person.Text("birthdate"), citizenId[0].Credential.Claims.Text("birthdate"));
        Assert.Matches("^[A-Z0-9]{4}-[A-Z0-9]{4}$", (string)offered["code"]!);
        Assert.StartsWith("http://wallet.localhost:5081/receive?", (string)offered["town_wallet_uri"]!, StringComparison.Ordinal);
        Assert.Equal(town.Time.Now.AddMinutes(10), (DateTimeOffset)offered["expires_at"]!);
    }

    [Fact]
    public async Task The_typed_code_of_an_offer_leads_to_the_offer()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var script = town.ManagementClient();
        using var citizen = town.NewCitizen();
        var offered = await OfferAsync(script, CitizenIdOffers, town.AnyOf(DemoStory.Eligible).Id.Value);
        await citizen.Wallet.ReceiveAsync(await citizen.Wallet.LookUpOfferAsync(town.Town.PublicUrl, (string)offered["code"]!));
    }

    [Theory]
    [InlineData(DemoStory.MovedAway, 422, "urn:modellstadt:citizen-id:no-longer-resident")]
    [InlineData(DemoStory.Deceased, 422, "urn:modellstadt:citizen-id:only-at-the-office")]
    [InlineData(DemoStory.Blocked, 422, "urn:modellstadt:citizen-id:only-at-the-office")]
    public async Task A_script_gets_no_citizen_ID_that_its_person_would_not_get(DemoStory story, int status, string type)
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var script = town.ManagementClient();
        await AssertProblemAsync(await script.PostAsJsonAsync(CitizenIdOffers, new { resident_id = town.AnyOf(story).Id.Value }, Cancellation), status, type);
    }

    [Theory]
    [InlineData(CitizenIdOffers)]
    [InlineData(IdCardOffers)]
    public async Task Nobody_has_an_unknown_key(string address)
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var script = town.ManagementClient();
        await AssertProblemAsync(await script.PostAsJsonAsync(address, new { resident_id = "nobody" }, Cancellation), 404, "urn:modellstadt:citizen-id:resident-unknown");
        await AssertProblemAsync(await script.PostAsJsonAsync(address, new { }, Cancellation), 404, "urn:modellstadt:citizen-id:resident-unknown");
    }

    [Fact]
    public async Task A_silent_register_is_said_to_be_silent()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var script = town.ManagementClient();
        await town.SilenceRegisterAsync(true);
        await AssertProblemAsync(
            await script.PostAsJsonAsync(CitizenIdOffers, new { resident_id = town.AnyOf(DemoStory.Eligible).Id.Value }, Cancellation), 503, "urn:modellstadt:citizen-id:register-unreachable");
    }

    [Theory]
    [InlineData("POST", CitizenIdOffers)]
    [InlineData("POST", IdCardOffers)]
    [InlineData("POST", "/management/v1/citizen-ids/revocations")]
    [InlineData("POST", "/management/v1/citizen-ids/suspensions")]
    [InlineData("POST", "/management/v1/citizen-ids/resumptions")]
    [InlineData("GET", DemoPersons)]
    public async Task Without_the_key_nothing_opens(string method, string address)
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var stranger = new HttpClient(town.Line()) { BaseAddress = town.Town.PublicUrl };
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
        if (method == "POST")
            request.Content = JsonContent.Create(new { resident_id = town.AnyOf(DemoStory.Eligible).Id.Value });
        using var answer = await stranger.SendAsync(request, Cancellation);
        await AssertProblemAsync(answer, 401, "urn:modellstadt:accounts:management-key-missing");
    }

    [Fact]
    public async Task The_list_names_the_stories_and_comes_in_parts()
    {
        await using var town = await IdentifyingTown.StartAsync();
        using var script = town.ManagementClient();
        var first = await ListAsync(script, "?take=10");
        var next = await ListAsync(script, "?skip=10&take=10");
        Assert.Equal(town.Persons.All.Take(20).Select(person => person.Id.Value), first.Concat(next).Select(person => person.Text("resident_id")));
        Assert.Equal(50, (await ListAsync(script, "")).Count);
        Assert.Equal(1_000, (await ListAsync(script, "?take=100000")).Count);
        Assert.Single(await ListAsync(script, "?take=-5"));
        Assert.All(await ListAsync(script, "?story=moved-away"), person => Assert.Equal("moved-away", person.Text("story")));
        Assert.Empty(await ListAsync(script, "?story=unheard-of"));
    }

    [Fact]
    public async Task A_town_that_is_no_demo_has_no_ID_card_office()
    {
        await using var town = await IdentifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), ("Town:Demo", "false"));
        using var script = town.ManagementClient();
        using var citizen = town.NewCitizen();

        Assert.Equal(HttpStatusCode.NotFound, (await script.GetAsync(DemoPersons, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.Browser.GetAsync("/demo-id-card")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.Browser.GetAsync($"/demo-id-card/offers/{town.Random.NewId()}?person=x")).Status);
        Assert.DoesNotContain("DEMO", (await citizen.Browser.GetAsync("/citizen-id")).Html, StringComparison.Ordinal);
        using var issuer = await script.GetAsync("/.well-known/openid-credential-issuer/issuers/demo-id-card", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, issuer.StatusCode);
    }

    private static async Task<JsonObject> OfferAsync(HttpClient script, string address, string resident)
    {
        using var answer = await script.PostAsJsonAsync(address, new { resident_id = resident }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
    }

    private static async Task<IReadOnlyList<JsonObject>> ListAsync(HttpClient script, string query) =>
        [.. (await script.GetFromJsonAsync<JsonArray>(DemoPersons + query, Cancellation))!.Select(person => person!.AsObject())];

    private static async Task AssertProblemAsync(HttpResponseMessage answer, int status, string type)
    {
        var problem = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
        Assert.Equal((status, type), ((int)answer.StatusCode, problem.Text("type")));
        Assert.NotNull(problem.Text("nextStep"));
        Assert.NotNull(problem.Text("flowId"));
        answer.Dispose();
    }
}
