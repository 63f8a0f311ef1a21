using System.Net;
using System.Text.RegularExpressions;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Office;

/// <summary>A browser of the office without scripts: cookies and forms, no redirects followed by itself.</summary>
internal sealed partial class OfficeBrowser
{
    private static readonly Uri Portal = new("http://localhost:5080");

    private readonly HttpMessageInvoker line;
    private string token = "";

    private OfficeBrowser(HttpMessageHandler town) => line = new HttpMessageInvoker(new CookieLine(town));

    /// <summary>A browser in which nobody is signed in.</summary>
    public static OfficeBrowser Of(RegionTown town) => new(town.Line());

    /// <summary>A browser in which a made-up member of staff is signed in.</summary>
    public static async Task<OfficeBrowser> SignInAsync(RegionTown town, string words = "Sachbearbeitung", int which = 0)
    {
        var browser = Of(town);
        var page = await browser.OpenAsync("/sign-in");
        var account = Button().Matches(page.Html).Where(button => button.Value.Contains(words, StringComparison.Ordinal)).ElementAt(which).Groups["id"].Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync("/sign-in/demo", new() { ["account"] = account, ["returnUrl"] = "/" })).Status);
        return browser;
    }

    public Task<Page> OpenAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Portal, address)));

    /// <summary>Sends a form with the token of the page opened last.</summary>
    public Task<Page> SendAsync(string action, Dictionary<string, string> fields) => SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Portal, action))
    {
        Content = new FormUrlEncodedContent(new Dictionary<string, string>(fields) { ["__RequestVerificationToken"] = token }),
    });

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
internal sealed partial record Page(HttpStatusCode Status, string? Onwards, string Html)
{
    /// <summary>The fields of the page's form as they stand; what the framework put there is not among them.</summary>
    public Dictionary<string, string> Form => Field().Matches(Html[Html.IndexOf("<form method=\"post\" action=\"/office/", StringComparison.Ordinal)..])
        .Select(match => (Name: match.Groups["name"].Value, match.Groups["tag"].Value switch
        {
            "input" => Value().Match(match.Groups["attributes"].Value).Groups[1].Value,
            "textarea" => match.Groups["inside"].Value,
            _ => Chosen().Match(match.Groups["inside"].Value).Groups[1].Value,
        }))
        .Where(entry => !entry.Name.StartsWith('_'))
        .ToDictionary(entry => entry.Name, entry => entry.Item2);

    [GeneratedRegex("<(?<tag>input|textarea|select)(?<attributes>[^>]* name=\"(?<name>[^\"]+)\"[^>]*)>(?:(?<inside>(?:(?!<(?:input|textarea|select)).)*?)</\\k<tag>>)?", RegexOptions.Singleline)]
    private static partial Regex Field();

    [GeneratedRegex(" value=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex("value=\"([^\"]+)\" selected")]
    private static partial Regex Chosen();
}
