using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Texts;
using Modellstadt.Region.Visits;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Visits;

/// <summary>Guests try out on their own phones what citizens do, the screen follows, and at the end of the day nothing is left.</summary>
public sealed class VisitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Guests_get_both_DEMO_cards_and_the_screen_follows_each_of_them(DatabaseKind kind)
    {
        await using var town = await VisitTown.StartAsync(kind);
        var visit = await town.BeginAsync();
        var (first, second) = (town.NewGuest(), town.NewGuest());
        Assert.Contains("waiting", await visit.NewsAsync(town, ""), StringComparison.Ordinal);

        var link = await first.JoinAsync(visit.Code);
        Assert.Equal(["Blauer Otter: Scanned"], await visit.LookAsync(town));
        Assert.Contains(visit.Screen, await visit.NewsAsync(town, ""), StringComparison.Ordinal);

        await first.ReceiveAsync(link);
        await second.JoinAsync(visit.Code);
        Assert.Equal(["Blauer Otter: HasId", "Grüner Dachs: Scanned"], await visit.LookAsync(town));
        Assert.Equal(("Blauer Otter", true), ((string?)first.Cards[0]["guest_name"], (bool)first.Cards[0]["demo"]!));

        var back = await first.Browser.OpenAsync(await first.ShowIdAsync());
        Assert.Equal(["Blauer Otter: Applied", "Grüner Dachs: Scanned"], await visit.LookAsync(town));

        await first.ReceiveAsync(back.Onwards!);
        Assert.Equal(["Blauer Otter: HasPermit", "Grüner Dachs: Scanned"], await visit.LookAsync(town));
        Assert.Equal("DEMO 1", (string?)first.Cards[1]["plate"]);
        Assert.Contains("waiting", await visit.NewsAsync(town, "3.0"), StringComparison.Ordinal);
        Assert.Contains("Fertig", (await first.Browser.OpenAsync(first.Page)).Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task At_the_end_of_the_day_every_row_is_deleted_and_every_card_has_ended(DatabaseKind kind)
    {
        await using var town = await VisitTown.StartAsync(kind);
        var visit = await town.BeginAsync();
        var guest = town.NewGuest();
        await guest.TakeIdAsync(visit.Code);
        var permit = await guest.TakePermitAsync();
        var waiting = town.NewGuest();
        await waiting.JoinAsync(visit.Code);
        var codes = town.Services.GetRequiredService<HolderCodes>();
        Assert.True((await codes.CheckAsync(guest.Wallet.ShowToWarden(permit), Cancellation)).Succeeded(out _, out _));

        // 24 November, 23:59:59 in Germany; then midnight.
        town.Time.Now = new DateTimeOffset(2026, 11, 24, 22, 59, 59, TimeSpan.Zero);
        await town.RunRoundAsync();
        Assert.Equal((1, 2), await town.CountAsync());
        town.Time.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Browser.OpenAsync(guest.Page)).Status);
        await town.RunRoundAsync();

        Assert.Equal((0, 0), await town.CountAsync());
        Assert.False((await codes.CheckAsync(guest.Wallet.ShowToWarden(permit), Cancellation)).Succeeded(out _, out _));
        Assert.Contains("/showroom/screen", await visit.NewsAsync(town, "3.0"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await StaffBrowser.Of(town).OpenAsync(visit.Screen)).Status);
        await town.RunRoundAsync();
        Assert.Equal((0, 0), await town.CountAsync());
    }

    [Fact]
    public async Task A_visit_that_ended_while_no_process_ran_or_one_died_over_it_is_cleared_away_after_the_start()
    {
        await using var town = await VisitTown.StartAsync();
        var visit = await town.BeginAsync();
        var (guest, half) = (town.NewGuest(), town.NewGuest());
        var card = await guest.TakeIdAsync(visit.Code);
        await half.TakeIdAsync(visit.Code);
        // So far came a process that died: what the second guest holds has ended, the row is still there.
        var subject = (await town.ReadAsync(database => Task.FromResult(database.VisitGuests.Single(row => row.Number == 2)))).Subject;
        await town.Services.GetRequiredService<CredentialStatuses>().RevokeAsync(subject, Cancellation);
        town.Time.Now += TimeSpan.FromDays(2);
        await town.RestartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await guest.PressAsync("application")).Status);
        Assert.Equal((1, 2), await town.CountAsync());
        await town.RunRoundAsync();
        Assert.Equal((0, 0), await town.CountAsync());
        Assert.False((await town.Services.GetRequiredService<HolderCodes>().CheckAsync(guest.Wallet.ShowToWarden(card), Cancellation)).Succeeded(out _, out _));
    }

    [Fact]
    public async Task A_visit_goes_together_with_the_entry_that_says_so_or_stays_until_the_next_round()
    {
        await using var town = await VisitTown.StartAsync();
        await town.BeginAsync();
        town.Time.Now += TimeSpan.FromDays(2);
        await town.ReadAsync(database => database.Database.ExecuteSqlAsync($"CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END", Cancellation));

        await town.RunRoundAsync();
        Assert.Equal((1, 0), await town.CountAsync());

        await town.ReadAsync(database => database.Database.ExecuteSqlAsync($"DROP TRIGGER full", Cancellation));
        await town.RunRoundAsync();
        Assert.Equal((0, 0), await town.CountAsync());
        Assert.Equal(1, await town.ReadAsync(database => database.Audit.CountAsync(entry => entry.Action == "visit-ended", Cancellation)));
    }

    /// <summary>Among them the days on which clocks change, which have 23 and 25 hours.</summary>
    [Fact]
    public async Task A_visit_ends_at_midnight_in_the_town_also_when_clocks_change()
    {
        await using var town = await VisitTown.StartAsync();
        foreach (var (begins, ends) in ((DateTimeOffset, DateTimeOffset)[])
        [
            (new(2027, 3, 28, 0, 30, 0, TimeSpan.FromHours(1)), new(2027, 3, 29, 0, 0, 0, TimeSpan.FromHours(2))),
            (new(2027, 10, 31, 0, 30, 0, TimeSpan.FromHours(2)), new(2027, 11, 1, 0, 0, 0, TimeSpan.FromHours(1))),
            (new(2027, 12, 31, 23, 59, 0, TimeSpan.FromHours(1)), new(2028, 1, 1, 0, 0, 0, TimeSpan.FromHours(1))),
        ])
        {
            town.Time.Now = begins;
            var visit = await town.BeginAsync();
            town.Time.Now = ends - TimeSpan.FromMilliseconds(1);
            Assert.Equal(HttpStatusCode.OK, (await town.NewGuest().ScanAsync(visit.Code)).Status);
            town.Time.Now = ends;
            Assert.Equal(HttpStatusCode.NotFound, (await town.NewGuest().ScanAsync(visit.Code)).Status);
        }
    }

    [Fact]
    public async Task A_visit_of_some_hours_ends_then_and_never_after_the_day()
    {
        await using var town = await VisitTown.StartAsync();
        var (brief, tooLong) = (await town.BeginAsync(hours: "2"), await town.BeginAsync(hours: "24"));

        town.Time.Now += TimeSpan.FromHours(2);
        await town.RunRoundAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await town.NewGuest().ScanAsync(brief.Code)).Status);
        Assert.Equal(HttpStatusCode.OK, (await town.NewGuest().ScanAsync(tooLong.Code)).Status);
        town.Time.Now = new DateTimeOffset(2026, 11, 24, 23, 0, 0, TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.NotFound, (await town.NewGuest().ScanAsync(tooLong.Code)).Status);
    }

    /// <summary>The process ends between any two steps; guests go on where they were.</summary>
    [Fact]
    public async Task A_restart_between_two_steps_loses_nothing()
    {
        await using var town = await VisitTown.StartAsync();
        var visit = await town.BeginAsync();
        var guest = town.NewGuest();
        var link = await guest.JoinAsync(visit.Code);
        await town.RestartAsync();
        await guest.ReceiveAsync(link);
        await town.RestartAsync();
        var asked = (await guest.PressAsync("application")).Onwards!;
        await town.RestartAsync();
        var back = (await guest.Wallet.PresentAsync(asked)).RedirectUri!;
        await town.RestartAsync();
        var offered = (await guest.Browser.OpenAsync(back)).Onwards!;
        await town.RestartAsync();
        await guest.ReceiveAsync(offered);
        await town.RestartAsync();

        Assert.Equal(["Blauer Otter: HasPermit"], await visit.LookAsync(town));
        await visit.EndAsync();
        Assert.Equal((0, 0), await town.CountAsync());
    }

    [Fact]
    public async Task A_real_town_may_have_visits_and_what_its_guests_get_says_DEMO()
    {
        await using var town = await VisitTown.StartAsync(DatabaseKind.Sqlite, ("Town:Demo", "false"), ("Region:Visits", "true"));
        var id = town.Random.NewId();
        await town.Services.GetRequiredService<StartVisit>().ExecuteAsync(new EnteredVisit(id, "Besuch", 3, null), "staff/1", Cancellation);
        var code = await town.ReadAsync(database => Task.FromResult(database.Visits.Single().Code));
        var guest = town.NewGuest();
        await guest.TakeIdAsync(code);
        await guest.TakePermitAsync();

        Assert.True(VisitCredentials.Issuer.Demo);
        Assert.All(guest.Cards, card => Assert.True((bool)card["demo"]!));
        Assert.All([VisitCredentials.Id, VisitCredentials.Permit], type => Assert.All([Language.German, Language.English], language => Assert.StartsWith("DEMO", type.Name.In(language), StringComparison.Ordinal)));
        var anchors = town.Services.GetRequiredService<IssuerAnchors>().All;
        Assert.Contains("DEMO", anchors.Single(anchor => anchor.Slug == VisitCredentials.IssuerSlug).Certificate.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_town_that_did_not_ask_for_visits_has_none()
    {
        await using var town = await VisitTown.StartAsync(DatabaseKind.Sqlite, ("Town:Demo", "false"));

        Assert.Equal(HttpStatusCode.NotFound, (await StaffBrowser.Of(town).OpenAsync("/guest")).Status);
        Assert.DoesNotContain(town.Services.GetServices<CredentialType>(), type => type.IssuerSlug == VisitCredentials.IssuerSlug);
    }

    [Fact]
    public async Task The_QR_code_on_the_screen_leads_to_the_door_of_this_visit()
    {
        await using var town = await VisitTown.StartAsync();
        var (visit, other) = (await town.BeginAsync(), await town.BeginAsync());
        var screen = (await StaffBrowser.Of(town).OpenAsync(visit.Screen)).Html;

        Assert.Contains(await DrawAsync(town, visit), screen, StringComparison.Ordinal);
        Assert.DoesNotContain(await DrawAsync(town, other), screen, StringComparison.Ordinal);
        Assert.Contains("localhost:5080/guest", screen, StringComparison.Ordinal);
    }

    /// <summary>The QR code of a visit's door as it is drawn.</summary>
    private static async Task<string> DrawAsync(VisitTown town, StartedVisit visit)
    {
        await using var renderer = new HtmlRenderer(town.Services, NullLoggerFactory.Instance);
        var content = new Dictionary<string, object?> { [nameof(QrCode.Content)] = town.Town.At($"/guest/{visit.Code.Replace("-", "", StringComparison.Ordinal)}"), [nameof(QrCode.Label)] = "" };
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<QrCode>(ParameterView.FromDictionary(content))).ToHtmlString());
        return html[html.IndexOf("<path", StringComparison.Ordinal)..html.IndexOf("</svg>", StringComparison.Ordinal)];
    }

    [Fact]
    public void The_guests_of_a_visit_all_have_names_of_their_own_in_both_languages()
    {
        var names = Enumerable.Range(1, Visit.MostGuests).Select(GuestName.Of).ToList();

        Assert.Equal(Visit.MostGuests, names.Select(name => name.In(Language.German)).Distinct().Count());
        Assert.Equal(Visit.MostGuests, names.Select(name => name.In(Language.English)).Distinct().Count());
    }
}
