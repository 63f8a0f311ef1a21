using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Modellstadt.City.Tests.Browsers;
using Modellstadt.Testing;

namespace Modellstadt.City.Tests;

/// <summary>The project office proposes at its desk, three members vote on a phone, the district government approves, and everybody reads it.</summary>
public sealed partial class BoardJourney(CityBrowser city)
{
    private const string Board = "/office/board";

    [Fact]
    public async Task A_proposal_goes_through_board_and_district_government_to_a_notice_of_grant()
    {
        await using var town = await RunningTown.StartAsync(city.Authority);
        await using var desk = await city.DesktopAsync(town);
        await using var phone = await city.PhoneAsync(town, "en");
        await desk.SignInAsDemoStaffAsync(Board, "Lena Vorhaben");
        var meeting = await PlanAsync(desk);
        var proposal = await ProposeAsync(desk, meeting[^36..]);
        await phone.SignInAsDemoStaffAsync(meeting, "Nuria Vorsitz");
        await phone.PressAsync("Open the vote");
        await VoteAsync(phone, "Yes");
        foreach (var (member, choice) in new[] { ("Bernd Stimmberg", "Excluded"), ("Aylin Ratsfeld", "Yes") })
        {
            await SwitchAsync(phone, meeting, member);
            await VoteAsync(phone, choice);
        }

        await SwitchAsync(phone, meeting, "Nuria Vorsitz");
        await phone.Page.Locator("fieldset").ScrollIntoViewIfNeededAsync();
        await phone.LookAsync("board-meeting");
        await phone.PressAsync("Close the vote and count");
        await Assertions.Expect(phone.Page.Locator("[data-result=Recommended]")).ToContainTextAsync("2 of 2 entitled to vote");
        await FixMinutesAsync(phone, meeting);
        await ApproveAsync(phone, proposal);
        await EnterNoticeAsync(desk, proposal);

        await phone.OpenPortalAsync("/showroom/board");
        await Assertions.Expect(phone.Page.Locator("[data-district=Approved]")).ToBeVisibleAsync();
        await phone.LookAsync();
        desk.AssertQuietConsole();
        phone.AssertQuietConsole();
    }

    private static async Task<string> PlanAsync(Visitor desk)
    {
        await desk.LookAsync();
        await desk.PressAsync("Neue Sitzung");
        await desk.Page.Locator("#held-on").FillAsync("2026-12-03");
        await desk.Page.Locator("#place").FillAsync("Hans-Sachs-Haus (DEMO)");
        await desk.LookAsync();
        await desk.PressMainButtonAsync();
        await Assertions.Expect(desk.Page).ToHaveURLAsync(MeetingAddress());
        return new Uri(desk.Page.Url).AbsolutePath;
    }

    /// <summary>From the register, on the agenda of the meeting.</summary>
    private static async Task<string> ProposeAsync(Visitor desk, string meeting)
    {
        var page = desk.Page;
        await desk.OpenPortalAsync($"{Board}/proposals/new");
        await page.Locator("#from").SelectOptionAsync("open-innovation-lab-oil");
        await desk.PressAsync("In das Formular übernehmen");
        await Assertions.Expect(page.Locator("#title")).ToHaveValueAsync("Open Innovation Lab (OIL)");
        await page.Locator("#costs").FillAsync("125.000,00");
        await page.Locator("#grant").FillAsync("100.000");
        await page.Locator("#own").FillAsync("25000");
        await desk.LookAsync();
        await desk.PressMainButtonAsync();
        await page.Locator("#meeting").SelectOptionAsync(meeting);
        await desk.PressMainButtonAsync();
        await Assertions.Expect(page.Locator("[data-state=Submitted]")).ToBeVisibleAsync();
        await desk.LookAsync("board-proposal");
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task VoteAsync(Visitor phone, string choice)
    {
        await phone.Page.Locator($"#{choice}-0").CheckAsync();
        await phone.PressAsync("Cast the vote");
        await Assertions.Expect(phone.Page.Locator($"#{choice}-0")).ToBeCheckedAsync();
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Button, new() { Name = "Change the vote" })).ToBeVisibleAsync();
    }

    private static async Task FixMinutesAsync(Visitor phone, string meeting)
    {
        await phone.OpenPortalAsync($"{meeting}/minutes");
        await phone.PressAsync("Draft the minutes");
        await Assertions.Expect(phone.Page.Locator("article[lang=de]")).ToContainTextAsync("Wegen Befangenheit nicht beteiligt: Bernd Stimmberg");
        await phone.LookAsync();
        await phone.PressAsync("Approve the minutes");
        await Assertions.Expect(phone.Page.Locator("[data-hash]")).ToBeVisibleAsync();
        await phone.LookAsync();
    }

    private static async Task ApproveAsync(Visitor phone, string proposal)
    {
        await SwitchAsync(phone, proposal, "Doris Bescheidt");
        await phone.Page.Locator("#reason").FillAsync("Passt zur Richtlinie (DEMO)");
        await phone.Page.Locator("#conditions").FillAsync("Offene Schnittstellen (DEMO)");
        await phone.LookAsync();
        await phone.PressAsync("Approve");
        await Assertions.Expect(phone.Page.Locator("[data-state=Approved]")).ToBeVisibleAsync();
    }

    private static async Task EnterNoticeAsync(Visitor desk, string proposal)
    {
        var page = desk.Page;
        await desk.OpenPortalAsync(proposal);
        await page.Locator("[data-enter]").ClickAsync();
        await Assertions.Expect(page.Locator("#grant")).ToHaveValueAsync("100000,00");
        await Assertions.Expect(page.Locator("#conditions")).ToHaveValueAsync("Offene Schnittstellen (DEMO)");
        await page.Locator("#authority").FillAsync("Bezirksregierung (DEMO)");
        await page.Locator("#reference").FillAsync("DEMO-34.01-061/2026");
        await page.Locator("#granted-on").FillAsync("2026-11-20");
        await page.Locator("#from").FillAsync("2026-12-01");
        await page.Locator("#until").FillAsync("2027-12-31");
        await desk.LookAsync();
        await desk.PressMainButtonAsync();
        await page.Locator("[data-proposal]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-notice]")).ToBeVisibleAsync();
    }

    private static async Task SwitchAsync(Visitor phone, string page, string name)
    {
        await phone.Page.Context.ClearCookiesAsync();
        await phone.SignInAsDemoStaffAsync(page, name);
    }

    [GeneratedRegex("/office/board/meetings/[0-9a-f-]{36}$")]
    private static partial Regex MeetingAddress();
}
