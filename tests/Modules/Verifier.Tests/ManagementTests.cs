using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Verifier.Tests;

/// <summary>Another system of the town asks wallets by <c>/management/v1/presentations</c>.</summary>
public sealed class ManagementTests
{
    private const string Address = "/management/v1/presentations";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static JsonObject Question => new()
    {
        ["dcql_query"] = new JsonObject
        {
            ["credentials"] = new JsonArray(new JsonObject
            {
                ["id"] = "card",
                ["format"] = "dc+sd-jwt",
                ["meta"] = new JsonObject { ["vct_values"] = new JsonArray(VerifyingTown.CardType) },
                ["claims"] = new JsonArray(new JsonObject { ["path"] = new JsonArray("family_name") }),
            }),
        },
        ["purpose"] = new JsonObject { ["de"] = "Zum Prüfen", ["en"] = "For the test" },
    };

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_script_asks_a_wallet_and_reads_what_it_showed(DatabaseKind kind)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        using var script = town.ManagementClient();
        var asked = await AskAsync(script);
        var before = await ReadAsync(script, asked);

        await town.Wallet.PresentAsync((string)asked["wallet_uri"]!);
        var after = await ReadAsync(script, asked);

        Assert.Equal("waiting", (string?)before["state"]);
        Assert.Equal("received", (string?)after["state"]);
        Assert.Equal("""{"family_name":"Mustermann"}""", after["credentials"]!["card"]!["claims"]!.ToJsonString());
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_no_of_the_wallet_is_told_with_its_problem_type(DatabaseKind kind)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        using var script = town.ManagementClient();
        var asked = await AskAsync(script);

        await town.Wallet.RefuseAsync((string)asked["wallet_uri"]!);
        var state = await ReadAsync(script, asked);

        Assert.Equal("refused", (string?)state["state"]);
        Assert.Equal("urn:modellstadt:verifier:wallet-said-no", (string?)state["refusal"]!["type"]);
    }

    [Theory]
    [InlineData("dcql_query")]
    [InlineData("purpose")]
    public async Task A_question_that_lacks_something_is_refused(string missing)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        using var script = town.ManagementClient();
        var question = Question;
        question.Remove(missing);

        using var answer = await script.PostAsJsonAsync(Address, question, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("urn:modellstadt:verifier:query-unusable", (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["type"]);
    }

    [Fact]
    public async Task What_a_page_of_the_town_asked_is_no_business_of_scripts()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        using var script = town.ManagementClient();
        var started = await town.AskAsync();

        using var answer = await script.GetAsync(new Uri($"{Address}/{started.Id}", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Without_the_key_nothing_is_asked()
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        using var stranger = town.Client();

        using var answer = await stranger.PostAsJsonAsync(Address, Question, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static async Task<JsonObject> AskAsync(HttpClient script)
    {
        using var answer = await script.PostAsJsonAsync(Address, Question, Cancellation);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
    }

    private static async Task<JsonObject> ReadAsync(HttpClient script, JsonObject asked) =>
        (await script.GetFromJsonAsync<JsonObject>(new Uri($"{Address}/{asked["id"]}", UriKind.Relative), Cancellation))!;
}
