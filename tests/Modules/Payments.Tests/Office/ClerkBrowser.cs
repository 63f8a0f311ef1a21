using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Modellstadt.Testing;

namespace Modellstadt.Payments.Tests.Office;

/// <summary>A browser of the office without scripts: cookies, forms, files, no redirects followed by itself.</summary>
internal sealed partial class ClerkBrowser
{
    private static readonly Uri Portal = new("http://localhost:5080");

    private readonly HttpMessageInvoker line;
    private string token = "";

    private ClerkBrowser(HttpMessageHandler town) => line = new HttpMessageInvoker(new CookieLine(town));

    /// <summary>A browser in which nobody is signed in.</summary>
    public static ClerkBrowser Of(PaymentTown town) => new(town.Line());

    /// <summary>A browser in which the made-up member of staff whose button has these words is signed in.</summary>
    public static async Task<ClerkBrowser> SignInAsync(PaymentTown town, string words = "Sachbearbeitung", int which = 0)
    {
        var browser = Of(town);
        var page = await browser.OpenAsync("/sign-in");
        var account = Button().Matches(page.Html).Where(button => button.Value.Contains(words, StringComparison.Ordinal)).ElementAt(which).Groups["id"].Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync("/sign-in/demo", ("account", account), ("returnUrl", "/"))).Status);
        return browser;
    }

    public Task<Page> OpenAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Portal, address)));

    /// <summary>Sends a form with the token of the page opened last.</summary>
    public Task<Page> SendAsync(string action, params IEnumerable<(string Name, string Value)> fields) => SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Portal, action))
    {
        Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
    });

    /// <summary>Sends a form with a file in it; null when no file was chosen.</summary>
    public Task<Page> UploadAsync(string action, string name, string? file)
    {
        var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        if (file is not null)
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(file)), name, "statement.xml");
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Portal, action)) { Content = form });
    }

    private async Task<Page> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Add("Accept", "text/html");
        using var answer = await line.SendAsync(request, TestContext.Current.CancellationToken);
        var page = new Page(answer.StatusCode, answer.Headers.Location?.OriginalString, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        token = Token().Match(page.Html) is { Success: true } found ? found.Groups[1].Value : token;
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
internal sealed record Page(HttpStatusCode Status, string? Onwards, string Html);
