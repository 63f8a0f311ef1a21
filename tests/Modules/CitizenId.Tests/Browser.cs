using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Modellstadt.CitizenId.Tests;

/// <summary>What a browser got.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Location">Where it is sent on, or null.</param>
/// <param name="Html">The page, with its characters decoded.</param>
internal sealed record Page(HttpStatusCode Status, string? Location, string Html);

/// <summary>A browser with cookies of its own; follows no redirect by itself.</summary>
internal sealed partial class Browser(IdentifyingTown town) : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly Uri portal = town.Town.PublicUrl;
    private HttpClient? opened;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private HttpClient Http => opened ??= new HttpClient(new WithCookies(cookies, town.Line())) { BaseAddress = portal };

    /// <summary>A cookie of the portal.</summary>
    public string Cookie(string name) => cookies.GetCookies(portal)[name]!.Value;

    public async Task<Page> GetAsync(string address)
    {
        using var answer = await Http.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute), Cancellation);
        return await ReadAsync(answer);
    }

    /// <summary>Opens a page and sends the form on it.</summary>
    public async Task<Page> SubmitAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var token = Token().Match((await GetAsync(page)).Html).Groups["token"].Value;
        using var form = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("__RequestVerificationToken", token)]);
        using var answer = await Http.PostAsync(new Uri(action, UriKind.Relative), form, Cancellation);
        return await ReadAsync(answer);
    }

    /// <summary>What a waiting page is told: its state and where to go on.</summary>
    public async Task<(string? State, string? Continue)> PollAsync(string page)
    {
        var address = PollingAddress().Match((await GetAsync(page)).Html).Groups["address"].Value;
        return await AskAsync(address);
    }

    /// <summary>What the address that a page polls answers.</summary>
    public async Task<(string? State, string? Continue)> AskAsync(string pollingAddress)
    {
        var answer = JsonNode.Parse((await GetAsync(pollingAddress)).Html)!;
        return ((string?)answer["state"], (string?)answer["continue"]);
    }

    public void Dispose() => opened?.Dispose();

    private static async Task<Page> ReadAsync(HttpResponseMessage answer) =>
        new(answer.StatusCode, answer.Headers.Location?.OriginalString, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation)));

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""")]
    private static partial Regex Token();

    [GeneratedRegex("""data-poll="(?<address>[^"]+)""")]
    private static partial Regex PollingAddress();

    private sealed class WithCookies(CookieContainer cookies, HttpMessageHandler town) : DelegatingHandler(town)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } header)
                request.Headers.Add("Cookie", header);
            var answer = await base.SendAsync(request, cancellationToken);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
                cookies.SetCookies(request.RequestUri!, cookie);
            return answer;
        }
    }
}
