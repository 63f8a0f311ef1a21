using System.Net;
using System.Text.RegularExpressions;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Funding;

/// <summary>A clerk's browser without scripts: cookies, forms as the page shows them, no redirects followed by itself.</summary>
internal sealed partial class FundingBrowser
{
    private static readonly Uri Portal = new("http://localhost:5080");

    private readonly HttpMessageInvoker line;
    private string token = "";

    private FundingBrowser(HttpMessageHandler town) => line = new HttpMessageInvoker(new CookieLine(town));

    /// <summary>A browser in which nobody is signed in.</summary>
    public static FundingBrowser Of(FundingTown town) => new(town.Line());

    /// <summary>A browser in which the made-up member of staff whose button has these words is signed in.</summary>
    public static async Task<FundingBrowser> SignInAsync(FundingTown town, string words = "Sachbearbeitung")
    {
        var browser = Of(town);
        var page = await browser.OpenAsync("/sign-in");
        var account = Button().Matches(page.Html).First(button => button.Value.Contains(words, StringComparison.Ordinal)).Groups["id"].Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync("/sign-in/demo", ("account", account), ("returnUrl", "/"))).Status);
        return browser;
    }

    public Task<FundingAnswer> OpenAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Portal, address)));

    /// <summary>The bytes of a file.</summary>
    public async Task<(HttpStatusCode Status, string? Type, byte[] Content)> FetchAsync(string address)
    {
        using var answer = await line.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Portal, address)), TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Sends a form with the token of the page opened last.</summary>
    public Task<FundingAnswer> SendAsync(string action, params IEnumerable<(string Name, string Value)> fields) => SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Portal, action))
    {
        Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
    });

    private async Task<FundingAnswer> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Add("Accept", "text/html");
        using var answer = await line.SendAsync(request, TestContext.Current.CancellationToken);
        var page = new FundingAnswer(answer.StatusCode, answer.Headers.Location?.OriginalString, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        if (Token().Match(page.Html) is { Success: true } found)
            token = found.Groups[1].Value;
        return page;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"account\" value=\"(?<id>[^\"]+)\">.*?</button>", RegexOptions.Singleline)]
    private static partial Regex Button();
}

/// <summary>What the portal answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Onwards">Where the browser is sent, or null.</param>
/// <param name="Html">The page, entities decoded.</param>
internal sealed partial record FundingAnswer(HttpStatusCode Status, string? Onwards, string Html)
{
    /// <summary>The key that the n-th form of the page carries.</summary>
    public string Key(int form = 0) => FormKey().Matches(Html)[form].Groups[1].Value;

    [GeneratedRegex("name=\"key\" value=\"([^\"]+)\"")]
    private static partial Regex FormKey();
}
