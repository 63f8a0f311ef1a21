using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests;

/// <summary>A clerk's working day: cases that no rule decides, a person at the counter, a revocation by two, figures, a list, letters and money.</summary>
public sealed class ClerkDayJourney(CityBrowser city)
{
    private const string Clerk = "Emre Aktenstein";
    private const string SecondClerk = "Mira Gegenlicht";

    /// <summary>Milliseconds; the outbox and the pause between two questions of a waiting page lie before it.</summary>
    private const float LongestWait = 60_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task A_clerk_works_a_day_from_the_work_list_to_the_letters(string language)
    {
        await using var town = await RunningTown.StartAsync(city.Authority);
        await using var clerk = await city.DesktopAsync(town, language);
        await clerk.SignInAsDemoStaffAsync("/office", Clerk);
        await clerk.LookAsync();

        await FindZoneAsync(clerk);
        await AskBackAsync(clerk);
        var plate = await ServeAtCounterAsync(clerk);
        await RevokeAsync(clerk, plate);
        await TakeOverListAsync(clerk);
        await PrintLettersAsync(clerk);
        await clerk.OpenPortalAsync("/office/statistics");
        await clerk.LookAsync();
        foreach (var page in (string[])["/office/payments", "/office/payments/receivables", "/office/applications", "/office/messages", "/office/renewals"])
        {
            await clerk.OpenPortalAsync(page);
            await clerk.LookAsync();
        }

        clerk.AssertQuietConsole();
    }

    /// <summary>Nobody published which side of a street belongs to the zone: the clerk says so, and the phone goes on by itself.</summary>
    private async Task FindZoneAsync(Visitor clerk)
    {
        await using var citizen = await WaitForOfficeAsync(clerk, DemoStory.SideOfStreetUnknown);
        await citizen.LookAsync();

        await OpenCaseAsync(clerk, "office-cases");
        await clerk.Page.Locator("[name=wish][value=take]").ClickAsync();
        await Assertions.Expect(clerk.Page.Locator("[name=wish][value=back]")).ToBeVisibleAsync();
        await ShowAsync(clerk, "h2");
        await clerk.LookAsync("office-case");
        var zone = await clerk.Page.Locator("#zone").InputValueAsync();
        await FindAsync(clerk, "zone");

        await Assertions.Expect(citizen.Page.Locator("main")).ToContainTextAsync($"{zone} – ", new() { Timeout = LongestWait });
        await ReceiveAsync(citizen);
        await clerk.OpenPortalAsync("/office/cases");
        await Assertions.Expect(clerk.Page.Locator("main tbody tr")).ToHaveCountAsync(0);
        await clerk.LookAsync();
    }

    /// <summary>A company's car: the clerk asks for what is missing, and reads the answer beside the facts.</summary>
    private async Task AskBackAsync(Visitor clerk)
    {
        var (question, answer) = clerk.Language == "de"
            ? ("Dürfen Sie den Wagen auch privat nutzen?", "Ja, das steht in meinem Arbeitsvertrag.")
            : ("May you use the car privately, too?", "Yes, my contract of employment says so.");
        await using var citizen = await WaitForOfficeAsync(clerk, DemoStory.CompanyCar);

        await OpenCaseAsync(clerk);
        var url = clerk.Page.Url;
        await OpenDetailsAsync(clerk, "#question");
        await clerk.Page.Locator("#question").FillAsync(question);
        await clerk.Page.Locator("form[action$='/question'] button").ClickAsync();

        await Assertions.Expect(citizen.Page.Locator("#answer")).ToBeVisibleAsync(new() { Timeout = LongestWait });
        await Assertions.Expect(citizen.Page.Locator("main")).ToContainTextAsync(question);
        await citizen.LookAsync("office-asks");
        await citizen.Page.Locator("#answer").FillAsync(answer);
        await citizen.PressMainButtonAsync();
        await Assertions.Expect(citizen.Page.Locator("#answer")).ToHaveCountAsync(0);
        await citizen.LookAsync();

        await clerk.Page.GotoAsync(url);
        await Assertions.Expect(clerk.Page.Locator("main")).ToContainTextAsync(answer);
        await clerk.LookAsync();
        await FindAsync(clerk, "vehicle");
        await citizen.Page.Locator("[name=months]").First.WaitForAsync(new() { Timeout = LongestWait });
        await ReceiveAsync(citizen);
    }

