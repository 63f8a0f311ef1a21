using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Modellstadt.City.Tests.Hosting;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests;

/// <summary>Does what the guide for developers says, with the blocks that stand in it.</summary>
public sealed partial class OwnCredentialGuide : IDisposable
{
    private readonly string types = Directory.CreateTempSubdirectory("modellstadt-types-").FullName;
    private readonly string guide = File.ReadAllText(ProductFiles.PathOf("docs/guides/en/issue-your-own-credential.md"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_developer_describes_offers_and_verifies_a_card_with_the_blocks_of_the_guide()
    {
        await File.WriteAllTextAsync(Path.Combine(types, "library-card.json"), JsonBlock().Match(guide).Groups[1].Value, Cancellation);
        await using var town = await RunningTown.StartAsync(new Dictionary<string, string?> { ["Issuer:TypesDirectory"] = types });
        using var management = town.ManagementClient();
        using var http = HostedTown.NewClient();
#pragma warning disable RS0030 // The town is a process of its own, with the machine's clock.
        var wallet = new HeadlessWallet(http, TimeProvider.System, RandomSource.System.Fill);
#pragma warning restore RS0030
        await wallet.TrustAsync(town);

        var offer = await CallAsync(management, "/management/v1/offers");
        var copies = await wallet.ReceiveAsync((string)offer["wallet_uri"]!);
        Assert.Equal(10, copies.Count);

        var question = await CallAsync(management, "/management/v1/presentations");
        await wallet.PresentAsync((string)question["wallet_uri"]!);
        var result = (await management.GetFromJsonAsync<JsonObject>($"/management/v1/presentations/{question["id"]}", Cancellation))!;

        Assert.Equal("received", (string?)result["state"]);
        Assert.Equal(["/issuers/{slug}/offers/{reference}", "/issuers/{slug}/token", "/issuers/{slug}/credential"], await ReadFlowAsync(management, offer));
        Assert.Equal(["/verifier/requests/{walletId}", "/verifier/responses/{walletId}"], await ReadFlowAsync(management, question));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"reader_number":"4711","may_borrow_films":true}"""), result["credentials"]!["card"]!["claims"]));
    }

    [Theory]
    [InlineData("\"library-card\"", "\"Library Card\"", "configuration_id")]
    [InlineData("\"#7a2e0e\"", "\"brown\"", "colour")]
    [InlineData("\"reader_number\"", "\"cnf\"", "cnf")]
    [InlineData("\"vct\"", "\"vtc\"", "vtc")]
    public async Task A_mistake_in_the_file_ends_the_start_and_says_what_is_wrong(string right, string wrong, string named)
    {
        await File.WriteAllTextAsync(Path.Combine(types, "library-card.json"), JsonBlock().Match(guide).Groups[1].Value.Replace(right, wrong, StringComparison.Ordinal), Cancellation);

        var failed = await Assert.ThrowsAnyAsync<Exception>(() => RunningTown.StartAsync(new Dictionary<string, string?> { ["Issuer:TypesDirectory"] = types }));

        Assert.Contains("library-card.json", failed.Message, StringComparison.Ordinal);
        Assert.Contains(named, failed.Message, StringComparison.Ordinal);
    }

    public void Dispose() => TestFolder.Remove(types);

    /// <summary>The addresses that a wallet called, in their order.</summary>
    private static async Task<string[]> ReadFlowAsync(HttpClient management, JsonObject opened)
    {
        var flow = (await management.GetFromJsonAsync<JsonObject>($"/management/v1/flows/{opened["id"]}", Cancellation))!;
        return [.. flow["steps"]!.AsArray().Select(step => ((string)step!["request"]!).Split(' ')[1])];
    }

    /// <summary>Sends the body that the guide's call to this address has.</summary>
    private async Task<JsonObject> CallAsync(HttpClient management, string address)
    {
        var body = Regex.Match(guide, $@"\$town{Regex.Escape(address)} -d '(.*?)'\r?\n```", RegexOptions.Singleline).Groups[1].Value;
        using var answer = await management.PostAsJsonAsync(address, JsonNode.Parse(body), Cancellation);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
    }

    [GeneratedRegex("```json\r?\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}
