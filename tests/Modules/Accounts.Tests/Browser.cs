using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Modellstadt.Testing;

namespace Modellstadt.Accounts.Tests;

/// <summary>A browser with cookies of its own; it follows no redirect by itself.</summary>
internal sealed partial class Browser(AccountsTown town)
{
    private readonly HttpMessageInvoker line = new(new CookieLine(town.Line()));
    private readonly Uri address = town.Address;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens a page, or with another media type asks as a script would.</summary>
    public Task<HttpResponseMessage> GetAsync(string path, string accept = "text/html") => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(address, path)), accept);

    public async Task<string> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await ReadAsync(answer);
    }

    /// <summary>The words of an answer.</summary>
    public static async Task<string> ReadAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));

    /// <summary>Opens a page and sends one of its forms.</summary>
    public async Task<HttpResponseMessage> SendFormAsync(string page, string form, params (string Name, string Value)[] fields) =>
        await SendFormAsync(await GetAsync(page), page, form, fields);

    /// <summary>Sends a form of a page that was opened before: the page's own, by its name, or one that leads to another path.</summary>
    public async Task<HttpResponseMessage> SendFormAsync(HttpResponseMessage opened, string page, string form, params (string Name, string Value)[] fields)
    {
        (string, string)[] token = [("__RequestVerificationToken", TokenIn(await ReadAsync(opened)))];
        return form.StartsWith('/') ? await PostAsync(form, [.. token, .. fields]) : await PostAsync(page, [.. token, ("_handler", form), .. fields]);
    }

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(
            new HttpRequestMessage(HttpMethod.Post, new Uri(address, path)) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) },
            "text/html");

    /// <summary>What passkey.ts fetches: the page's token and nothing else.</summary>
    public async Task<JsonObject> PasskeyOptionsAsync(string page, string path)
    {
        using var answer = await PostAsync(path, ("__RequestVerificationToken", TokenIn(await ReadAsync(page))));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!.AsObject();
    }

    /// <summary>Presses the button of a made-up member of staff.</summary>
    public async Task<HttpResponseMessage> SignInAsDemoAsync(string name, string returnUrl = "/")
    {
        var html = await ReadAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");
        var account = AccountButton().Matches(html).Single(button => button.Value.Contains(name, StringComparison.Ordinal)).Groups["id"].Value;
        return await PostAsync("/sign-in/demo", ("__RequestVerificationToken", TokenIn(html)), ("account", account), ("returnUrl", returnUrl));
    }

    /// <summary>Registers a passkey on a page that asks for one.</summary>
    public async Task<HttpResponseMessage> RegisterAsync(SoftPasskey passkey, string page, string name = "Diensthandy")
    {
        var options = await PasskeyOptionsAsync(page, $"{page}/options");
        return await SendFormAsync(page, page == "/account/passkeys" ? "add" : "enrol", ("credential", passkey.Create(options)), ("name", name));
    }

    public async Task<HttpResponseMessage> SignInAsync(SoftPasskey passkey, string returnUrl = "/")
    {
        var page = $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}";
        var options = await PasskeyOptionsAsync(page, "/sign-in/options");
        return await SendFormAsync(page, "passkey", ("credential", passkey.Sign(options)));
    }

    public Task<HttpResponseMessage> SignOutAsync() => SendFormAsync("/sign-in", "/sign-out");

    private static string TokenIn(string html) => FormToken().Match(html).Groups["token"].Value;

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string accept)
    {
        request.Headers.Add("Accept", accept);
        request.Headers.Add("Accept-Language", "de");
        return line.SendAsync(request, Cancellation);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex FormToken();

    [GeneratedRegex("name=\"account\" value=\"(?<id>[^\"]+)\">.*?</button>", RegexOptions.Singleline)]
    private static partial Regex AccountButton();
}
