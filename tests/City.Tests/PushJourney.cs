using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests;

/// <summary>
/// From a clerk's decision to the sentence on a closed phone: the town seals a push for the browser and sends it to the browser's push service,
/// which passes it on. A browser under test has no push service of its own and takes no other, so the subscription of the test push server is
/// put in the place of what <c>pushManager</c> would give; what that server received and opened is delivered through DevTools.
/// </summary>
public sealed partial class PushJourney(CityBrowser city)
{
    private const string Clerk = "Emre Aktenstein";

    /// <summary>Waits for the service worker, which shows it in its own time.</summary>
    private const string ShownNotifications =
        """
        async () => {
            const registration = await navigator.serviceWorker.ready;
            for (;;) {
                const shown = await registration.getNotifications();
                if (shown.length > 0) return shown.map(one => one.body);
                await new Promise(resolve => setTimeout(resolve, 50));
            }
        }
        """;

    [Theory]
    [InlineData("de", "Es gibt etwas Neues. Öffnen Sie Ihre Wallet.")]
    [InlineData("en", "There is something new. Open your wallet.")]
    public async Task A_clerk_takes_a_permit_back_and_the_closed_wallet_shows_one_sentence_that_says_nothing(string language, string sentence)
    {
        await using var service = await PushServer.StartAsync();
        await using var town = await RunningTown.StartAsync(city.Authority, new Dictionary<string, string?> { ["Wallets:PushHosts:0"] = service.Authority, ["Parking:RevocationNeedsTwo"] = "false" });
        await using var visitor = await city.PhoneAsync(town, language);
        await using var clerk = await city.DesktopAsync(town);
        await visitor.AllowPushAsync(service.Subscription);
        await visitor.BecomeCitizenAsync();
        await visitor.GetPermitAsync();
        var plate = await visitor.Page.GetByTestId("plate").InnerTextAsync();
        await SubscribeAsync(visitor);
        var key = await visitor.Page.EvaluateAsync<string>("async () => (await (await fetch('/wallets/push-key')).json()).key");
        Assert.Equal(key, await visitor.Page.EvaluateAsync<string>("() => sessionStorage.getItem('subscribed-with')"));
        await visitor.Page.GetByTestId("lock").ClickAsync();
        await visitor.OpenPortalAsync("/");

        await RevokeAsync(clerk, plate);

        var push = await ReceiveAsync(service);
        Assert.Equal("{\"notices\":true}", push.Message);
        Assert.EndsWith($", k={key}", push.Headers["Authorization"], StringComparison.Ordinal);
        Assert.DoesNotContain(plate, string.Join('\n', push.Headers.Values), StringComparison.Ordinal);
        await visitor.DeliverPushAsync(push.Message);
        // One of somebody who has the address and the keys changes no word of it.
        await visitor.DeliverPushAsync(plate);

        await visitor.OpenWalletAsync();
        Assert.Equal([sentence], await visitor.Page.EvaluateAsync<string[]>(ShownNotifications));
        await visitor.Page.GetByTestId("to-unlock").ClickAsync();
        await visitor.LookCloselyAsync();
        await visitor.UnlockWalletAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("notice-revoked")).ToBeVisibleAsync(new() { Timeout = 90_000 });
        await visitor.LookAsync();
        visitor.AssertQuietConsole();
    }

    [Fact]
    public async Task Without_a_push_service_the_wallet_says_so_and_shows_notices_when_it_is_opened()
    {
        await using var visitor = await city.PhoneAsync();
        await visitor.TakeDemoIdCardAsync();
        await visitor.OpenWalletAsync("/settings");
        await visitor.Page.GetByTestId("push-switch").ClickAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("push-state")).ToHaveAttributeAsync("data-state", NotPossible());
        await visitor.LookAsync();
        visitor.AssertQuietConsole();
    }

    [GeneratedRegex("refused|impossible")]
    private static partial Regex NotPossible();

    /// <summary>The town learns what the wallet holds and where it is woken, after the wallet has explained it and its holder has said yes.</summary>
    private static async Task SubscribeAsync(Visitor visitor)
    {
        var page = visitor.Page;
        await visitor.OpenWalletAsync();
        await page.GetByTestId("to-emergency").ClickAsync();
        await page.RunAndWaitForResponseAsync(() => visitor.MakeEmergencyCodeAsync(), response => IsPut(response, "/holdings"));
        await visitor.OpenWalletAsync();
        // Away from the bar at the bottom, which covers what lies below it.
        await page.GetByTestId("push-allow").EvaluateAsync("button => button.scrollIntoView({ block: 'center' })");
        await visitor.LookAsync();
        await page.RunAndWaitForResponseAsync(() => page.GetByTestId("push-allow").ClickAsync(), response => IsPut(response, "/push"));
        await Assertions.Expect(page.GetByTestId("push-offer")).ToHaveCountAsync(0);
        await visitor.OpenWalletAsync("/settings");
        await Assertions.Expect(page.GetByTestId("push-state")).ToHaveAttributeAsync("data-state", "on");
        await visitor.LookAsync();
    }

    private static bool IsPut(IResponse response, string what) => response.Request.Method == "PUT" && response.Ok && response.Url.EndsWith(what, StringComparison.Ordinal);

    private static async Task RevokeAsync(Visitor clerk, string plate)
    {
        await clerk.SignInAsDemoStaffAsync("/office", Clerk);
        await clerk.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = plate }).GetByRole(AriaRole.Link).ClickAsync();
        await clerk.Page.Locator("#reason").FillAsync("Fahrzeug verkauft");
        await clerk.PressMainButtonAsync();
        await Assertions.Expect(clerk.Page.Locator("[data-state]").First).ToHaveAttributeAsync("data-state", "Revoked");
    }

    /// <summary>The town sends in rounds.</summary>
    private static async Task<ReceivedPush> ReceiveAsync(PushServer service)
    {
        while (true)
        {
            if (service.Received.TryDequeue(out var push))
                return push;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