    /// <summary>Somebody without a smartphone: from the resident register to a decision and a slip on paper.</summary>
    /// <returns>The plate on the permit.</returns>
    private static async Task<string> ServeAtCounterAsync(Visitor clerk)
    {
        var page = clerk.Page;
        var person = (await EligibleAsync(clerk, 20, 1)).Single()!;
        await clerk.OpenPortalAsync("/office/counter");
        await clerk.LookAsync();
        await page.Locator("#given-names").FillAsync((string)person["given_name"]!);
        await page.Locator("#family-name").FillAsync((string)person["family_name"]!);
        await page.Locator("#birth-date").FillAsync((string)person["birthdate"]!);
        await clerk.PressMainButtonAsync();
        await page.Locator("#document-0").CheckAsync();
        await clerk.LookAsync();
        await page.Locator("form[action='/office/counter/applications'] button").ClickAsync();

        await page.Locator("[name=months]").First.WaitForAsync();
        await clerk.LookAsync();
        await clerk.PressMainButtonAsync();
        await Assertions.Expect(page.Locator(".kern-alert--success")).ToBeVisibleAsync();
        await clerk.LookAsync("office-counter-granted");
        await AssertPrintsAsync(clerk, page.Locator("main .kern-btn--primary"));
        await AssertPrintsAsync(clerk, page.Locator("main .kern-btn--secondary"));
        return await page.Locator("main .plate").First.InnerTextAsync();
    }

