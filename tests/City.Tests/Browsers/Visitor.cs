using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests.Browsers;

/// <summary>A person with one browser: one tab, cookies and a wallet of their own. Counts every tap.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private const string Count =
        """
        addEventListener('click', event => { if (event.isTrusted) window.countTap(); }, true);
        addEventListener('keydown', event => { if (event.isTrusted) window.countKey(); }, true);
        addEventListener('input', event => { if (event.isTrusted && event.target.type !== 'radio' && event.target.type !== 'checkbox') window.countKey(); }, true);
        """;

    private readonly IBrowserContext context;
    private readonly string camera;
    private readonly List<string> failures = [];
    private int taps;
    private int typed;

    private Visitor(IBrowserContext context, RunningTown town, string camera) => (this.context, Town, this.camera) = (context, town, camera);

    /// <summary>The town they visit.</summary>
    public RunningTown Town { get; }

    /// <summary>True when the browser is that of a phone.</summary>
    public required bool IsPhone { get; init; }

    /// <summary>The language they read; the portal speaks <c>de</c> and <c>en</c> only.</summary>
    public required string Language { get; init; }

    /// <summary>The open tab.</summary>
    public IPage Page { get; private set; } = null!;

    /// <summary>Every activation since <see cref="StartCounting"/>, on the portal and in the wallet.</summary>
    public int Taps => taps;

    /// <summary>Every key and every change of a text field since <see cref="StartCounting"/>.</summary>
    public int TypedInputs => typed;

    internal static async Task<Visitor> ArriveAsync(IBrowserContext context, RunningTown town, string camera, bool isPhone, string language)
    {
        var visitor = new Visitor(context, town, camera) { IsPhone = isPhone, Language = language };
        await context.ExposeBindingAsync("countTap", _ => Interlocked.Increment(ref visitor.taps));
        await context.ExposeBindingAsync("countKey", _ => Interlocked.Increment(ref visitor.typed));
        await context.AddInitScriptAsync(Count);
        visitor.Page = await context.NewPageAsync();
        visitor.Listen();
        return visitor;
    }

    /// <summary>Fails when a page wrote an error to the console since the last call; the content security policy reports there too.</summary>
    public void AssertQuietConsole()
    {
        Assert.True(failures.Count == 0, string.Join('\n', failures));
        failures.Clear();
    }

    /// <summary>Closes the tab and opens another: what is left is what the browser keeps.</summary>
    public async Task OpenNewTabAsync()
    {
        await Page.CloseAsync();
        Page = await context.NewPageAsync();
        Listen();
    }

    /// <summary>Opens another tab beside this one, which stays open.</summary>
    /// <returns>The tab that was open before; <see cref="Page"/> is the new one.</returns>
    public async Task<IPage> OpenSecondTabAsync()
    {
        var before = Page;
        Page = await context.NewPageAsync();
        Listen();
        return before;
    }

    /// <summary>Holds the camera in front of a picture (PNG); it sees it when it is switched on the next time.</summary>
    public async Task PointCameraAtAsync(byte[] picture) => await File.WriteAllBytesAsync(camera, await CameraPicture.OfAsync(picture, Page));

    /// <summary>Holds the camera in front of pictures that follow each other, each for as many thirtieths of a second.</summary>
    public async Task FilmAsync(IEnumerable<byte[]> pictures, int frames) => await File.WriteAllBytesAsync(camera, await CameraPicture.FilmAsync(pictures, frames, Page));

    /// <summary>Takes the camera away: there is none to switch on.</summary>
    public void PutCameraAway() => File.Delete(camera);

    /// <summary>A fingerprint sensor with room for passkeys (CTAP 2.1), whose owner always agrees.</summary>
    /// <param name="derivesSecrets">True for one with PRF, whose passkeys can encrypt.</param>
    public async Task AddFingerprintSensorAsync(bool derivesSecrets = true)
    {
        var devTools = await context.NewCDPSessionAsync(Page);
        await devTools.SendAsync("WebAuthn.enable");
        await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["ctap2Version"] = "ctap2_1", ["transport"] = "internal",
                ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["hasPrf"] = derivesSecrets,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    /// <summary>
    /// What the browser's virtual wallet does when a page asks through the Digital Credentials API (DevTools protocol, domain
    /// <c>DigitalCredentials</c>): <c>decline</c>, <c>wait</c>, or <c>respond</c> with the protocol and data of <paramref name="answer"/>.
    /// </summary>
    public async Task SetVirtualWalletAsync(string action, JsonObject? answer = null)
    {
        var devTools = await context.NewCDPSessionAsync(Page);
        var behavior = new Dictionary<string, object> { ["action"] = action };
        if (answer is not null)
            (behavior["protocol"], behavior["response"]) = ((string)answer["protocol"]!, answer["data"]!);
        await devTools.SendAsync("DigitalCredentials.setVirtualWalletBehavior", behavior);
    }

    /// <summary>
    /// Lets the wallet show notifications, and gives the browser a push service that knows one address; a private window has none. The key that
    /// the wallet subscribes with lies in <c>sessionStorage</c> as <c>subscribed-with</c>.
    /// </summary>
    public async Task AllowPushAsync(JsonObject subscription)
    {
        await context.GrantPermissionsAsync(["notifications"], new BrowserContextGrantPermissionsOptions { Origin = WalletOrigin });
        await Page.AddInitScriptAsync(
            $$"""
            PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
                sessionStorage.setItem('subscribed-with', new Uint8Array(applicationServerKey).toBase64({ alphabet: 'base64url', omitPadding: true }));
                const kept = {{subscription.ToJsonString()}};
                const subscription = { endpoint: kept.endpoint, toJSON: () => kept, unsubscribe: async () => true };
                PushManager.prototype.getSubscription = async () => subscription;
                return subscription;
            };
            """);
    }

    /// <summary>What the browser does when its push service has something for the wallet.</summary>
    public async Task DeliverPushAsync(string data)
    {
        var devTools = await context.NewCDPSessionAsync(Page);
        var registered = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        devTools.Event("ServiceWorker.workerRegistrationUpdated").OnEvent += (_, told) =>
        {
            foreach (var registration in told!.Value.GetProperty("registrations").EnumerateArray())
            {
                if (registration.GetProperty("scopeURL").GetString()!.StartsWith(WalletOrigin, StringComparison.Ordinal))
                    registered.TrySetResult(registration.GetProperty("registrationId").GetString()!);
            }
        };
        await devTools.SendAsync("ServiceWorker.enable");
        await devTools.SendAsync("ServiceWorker.deliverPushMessage", new Dictionary<string, object>
        {
            ["origin"] = WalletOrigin, ["registrationId"] = await registered.Task, ["data"] = data,
        });
    }

    /// <summary>Counts taps and keys from now on.</summary>
    public void StartCounting() => (taps, typed) = (0, 0);

    /// <summary>Opens a page of the portal.</summary>
    public Task OpenPortalAsync(string path) => Page.GotoAsync(new Uri(Town.PortalUrl, path).AbsoluteUri);

    /// <summary>Opens the wallet.</summary>
    public Task OpenWalletAsync(string path = "/") => Page.GotoAsync(new Uri(Town.WalletUrl, path).AbsoluteUri);

    /// <summary>Presses a button or link by its visible name.</summary>
    public Task PressAsync(string name) =>
        Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = false }).Or(Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = false })).First.ClickAsync();

    /// <summary>A slow phone on a slow line: processor 4 times slower, 150 ms each way and back.</summary>
    public async Task SlowDownAsync(double processor = 4, int roundTripMilliseconds = 150)
    {
        var devTools = await context.NewCDPSessionAsync(Page);
        await devTools.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = processor });
        await devTools.SendAsync("Network.enable");
        await devTools.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = false, ["latency"] = roundTripMilliseconds, ["downloadThroughput"] = -1, ["uploadThroughput"] = -1,
        });
    }

    /// <summary>Cuts the network, or gives it back.</summary>
    public Task GoOfflineAsync(bool offline = true) => context.SetOfflineAsync(offline);

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private string WalletOrigin => Town.WalletUrl.GetLeftPart(UriPartial.Authority);

    private void Listen()
    {
        Page.Console += (_, message) =>
        {
            if (message.Type == "error" && !IsRefusalOfPage(message))
                failures.Add($"{message.Text} ({message.Location})");
        };
        Page.PageError += (_, error) => failures.Add(error);
    }

    /// <summary>A page that says "no" has a status of 400 to 499, which Chromium reports for the page itself.</summary>
    private bool IsRefusalOfPage(IConsoleMessage message) =>
        message.Text.Contains("responded with a status of 4", StringComparison.Ordinal) && message.Location.Contains(Page.Url, StringComparison.Ordinal);
}
