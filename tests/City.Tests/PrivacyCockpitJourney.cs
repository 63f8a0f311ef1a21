using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;

namespace Modellstadt.City.Tests;

/// <summary>What the wallet remembers of its dealings, and what its holder can do about them.</summary>
public sealed partial class PrivacyCockpitJourney(CityBrowser city)
{
    private const string Passphrase = "vier kurze Wörter hier";

    /// <summary>RFC 7516 and 7518 §4.8 with the browser's own cryptography: nothing of the wallet's code opens the file.</summary>
    private const string OpenFile =
        """
        async ({ file, passphrase }) => {
            const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), character => character.charCodeAt(0));
            const [protectedHeader, key, iv, text, tag] = file.split('.');
            const { alg, enc, p2s, p2c } = JSON.parse(new TextDecoder().decode(bytes(protectedHeader)));
            const salt = new Uint8Array([...new TextEncoder().encode(alg), 0, ...bytes(p2s)]);
            const secret = await crypto.subtle.importKey('raw', new TextEncoder().encode(passphrase), 'PBKDF2', false, ['deriveKey']);
            const wrapping = await crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: p2c }, secret, { name: 'AES-KW', length: 128 }, false, ['unwrapKey']);
            const content = await crypto.subtle.unwrapKey('raw', bytes(key), wrapping, 'AES-KW', 'AES-GCM', false, ['decrypt']);
            const sealed = new Uint8Array([...bytes(text), ...bytes(tag)]);
            const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes(iv), additionalData: new TextEncoder().encode(protectedHeader) }, content, sealed);
            return JSON.stringify({ alg, enc, content: new TextDecoder().decode(plain) });
        }
        """;

