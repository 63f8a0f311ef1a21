using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Modellstadt.City.Tests.Hosting;

/// <summary>What a developer finds under the number on a citizen's screen.</summary>
public sealed class FlowTests(HostedTown hosted) : IClassFixture<HostedTown>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("de", "Der Code ist falsch, abgelaufen oder schon benutzt.")]
    [InlineData("en", "The code is wrong, expired or used already.")]
    public async Task A_refusal_has_code_clause_sentence_and_a_number_that_leads_to_the_flow(string language, string sentence)
    {
        using var wallet = HostedTown.NewClient();
        wallet.DefaultRequestHeaders.Add("Accept-Language", language);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "urn:ietf:params:oauth:grant-type:pre-authorized_code", ["pre-authorized_code"] = "guessed" });
        using var answer = await wallet.PostAsync(new Uri(hosted.Town.PortalUrl, "/issuers/town/token"), form, Cancellation);
        var error = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
        Assert.Equal("invalid_grant", (string?)error["error"]);
        Assert.Contains("RFC 6749", (string)error["error_description"]!, StringComparison.Ordinal);
        Assert.StartsWith(sentence, (string?)error["modellstadt_message"], StringComparison.Ordinal);

        var flow = await ReadFlowAsync((string)error["modellstadt_flow_id"]!);

        var refusal = flow["steps"]![0]!["refusal"]!;
        Assert.Equal("invalid_grant", (string?)refusal["code"]);
        Assert.Contains("RFC 6749", (string)refusal["clause"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_id_of_an_offer_leads_to_everything_that_a_wallet_did_with_it()
    {
        using var management = hosted.Town.ManagementClient();
        using var made = await management.PostAsJsonAsync(
            "/management/v1/offers", new { credential_configuration_id = "pid", claims = new { given_name = "Ada" }, subject = "test/flow" }, Cancellation);
        var offer = (await made.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
        using var wallet = HostedTown.NewClient();
        var link = new Uri((string)offer["wallet_uri"]!);
        var reference = Uri.UnescapeDataString(link.Query.Split("credential_offer_uri=")[1]);
        await wallet.GetStringAsync(new Uri(reference), Cancellation);

        var flow = await ReadFlowAsync((string)offer["id"]!);

        Assert.Equal("GET /issuers/{slug}/offers/{reference}", (string?)flow["steps"]![0]!["request"]);
    }

    [Fact]
    public async Task A_number_nobody_knows_is_not_found()
    {
        using var management = hosted.Town.ManagementClient();
        using var answer = await management.GetAsync("/management/v1/flows/0000000000", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<JsonObject> ReadFlowAsync(string id)
    {
        using var management = hosted.Town.ManagementClient();
        return (await management.GetFromJsonAsync<JsonObject>($"/management/v1/flows/{id}", Cancellation))!;
    }
}
