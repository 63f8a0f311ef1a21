using Microsoft.Playwright;

namespace Modellstadt.City.Tests.Browsers;

/// <summary>What a person does in the wallet.</summary>
internal static class WalletSteps
{
    /// <summary>The PIN of every wallet in the journeys.</summary>
    public const string Pin = "246810";

    /// <summary>The kind of card that the DEMO ID card office issues.</summary>
    public const string IdCard = "urn:eudi:pid:1";

    /// <summary>The kind of card that lets the town recognise its citizens.</summary>
    public const string CitizenId = "urn:modellstadt:citizen-id:1";

    /// <summary>The kind of card that wardens check.</summary>
    public const string Permit = "urn:modellstadt:resident-parking-permit:1";

    /// <summary>Makes the browser offer to install the open wallet, as Chromium does for people who have used it for a while.</summary>
    public static async Task OfferInstallationAsync(this Visitor visitor)
    {
        await visitor.Page.EvaluateAsync(Offer);
        await visitor.Page.GetByTestId("install").WaitForAsync();
    }

    /// <summary>Sets the open wallet up with a PIN and leaves the emergency code for later.</summary>
    public static async Task SetUpWalletAsync(this Visitor visitor)
    {
        await visitor.SetUpLockAsync();
        await visitor.Page.GetByTestId("code-later").ClickAsync();
    }

    /// <summary>Sets the open wallet up with a PIN; a link that waited goes on afterwards, otherwise comes the emergency code.</summary>
    public static async Task SetUpLockAsync(this Visitor visitor)
    {
        await visitor.Page.GetByTestId("choose-pin").ClickAsync();
        await visitor.ChoosePinAsync();
    }

    /// <summary>Makes the emergency code of the unlocked wallet and keeps it; the town knows of it afterwards.</summary>
    public static async Task<string> MakeEmergencyCodeAsync(this Visitor visitor)
    {
        await visitor.Page.GetByTestId("make-code").ClickAsync();
        var code = await visitor.Page.GetByTestId("emergency-code").InnerTextAsync();
        await visitor.Page.GetByTestId("code-kept").ClickAsync();
        await visitor.Page.GetByTestId("code-counts").WaitForAsync();
        return code;
    }

    /// <summary>Chooses the PIN on the screen that asks for a new one.</summary>
    public static async Task ChoosePinAsync(this Visitor visitor, string pin = Pin)
    {
        await visitor.Page.GetByTestId("pin-new").FillAsync(pin);
        await visitor.Page.GetByTestId("pin-again").FillAsync(pin);
        await visitor.Page.GetByTestId("pin-finish").ClickAsync();
    }

    /// <summary>Sets the open wallet up when nobody has used it before.</summary>
    public static async Task SetUpWalletIfNewAsync(this Visitor visitor)
    {
        var welcome = visitor.Page.GetByTestId("choose-pin");
        await welcome.Or(visitor.Page.GetByTestId("back")).WaitForAsync();
        if (await welcome.IsVisibleAsync())
            await visitor.SetUpLockAsync();
    }

    /// <summary>Unlocks the open wallet, or says once more who is there.</summary>
    public static async Task UnlockWalletAsync(this Visitor visitor, string pin = Pin)
    {
        await visitor.Page.GetByTestId("pin").FillAsync(pin);
        await visitor.Page.GetByTestId("unlock-pin").ClickAsync();
    }

    /// <summary>Tries a wrong PIN and waits until the wallet has said so.</summary>
    public static async Task GuessPinAsync(this Visitor visitor)
    {
        await visitor.SendWrongPinAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("pin")).ToHaveValueAsync("");
    }

    /// <summary>Waits until a PIN may be tried (an hour at most, on the page's own clock), and sends a wrong one.</summary>
    public static async Task SendWrongPinAsync(this Visitor visitor)
    {
        await visitor.Page.Clock.FastForwardAsync("01:00:00");
        await visitor.Page.GetByTestId("pin").FillAsync("135791");
        await visitor.Page.GetByTestId("unlock-pin").ClickAsync();
    }

    /// <summary>Gets the three cards of a citizen with a permit back that the open wallet lists, one after the other, by the proof of the first issue.</summary>
    public static async Task GetCardsBackAsync(this Visitor next)
    {
        await next.TakeDemoIdCardAsync();
        await next.OpenWalletAsync("/restore");
        await Assertions.Expect(next.Page.GetByTestId("get-again")).ToHaveCountAsync(2);
        await next.Page.GetByTestId("get-again").First.ClickAsync();
        await next.PressMainButtonAsync();
        await next.Page.GetByTestId("show").ClickAsync();
        await next.Page.CardFace(WalletSteps.CitizenId).WaitForAsync();

        await next.OpenWalletAsync("/restore");
        await next.Page.GetByTestId("get-again").ClickAsync();
        await next.PressMainButtonAsync();
        await next.Page.GetByTestId("show").ClickAsync();
        await next.Page.Locator("form[action='/permit/mine/card'] .kern-btn--primary").ClickAsync();
        await next.Page.GetByTestId("accept").ClickAsync();
        await next.Page.CardFace(WalletSteps.Permit).WaitForAsync();
    }

    /// <summary>How many records a store of the wallet holds.</summary>
    public static async Task<int> CountStoredAsync(this IPage page, string store) =>
        System.Text.Json.JsonDocument.Parse((await page.ReadStoresAsync())[store]).RootElement.GetArrayLength();

    /// <summary>Everything the open wallet keeps: store by store as JSON, with bytes as text as far as they are text, and keys as <c>CryptoKey</c>.</summary>
    public static async Task<Dictionary<string, string>> ReadStoresAsync(this IPage page) =>
        System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(await page.EvaluateAsync<string>(ReadStores))!;

    private const string Offer =
        """
        () => {
            window.asked = 0;
            const prompt = () => { window.asked++; return Promise.resolve({ outcome: 'accepted' }); };
            window.dispatchEvent(Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt }));
        }
        """;

    private const string ReadStores =
        """
        async () => {
            const answer = request => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
            const database = await answer(indexedDB.open('modellstadt-wallet'));
            const readable = (_, value) => value instanceof CryptoKey ? 'CryptoKey'
                : value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? new TextDecoder().decode(value) : value;
            const stores = {};
            for (const name of database.objectStoreNames)
                stores[name] = JSON.stringify(await answer(database.transaction(name).objectStore(name).getAll()), readable);
            database.close();
            return JSON.stringify(stores);
        }
        """;

    /// <summary>Opens the scanner and gives it a picture of a QR code.</summary>
    public static async Task ScanPictureAsync(this Visitor visitor, byte[] picture)
    {
        await visitor.OpenWalletAsync("/scan");
        await visitor.Page.GetByTestId("picture").SetInputFilesAsync(new FilePayload { Name = "code.png", MimeType = "image/png", Buffer = picture });
    }

    /// <summary>Opens the scanner and types the code beside the QR code.</summary>
    public static async Task TypeCodeAsync(this Visitor visitor, string code)
    {
        await visitor.OpenWalletAsync("/scan");
        await visitor.Page.GetByTestId("typed-code").FillAsync(code);
        await visitor.Page.GetByTestId("typed-go").ClickAsync();
    }

    /// <summary>The face of a card on the open page.</summary>
    public static ILocator CardFace(this IPage page, string vct) => page.Locator($"[data-testid=card-face][data-vct='{vct}']").First;
}