    [Fact]
    public async Task A_holder_sees_who_saw_what_asks_for_deletion_reports_and_clears_the_history()
    {
        await using var visitor = await city.PhoneAsync();
        var page = visitor.Page;
        await DealWithTheTownAsync(visitor);
        await visitor.OpenWalletAsync("/history");
        await page.GetByTestId("history").WaitForAsync();
        foreach (var what in (string[])["received", "declined", "failed", "shown"])
            await Assertions.Expect(page.Locator($"[data-what={what}]").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-what=failed]")).ToContainTextAsync("Keine Verbindung");
        await page.GetByTestId("filter-card").SelectOptionAsync("Bürger-ID");
        await Assertions.Expect(page.Locator("[data-what=declined]")).ToHaveCountAsync(0);
        await page.GetByTestId("filter-card").SelectOptionAsync("");

        await page.Locator("[data-what=shown] [data-testid=to-party]").ClickAsync();
        await Assertions.Expect(page.GetByTestId("seen")).ToContainTextAsync("Vorname");
        await Assertions.Expect(page.GetByTestId("recognition")).ToHaveAttributeAsync("data-kind", "fresh");
        await visitor.LookAsync();
        await AskForDeletionAsync(page);
        await Assertions.Expect(page.GetByTestId("erasure-state")).ToContainTextAsync("innerhalb eines Monats");
        await page.GetByTestId("erasure-answered").ClickAsync();
        await Assertions.Expect(page.GetByTestId("erasure-state")).ToContainTextAsync("hat am");

        await ReportAsync(visitor);
        await page.GetByTestId("clear-history").ClickAsync();
        await page.GetByTestId("confirm").ClickAsync();
        await Assertions.Expect(page.Locator("[data-what]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("[data-what=cleared]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Everything_is_taken_along_as_a_page_and_as_a_file_that_its_passphrase_opens()
    {
        await using var visitor = await city.PhoneAsync();
        var page = visitor.Page;
        await visitor.TakeDemoIdCardAsync();
        var shown = await page.GetByTestId("card-claims").Locator("dd").AllInnerTextsAsync();
        await visitor.OpenWalletAsync("/export");

        var readable = await DownloadAsync(page, "export-readable");
        await page.GetByTestId("passphrase").FillAsync("zu kurz");
        await page.GetByTestId("export-machine").ClickAsync();
        await Assertions.Expect(page.GetByTestId("passphrase-problem")).ToBeVisibleAsync();
        await visitor.LookAsync();
        await page.GetByTestId("passphrase").FillAsync(Passphrase);
        await page.GetByTestId("passphrase-again").FillAsync(Passphrase);
        var sealedFile = await DownloadAsync(page, "export-machine");
        var opened = JsonNode.Parse(await page.EvaluateAsync<string>(OpenFile, new { file = sealedFile, passphrase = Passphrase }))!;

        Assert.Equal(("PBES2-HS256+A128KW", "A128GCM"), ((string?)opened["alg"], (string?)opened["enc"]));
        var content = JsonNode.Parse((string)opened["content"]!)!;
        var claims = content["cards"]![0]!["claims"]!;
        foreach (var name in (string[])["given_name", "family_name"])
        {
            var value = (string)claims[name]!;
            Assert.Contains(value, shown);
            Assert.Contains(value, readable, StringComparison.Ordinal);
            Assert.DoesNotContain(value, sealedFile, StringComparison.Ordinal);
        }

        Assert.Equal("CredentialIssuance", (string?)content["MigrationData"]!["transactionLog"]!.AsArray().Last()!["transactionType"]);
        Assert.DoesNotContain("<script", readable, StringComparison.Ordinal);
        await visitor.OpenWalletAsync("/history");
        await Assertions.Expect(page.Locator("[data-what=exported]")).ToHaveCountAsync(2);
        visitor.AssertQuietConsole();
    }

    [Theory]
    [InlineData("de")]
    [InlineData("de-simple")]
    [InlineData("en")]
    [InlineData("tr")]
    [InlineData("uk")]
    [InlineData("ar")]
    public async Task Every_screen_of_the_cockpit_can_be_read_in_every_language(string language)
    {
        await using var visitor = await city.PhoneAsync(language);
        var page = visitor.Page;
        await visitor.TakeDemoIdCardAsync();
        await AskAsync(visitor);
        await page.GetByTestId("show").ClickAsync();
        await page.CardFace(WalletSteps.CitizenId).WaitForAsync();
        await visitor.OpenWalletAsync("/history");
        await page.GetByTestId("history").WaitForAsync();
        await visitor.LookCloselyAsync(ForGuide("history"));
        await page.Locator("[data-what=shown] [data-testid=to-party]").ClickAsync();
        await page.GetByTestId("party-history").WaitForAsync();
        await visitor.LookCloselyAsync(ForGuide("party"));
        var id = new Uri(page.Url).Segments[^1];
        foreach (var screen in (string[])["report", "erasure"])
        {
            await visitor.OpenWalletAsync($"/{screen}/{id}");
            await page.GetByTestId("letter-body").WaitForAsync();
            await visitor.LookCloselyAsync(ForGuide(screen));
        }

        await visitor.OpenWalletAsync("/export");
        await page.GetByTestId("export-machine").WaitForAsync();
        await page.GetByTestId("help").Locator("summary").ClickAsync();
        await visitor.LookCloselyAsync();
        await visitor.OpenWalletAsync("/party/nobody");
        await page.GetByTestId("screen-party").WaitForAsync();
        await visitor.LookCloselyAsync();
        visitor.AssertQuietConsole();

        string? ForGuide(string screen) => language is "de" or "en" ? $"wallet-{screen}" : null;
    }

    /// <summary>A no, an answer that does not arrive, and a yes.</summary>
    private static async Task DealWithTheTownAsync(Visitor visitor)
    {
        var page = visitor.Page;
        await visitor.TakeDemoIdCardAsync();
        await AskAsync(visitor);
        await page.GetByTestId("refuse").ClickAsync();
        await page.Locator("main code").First.WaitForAsync();
        await AskAsync(visitor);
        await visitor.GoOfflineAsync();
        await page.GetByTestId("show").ClickAsync();
        await page.GetByTestId("failure").WaitForAsync();
        await visitor.GoOfflineAsync(offline: false);
        await AskAsync(visitor);
        await page.GetByTestId("show").ClickAsync();
        await page.CardFace(WalletSteps.CitizenId).WaitForAsync();
    }

    private static async Task AskAsync(Visitor visitor)
    {
        await visitor.OpenPortalAsync("/citizen-id");
        await visitor.PressMainButtonAsync();
        await visitor.Page.GetByTestId("asked").WaitForAsync();
    }

    private static async Task AskForDeletionAsync(IPage page)
    {
        await page.GetByTestId("to-erasure").ClickAsync();
        await Assertions.Expect(page.GetByTestId("letter-body")).ToHaveValueAsync(DeletionLetter());
        await Assertions.Expect(page.GetByTestId("letter-mail")).ToHaveAttributeAsync("href", MailToTown());
        await page.GetByTestId("letter-copy").ClickAsync();
        await Assertions.Expect(page.GetByTestId("letter-noted")).ToBeVisibleAsync();
        await page.GetByTestId("back").ClickAsync();
    }

    private static async Task ReportAsync(Visitor visitor)
    {
        var page = visitor.Page;
        await page.GetByTestId("to-report").ClickAsync();
        await Assertions.Expect(page.GetByTestId("authority-address")).ToContainTextAsync("Nordrhein-Westfalen");
        await page.GetByTestId("reason-deceived").CheckAsync();
        await Assertions.Expect(page.GetByTestId("letter-body")).ToHaveValueAsync(Deception());
        var excerpt = JsonNode.Parse(await DownloadAsync(page, "excerpt"))!["TransactionLog"]!.AsArray();
        Assert.Contains(excerpt, transaction => (string?)transaction!["transactionType"] == "DataDeletionRequest");
        Assert.Equal(2, excerpt.Count(transaction => (string?)transaction!["transactionType"] == "Presentation" && (string?)transaction["transactionResult"] == "NotCompleted"));
        await page.GetByTestId("authority").SelectOptionAsync("bfdi");
        await page.GetByTestId("letter-copy").ClickAsync();
        await Assertions.Expect(page.GetByTestId("letter-noted")).ToBeVisibleAsync();
        await page.GetByTestId("back").ClickAsync();
        await page.GetByTestId("party-history").WaitForAsync();
        await page.GetByTestId("back").ClickAsync();
        await Assertions.Expect(page.Locator("[data-what=reported]")).ToContainTextAsync("Bundesbeauftragte");
    }

    private static async Task<string> DownloadAsync(IPage page, string button)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId(button).ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync());
    }

    [GeneratedRegex("Vorname.*Art\\. 17", RegexOptions.Singleline)]
    private static partial Regex DeletionLetter();

    [GeneratedRegex("^mailto:datenschutz@modellstadt\\.example\\?subject=.*17.*&body=")]
    private static partial Regex MailToTown();

    [GeneratedRegex("Täuschung")]
    private static partial Regex Deception();
}
