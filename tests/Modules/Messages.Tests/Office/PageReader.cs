using System.Net;
using System.Text.RegularExpressions;
using Modellstadt.Testing;

namespace Modellstadt.Messages.Tests.Office;

/// <summary>A browser with cookies that reads pages and sends their forms; it follows no redirect by itself.</summary>
internal sealed partial class PageReader(MessagesTown town) : IDisposable
{
    private readonly HttpMessageInvoker line = new(new CookieLine(town.Line()));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(town.Town.PublicUrl, path)));

    /// <summary>The words of a page that opens.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>Opens a page and sends the form on it that leads to an address.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var token = FormToken().Match(await ReadAsync(page)).Groups["token"].Value;
        return await PostAsync(action, [("__RequestVerificationToken", token), .. fields]);
    }

    public Task<HttpResponseMessage> PostAsync(string action, params (string Name, string Value)[] fields) => SendAsync(
        new HttpRequestMessage(HttpMethod.Post, new Uri(town.Town.PublicUrl, action)) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) });

    /// <summary>Signs in as the made-up clerk.</summary>
    public async Task SignInAsync()
    {
        var account = AccountButton().Matches(await ReadAsync("/sign-in")).First(button => button.Value.Contains("(Sachbearbeitung)", StringComparison.Ordinal)).Groups["id"].Value;
        using var answer = await SubmitAsync("/sign-in", "/sign-in/demo", ("account", account), ("returnUrl", "/office"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    public void Dispose() => line.Dispose();

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Accept-Language", "de");
        return line.SendAsync(request, Cancellation);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex FormToken();

    [GeneratedRegex("name=\"account\" value=\"(?<id>[^\"]+)\">.*?</button>", RegexOptions.Singleline)]
    private static partial Regex AccountButton();
}
