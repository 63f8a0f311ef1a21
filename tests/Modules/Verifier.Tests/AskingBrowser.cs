using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Modellstadt.Verifier.Tests;

/// <summary>The script on a page of the portal, in the browser that asked; a test may change what the browser says of itself.</summary>
internal sealed class AskingBrowser(VerifyingTown town)
{
    /// <summary>What the browser sends as <c>Origin</c>; null for none.</summary>
    public string? Origin { get; init; } = town.Town.PortalOrigin;

    /// <summary>Its session cookie; null for none.</summary>
    public string? Session { get; init; } = VerifyingTown.Session;

    /// <summary>The requests of <c>navigator.credentials.get</c>; fails when the town gives none.</summary>
    public async Task<JsonArray> FetchAsync(StartedPresentation started) => (await TryFetchAsync(started)).Body["requests"]!.AsArray();

    /// <summary>The town's answer to the fetching.</summary>
    public Task<BrowserReply> TryFetchAsync(StartedPresentation started) => PostAsync(started, "request", null);

    /// <summary>Sends what the wallet gave.</summary>
    public Task<BrowserReply> AnswerAsync(StartedPresentation started, JsonObject credential) => AnswerAsync(started, credential.ToJsonString());

    /// <summary>Sends any body.</summary>
    public Task<BrowserReply> AnswerAsync(StartedPresentation started, string body, string type = "application/json") =>
        PostAsync(started, "answer", new StringContent(body, Encoding.UTF8, type));

    private async Task<BrowserReply> PostAsync(StartedPresentation started, string step, HttpContent? content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/verifier/browser/{started.Id}/{step}", UriKind.Relative)) { Content = content };
        if (Origin is not null)
            request.Headers.Add("Origin", Origin);
        if (Session is not null)
            request.Headers.Add("Cookie", $"modellstadt-session={Session}");
        using var client = town.Client();
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new BrowserReply(answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!);
    }
}

/// <summary>What the town tells the script.</summary>
internal sealed record BrowserReply(HttpStatusCode Status, JsonObject Body)
{
    public string? Continue => (string?)Body["continue"];

    public string? Error => (string?)Body["error"];
}
