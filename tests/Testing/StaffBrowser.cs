using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Modellstadt.Testing;

/// <summary>A browser of the office without scripts: cookies, forms, files, no redirects followed by itself.</summary>
public sealed partial class StaffBrowser
{
    private static readonly Uri Portal = new("http://localhost:5080");

    private readonly HttpMessageInvoker line;
    private string token = "";

    private StaffBrowser(HttpMessageHandler town) => line = new HttpMessageInvoker(new CookieLine(town));

    /// <summary>A browser in which nobody is signed in.</summary>
    public static StaffBrowser Of(TestTown town) => new(town.Line());

    /// <summary>A browser in which a made-up member of staff is signed in.</summary>
    /// <param name="town">The demo town.</param>
    /// <param name="words">Words on the button of the person.</param>
    /// <param name="which">Which of the persons with these words, from 0.</param>
    public static async Task<StaffBrowser> SignInAsync(TestTown town, string words = "Sachbearbeitung", int which = 0)
    {
        var browser = Of(town);
        var page = await browser.OpenAsync("/sign-in");
        var account = Button().Matches(page.Html).Where(button => button.Value.Contains(words, StringComparison.Ordinal)).ElementAt(which).Groups["id"].Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync("/sign-in/demo", ("account", account), ("returnUrl", "/"))).Status);
        return browser;
    }

    /// <summary>Opens a page.</summary>
    public Task<StaffPage> OpenAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Portal, address)));

    /// <summary>Fetches a file.</summary>
    public async Task<(HttpStatusCode Status, string? Type, byte[] Content)> FetchAsync(string address)
    {
        using var answer = await line.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Portal, address)), TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Sends a form with the token of the page opened last.</summary>
    public Task<StaffPage> SendAsync(string action, params IEnumerable<(string Name, string Value)> fields) => SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Portal, action))
    {
        Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
    });

    /// <summary>Sends a form as a page of somebody else would: with the cookies, without the token.</summary>
    public Task<StaffPage> SendWithoutTokenAsync(string action) => SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Portal, action)) { Content = new FormUrlEncodedContent([]) });

    /// <summary>Sends the form of a page back, see <see cref="StaffPage.Form"/>.</summary>
    public Task<StaffPage> SendBackAsync(string action, Dictionary<string, string> form) => SendAsync(action, form.Select(field => (field.Key, field.Value)));

    /// <summary>Sends a form with a file in it; null when no file was chosen.</summary>
    public Task<StaffPage> UploadAsync(string action, string name, string? file)
    {
        var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        if (file is not null)
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(file)), name, "statement.xml");
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Portal, action)) { Content = form });
    }

    private async Task<StaffPage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Add("Accept", "text/html");
        using var answer = await line.SendAsync(request, TestContext.Current.CancellationToken);
        var page = new StaffPage(answer.StatusCode, answer.Headers.Location?.OriginalString, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        token = Token().Match(page.Html) is { Success: true } found ? found.Groups[1].Value : token;
        return page;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"account\" value=\"(?<id>[^\"]+)\">.*?</button>", RegexOptions.Singleline)]
    private static partial Regex Button();
}