    /// <summary>One clerk proposes, another one confirms.</summary>
    private async Task RevokeAsync(Visitor clerk, string plate)
    {
        await clerk.OpenPortalAsync($"/office?search={Uri.EscapeDataString(plate)}");
        await clerk.LookAsync();
        await clerk.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = plate }).GetByRole(AriaRole.Link).ClickAsync();
        await clerk.Page.Locator("#reason").FillAsync(clerk.Language == "de" ? "Fahrzeug verkauft" : "Vehicle sold");
        await clerk.PressMainButtonAsync();
        await Assertions.Expect(clerk.Page.Locator("[name=wish][value=withdraw]")).ToBeVisibleAsync();
        await Assertions.Expect(clerk.Page.Locator("[name=wish][value=confirm]")).ToHaveCountAsync(0);
        await clerk.LookAsync();

        await using var second = await city.DesktopAsync(clerk.Town, clerk.Language);
        await second.SignInAsDemoStaffAsync(new Uri(clerk.Page.Url).AbsolutePath, SecondClerk);
        await ShowAsync(second, ".story");
        await second.LookAsync("office-revocation");
        await second.PressMainButtonAsync();
        await Assertions.Expect(second.Page.Locator("[data-state]").First).ToHaveAttributeAsync("data-state", "Revoked");
        await second.LookAsync();
        second.AssertQuietConsole();
    }

    /// <summary>A list with a wrong row is refused as a whole; the corrected one is taken over as a whole.</summary>
    private static async Task TakeOverListAsync(Visitor clerk)
    {
        var rows = (await EligibleAsync(clerk, 30, 2)).Select((person, index) => $"ALT-{index + 1};GE-AL {index + 1};P;01.01.2026;31.12.2027;{person!["given_name"]};{person["family_name"]};{person["birthdate"]}");
        var list = $"Ausweis-Nr;Kennzeichen;Zone;Gültig ab;Gültig bis;Vorname;Nachname;Geburtsdatum\n{string.Join('\n', rows)}\n";

        await UploadAsync(clerk, list.Replace("GE-AL 2;P", "GE-AL 2;Z9", StringComparison.Ordinal));
        await Assertions.Expect(clerk.Page.GetByRole(AriaRole.Cell).Filter(new() { HasText = "Z9" })).ToBeVisibleAsync();
        await ShowAsync(clerk, ".kern-alert");
        await clerk.LookAsync("office-import");
        await UploadAsync(clerk, list);
        await clerk.LookAsync();
        await clerk.PressMainButtonAsync();
        await Assertions.Expect(clerk.Page.Locator(".kern-alert--success")).ToBeVisibleAsync();
        await clerk.LookAsync();
        await clerk.OpenPortalAsync("/office?search=ALT-2");
        await Assertions.Expect(clerk.Page.GetByRole(AriaRole.Cell, new() { Name = "GE-AL 2" })).ToBeVisibleAsync();
    }

    /// <summary>Whoever gave no e-mail address gets paper: one file for the printer.</summary>
    private static async Task PrintLettersAsync(Visitor clerk)
    {
        await clerk.OpenPortalAsync("/office/print-queue");
        await clerk.LookAsync();
        await clerk.PressMainButtonAsync();
        await clerk.Page.Locator("main tbody tr").First.WaitForAsync();
        await clerk.LookAsync();
        await clerk.Page.Locator("main tbody form button").First.ClickAsync();
        await Assertions.Expect(clerk.Page.Locator("main tbody form")).ToHaveCountAsync(0);
        await clerk.LookAsync();
    }

    /// <summary>A citizen who applied on a phone and waits for the office.</summary>
    private async Task<Visitor> WaitForOfficeAsync(Visitor clerk, DemoStory story)
    {
        var citizen = await city.PhoneAsync(clerk.Town, clerk.Language);
        await citizen.BecomeCitizenAsync(story);
        await citizen.ShowCitizenIdForPermitAsync();
        await citizen.Page.WaitForURLAsync("**/permit/applications/*");
        await citizen.Page.Locator("main .kern-btn--tertiary").WaitForAsync();
        return citizen;
    }

    /// <summary>Opens the one case on the work list.</summary>
    private static async Task OpenCaseAsync(Visitor clerk, string? picture = null)
    {
        await clerk.OpenPortalAsync("/office/cases");
        await clerk.LookAsync(picture);
        await clerk.Page.Locator("main tbody a").ClickAsync();
        await clerk.Page.WaitForURLAsync("**/office/cases/*");
    }

    private static async Task FindAsync(Visitor clerk, string finding)
    {
        await clerk.Page.Locator($"[name=finding][value={finding}]").ClickAsync();
        await Assertions.Expect(clerk.Page.Locator(".kern-alert--success")).ToBeVisibleAsync();
        await clerk.LookAsync();
    }

    private static async Task ReceiveAsync(Visitor citizen)
    {
        await citizen.PressMainButtonAsync();
        await citizen.Page.CardFace(WalletSteps.Permit).WaitForAsync();
        citizen.AssertQuietConsole();
    }

    /// <summary>Scrolls to where the page says what matters, for the picture.</summary>
    private static Task ShowAsync(Visitor visitor, string part) => visitor.Page.Locator($"main {part}").First.EvaluateAsync("part => part.scrollIntoView()");

    private static Task OpenDetailsAsync(Visitor clerk, string field) =>
        clerk.Page.Locator("main details").Filter(new() { Has = clerk.Page.Locator(field) }).Locator("summary").ClickAsync();

    private static async Task UploadAsync(Visitor clerk, string list)
    {
        await clerk.OpenPortalAsync("/office/import");
        await clerk.LookAsync();
        await clerk.Page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "liste.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(list) });
        await clerk.PressMainButtonAsync();
        await clerk.Page.WaitForURLAsync("**/office/import/*");
    }

    private static async Task AssertPrintsAsync(Visitor clerk, ILocator link)
    {
        var download = await clerk.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync(), Cancellation);
        Assert.Equal("%PDF", Encoding.ASCII.GetString(bytes.AsSpan(0, 4)));
    }

    private static async Task<JsonArray> EligibleAsync(Visitor clerk, int skip, int take)
    {
        using var management = clerk.Town.ManagementClient();
        return (await management.GetFromJsonAsync<JsonArray>($"/management/v1/demo/persons?story=eligible&skip={skip}&take={take}", Cancellation))!;
    }
}
