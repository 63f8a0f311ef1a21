using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Modellstadt.Testing;

namespace Modellstadt.CitizenId.Tests;

/// <summary>What a browser got.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Location">Where it is sent on, or null.</param>
/// <param name="Html">The page, with its characters decoded.</param>
internal sealed record Page(HttpStatusCode Status, string? Location, string Html);

/// <summary>A browser with cookies of its own; follows no redirect by itself.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly CookieLine cookies;
    private readonly HttpClient http;

    public Browser(IdentifyingTown town) => http = new HttpClient(cookies = new CookieLine(town.Line())) { BaseAddress = town.Town.PublicUrl };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A cookie of the portal.</summary>
    public string Cookie(string name) => cookies.Value(http.BaseAddress!, name);

    public async Task<Page> GetAsync(string address)
    {
        using var answer = await http.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute), Cancellation);
        return await ReadAsync(answer);
    }

    /// <summary>Opens a page and sends the form on it.</summary>
    public async Task<Page> SubmitAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var token = Token().Match((await GetAsync(page)).Html).Groups["token"].Value;
        using var form = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("__RequestVerificationToken", token)]);
        using var answer = await http.PostAsync(new Uri(action, UriKind.Relative), form, Cancellation);
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

    public void Dispose() => http.Dispose();

    private static async Task<Page> ReadAsync(HttpResponseMessage answer) =>
        new(answer.StatusCode, answer.Headers.Location?.OriginalString, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation)));

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""")]
    private static partial Regex Token();

    [GeneratedRegex("""data-poll="(?<address>[^"]+)""")]
    private static partial Regex PollingAddress();
}
