using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Permits;

/// <summary>A citizen's browser without scripts: cookies, forms, no redirects followed by itself.</summary>
internal sealed partial class PortalBrowser
{
    private static readonly Uri Portal = new("http://localhost:5080");

    private readonly CookieLine cookies;
    private readonly HttpMessageInvoker line;
    private string token = "";

    public PortalBrowser(HttpMessageHandler town) => line = new HttpMessageInvoker(cookies = new CookieLine(town));

    /// <summary>The secret of this browser's session.</summary>
    public string Session => cookies.Value(Portal, "modellstadt-session");

    /// <summary>Opens an address of the portal.</summary>
    public Task<Page> OpenAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Portal, address)));

    /// <summary>Sends a form with the token of the page opened last.</summary>
    public Task<Page> SendFormAsync(string action, params IEnumerable<(string Name, string Value)> fields) =>
        SendForeignFormAsync(action, fields.Append(("__RequestVerificationToken", token)));

    /// <summary>Sends a form as it comes from a page of another site: without a token.</summary>
    public Task<Page> SendForeignFormAsync(string action, params IEnumerable<(string Name, string Value)> fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Portal, action)) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) });

    /// <summary>Sends a form with a file in it, with the token of the page opened last.</summary>
    public Task<Page> UploadAsync(string action, string name, string file) => SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Portal, action))
    {
        Content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), name, "file.xml" } },
    });

    /// <summary>Asks as a script on a page does.</summary>
    public Task<Page> PostJsonAsync(string address, string json) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Portal, address)) { Content = new StringContent(json, Encoding.UTF8, "application/json") }, "application/json");

    private async Task<Page> SendAsync(HttpRequestMessage request, string accept = "text/html")
    {
        request.Headers.Add("Accept", accept);
        using var answer = await line.SendAsync(request, TestContext.Current.CancellationToken);
        var page = new Page(answer.StatusCode, answer.Headers.Location?.OriginalString, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        token = Token().Match(page.Html) is { Success: true } found ? found.Groups[1].Value : token;
        return page;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

/// <summary>What the portal answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Onwards">Where the browser is sent, or null.</param>
/// <param name="Html">The page, entities decoded.</param>
internal sealed record Page(HttpStatusCode Status, string? Onwards, string Html);
