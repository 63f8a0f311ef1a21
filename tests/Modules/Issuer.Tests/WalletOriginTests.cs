using System.Net;

namespace Modellstadt.Issuer.Tests;

/// <summary>Wallets live on other hosts: any origin may call the addresses made for them, and no others.</summary>
public sealed class WalletOriginTests(SharedTown shared) : IClassFixture<SharedTown>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("POST", "/issuers/town/token")]
    [InlineData("POST", "/issuers/town/nonce")]
    [InlineData("POST", "/issuers/town/credential")]
    [InlineData("GET", "/issuers/town/offers/reference")]
    [InlineData("GET", "/issuers/codes/A2222222")]
    [InlineData("GET", "/issuers/town/status-lists/1")]
    public async Task A_browser_asks_first_and_is_allowed(string method, string address)
    {
        var town = shared.Town;

        using var answer = await PreflightAsync(town, method, address);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("authorization", string.Join(',', answer.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.OrdinalIgnoreCase);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task No_foreign_page_calls_the_management_addresses()
    {
        var town = shared.Town;

        using var answer = await PreflightAsync(town, "POST", "/management/v1/offers");

        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_refusal_can_be_read_from_any_origin_too()
    {
        var town = shared.Town;
        using var client = town.Client();
        client.DefaultRequestHeaders.Add("Origin", "https://wallet.example");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "other")]);

        using var answer = await client.PostAsync("/issuers/town/token", form, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    private static async Task<HttpResponseMessage> PreflightAsync(IssuingTown town, string method, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, address);
        request.Headers.Add("Origin", "https://wallet.example");
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        return await town.Client().SendAsync(request, Cancellation);
    }
}
