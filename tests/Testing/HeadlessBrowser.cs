using System.Net;
using System.Text.RegularExpressions;

namespace Modellstadt.Testing;

/// <summary>
/// A browser without a screen, for load and fault runs against a <see cref="RunningTown"/>: keeps cookies, opens pages of the portal
/// and sends the forms on them. It follows no redirect by itself.
/// </summary>
/// <param name="portal">Address of the portal.</param>
/// <param name="timeout">How long it waits for an answer; null for the client's default of 100 seconds.</param>
/// <param name="authority">Whose certificates it believes; null for the machine's own store.</param>
public sealed class HeadlessBrowser(Uri portal, TimeSpan? timeout = null, PrivateAuthority? authority = null) : IDisposable
{
    /// <summary>For requests that no page makes; carries this browser's cookies.</summary>
    public HttpClient Http { get; } = new(Line(authority))
    {
        BaseAddress = portal,
        Timeout = timeout ?? TimeSpan.FromSeconds(100),
        DefaultRequestHeaders = { { "Accept-Language", "en" } },
    };

    /// <summary>Opens an address of the portal.</summary>
    public async Task<HeadlessPage> OpenAsync(string address)
    {
        using var answer = await Http.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));
        return await HeadlessPage.ReadAsync(answer);
    }

    /// <summary>Sends a form that stands on a page, its hidden fields included.</summary>
    public async Task<HeadlessPage> SubmitAsync(HeadlessPage page, string action, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([.. page.HiddenFields(action), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        using var answer = await Http.PostAsync(new Uri(action, UriKind.RelativeOrAbsolute), form);
        return await HeadlessPage.ReadAsync(answer);
    }

    /// <summary>Signs in as the made-up member of staff with this role, as it is called in English: <c>warden</c>, <c>clerk</c>.</summary>
    public async Task SignInAsync(string role)
    {
        var page = await OpenAsync("/sign-in");
        var account = page.Buttons("account").First(button => button.Label.Contains($"({role})", StringComparison.Ordinal)).Value;
        (await SubmitAsync(page, "/sign-in/demo", ("account", account))).Expect(HttpStatusCode.SeeOther);
    }

    /// <summary>Begins a warden's usual round: plates are answered in a shift only.</summary>
    public async Task BeginShiftAsync()
    {
        var page = await OpenAsync("/warden");
        if (page.HasForm("/warden/shift"))
            (await SubmitAsync(page, "/warden/shift", ("purpose", "Round"))).Expect(HttpStatusCode.SeeOther);
    }

    /// <inheritdoc />
    public void Dispose() => Http.Dispose();

    private static SocketsHttpHandler Line(PrivateAuthority? authority)
    {
        var line = authority?.Line() ?? new SocketsHttpHandler();
        (line.AllowAutoRedirect, line.UseCookies, line.CookieContainer) = (false, true, new CookieContainer());
        return line;
    }
}

/// <summary>What a browser got.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Location">Where it is sent on, or null.</param>
/// <param name="Html">The page, or whatever else was answered.</param>
public sealed partial record HeadlessPage(HttpStatusCode Status, string? Location, string Html)
{
    /// <summary>This page; fails when the status is another.</summary>
    public HeadlessPage Expect(HttpStatusCode status) => Status == status ? this : throw new InvalidOperationException($"{(int)Status} {Location}: {Html}");

    /// <summary>The link into the wallet whose path begins so, or null.</summary>
    public string? WalletLink(Uri wallet, string path) =>
        Link().Matches(Html).Select(link => WebUtility.HtmlDecode(link.Groups["address"].Value)).FirstOrDefault(link => link.StartsWith(new Uri(wallet, path).AbsoluteUri, StringComparison.Ordinal));

    /// <summary>The first link of the portal whose path begins so, or null.</summary>
    public string? PortalLink(string path) =>
        Link().Matches(Html).Select(link => WebUtility.HtmlDecode(link.Groups["address"].Value)).FirstOrDefault(link => link.StartsWith(path, StringComparison.Ordinal));

    /// <summary>The address that the page asks whether it goes on, or null.</summary>
    public string? PollingAddress => Poll().Match(Html) is { Success: true } poll ? WebUtility.HtmlDecode(poll.Groups["address"].Value) : null;

    /// <summary>True when a form on the page leads there.</summary>
    public bool HasForm(string action) => FormTo(action) is not null;

    /// <summary>The hidden fields of the form that leads there.</summary>
    public IEnumerable<KeyValuePair<string, string>> HiddenFields(string action) =>
        Hidden().Matches(FormTo(action) ?? throw new InvalidOperationException($"The page has no form that leads to {action}: {Html}"))
            .Select(field => KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)));

    /// <summary>What is chosen already among the fields with this name.</summary>
    public string Preselected(string name) =>
        Choice().Matches(Html).First(choice => choice.Groups["name"].Value == name).Groups["value"].Value;

    /// <summary>The buttons with this name, and what stands on them.</summary>
    public IEnumerable<(string Value, string Label)> Buttons(string name) =>
        Button().Matches(Html).Where(button => button.Groups["name"].Value == name)
            .Select(button => (button.Groups["value"].Value, WebUtility.HtmlDecode(Tag().Replace(button.Groups["label"].Value, " ")).Trim()));

    internal static async Task<HeadlessPage> ReadAsync(HttpResponseMessage answer) =>
        new(answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync());

    private string? FormTo(string action) => Form().Matches(Html).FirstOrDefault(form => WebUtility.HtmlDecode(form.Groups["action"].Value) == action)?.Value;

    [GeneratedRegex("""<form method="post" action="(?<action>[^"]+)"[^>]*>.*?</form>""", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("""href="(?<address>[^"]+)""")]
    private static partial Regex Link();

    [GeneratedRegex("""data-poll="(?<address>[^"]+)""")]
    private static partial Regex Poll();

    [GeneratedRegex("""name="(?<name>[^"]+)" value="(?<value>[^"]*)" checked""")]
    private static partial Regex Choice();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)""")]
    private static partial Regex Hidden();

    [GeneratedRegex("""<button [^>]*name="(?<name>[^"]+)" value="(?<value>[^"]*)"[^>]*>(?<label>.*?)</button>""", RegexOptions.Singleline)]
    private static partial Regex Button();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
