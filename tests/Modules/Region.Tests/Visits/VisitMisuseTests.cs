using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Texts;
using Modellstadt.Region.Visits;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Visits;

/// <summary>Who has no place in a visit gets none, and what a visit gave counts nowhere else.</summary>
public sealed class VisitMisuseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_code_of_an_ended_visit_opens_nothing_and_reads_like_one_that_never_was()
    {
        await using var town = await VisitTown.StartAsync();
        var (visit, other) = (await town.BeginAsync(), await town.BeginAsync());
        var (early, late) = (town.NewGuest(), town.NewGuest());
        await early.JoinAsync(visit.Code);
        Assert.Equal(HttpStatusCode.OK, (await late.ScanAsync(visit.Code)).Status);
        await visit.EndAsync();

        var ended = await late.EnterAsync(visit.Code);
        Assert.Equal((HttpStatusCode.NotFound, "urn:modellstadt:region:no-such-visit"), (ended.Status, ended.Html));
        Assert.Equal((ended.Status, ended.Html), await late.EnterAsync("G2222222") is var never ? (never.Status, never.Html) : default);
        Assert.Equal(HttpStatusCode.NotFound, (await early.Browser.OpenAsync(early.Page)).Status);
        Assert.Equal((1, 0), await town.CountAsync());
        Assert.Equal(HttpStatusCode.OK, (await late.ScanAsync(other.Code)).Status);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_more_guests_at_once_than_there_are_places_the_places_come_in(DatabaseKind kind)
    {
        await using var town = await VisitTown.StartAsync(kind);
        var visit = await town.BeginAsync(places: 3);
        var code = visit.Code.Replace("-", "", StringComparison.Ordinal);
        var join = town.Services.GetRequiredService<JoinVisit>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(phone => Task.Run(() => join.ExecuteAsync(code, $"browser-{phone}", Language.German, Cancellation))));

        Assert.Equal((1, 3), await town.CountAsync());
        Assert.Equal([1, 2, 3], outcomes.Where(outcome => outcome.Succeeded(out _, out _)).Select(outcome => outcome.Value.Number).Order());
        Assert.Equal(new VisitFull(3), (await join.ExecuteAsync(code, "browser-9", Language.German, Cancellation)).Refusal);
        var again = outcomes.First(outcome => outcome.Succeeded(out _, out _)).Value;
        Assert.Equal(again.Id, (await join.ExecuteAsync(code, $"browser-{outcomes.ToList().FindIndex(outcome => outcome.Succeeded(out _, out _))}", Language.German, Cancellation)).Value.Id);
    }

    [Fact]
    public async Task Whoever_presses_twice_or_comes_back_is_one_guest_with_one_card_of_each_kind()
    {
        await using var town = await VisitTown.StartAsync();
        var visit = await town.BeginAsync();
        var guest = town.NewGuest();
        await guest.JoinAsync(visit.Code);
        Assert.Equal(HttpStatusCode.SeeOther, (await guest.PressAsync("card")).Status);
        await guest.ScanAsync(visit.Code);
        Assert.Equal(guest.Page, (await guest.Browser.SendAsync($"/guest/{visit.Code}")).Onwards);

        await guest.ReceiveAsync((await guest.PressAsync("card")).Onwards!);
        var unanswered = (await guest.PressAsync("application")).Onwards!;
        var back = await guest.ShowIdAsync();
        var offered = (await guest.Browser.OpenAsync(back)).Onwards!;
        Assert.Equal(guest.Page, (await guest.Browser.OpenAsync(back)).Onwards);
        Assert.Equal(guest.Page, (await guest.PressAsync("application")).Onwards);
        var late = (await guest.Wallet.PresentAsync(unanswered)).RedirectUri!;
        Assert.Equal(guest.Page, (await guest.Browser.OpenAsync(late)).Onwards);
        await guest.ReceiveAsync(offered);

        Assert.Equal(["Blauer Otter: HasPermit"], await visit.LookAsync(town));
        Assert.Equal((1, 1), await town.CountAsync());
    }

    /// <summary>Attack 9: a guest's links lead nobody on but the browser that took part.</summary>
    [Fact]
    public async Task Attack_9_A_guests_links_replayed_in_another_browser_lead_nowhere()
    {
        await using var town = await VisitTown.StartAsync();
        var visit = await town.BeginAsync();
        var (guest, thief) = (town.NewGuest(), town.NewGuest());
        await guest.TakeIdAsync(visit.Code);
        await thief.JoinAsync(visit.Code);
        var back = await guest.ShowIdAsync();

        foreach (var address in (string[])[guest.Page, back])
            Assert.Equal((HttpStatusCode.NotFound, "urn:modellstadt:region:no-such-guest"), await thief.Browser.OpenAsync(address) is var page ? (page.Status, page.Html) : default);
        foreach (var button in (string[])["card", "application"])
            Assert.Equal(HttpStatusCode.NotFound, (await thief.Browser.SendAsync($"{guest.Page}/{button}")).Status);
        Assert.Equal("Blauer Otter: HasId", (await visit.LookAsync(town))[0]);

        Assert.Equal(HttpStatusCode.SeeOther, (await guest.Browser.OpenAsync(back)).Status);
        Assert.Equal("Blauer Otter: Applied", (await visit.LookAsync(town))[0]);
    }

    [Fact]
    public async Task The_DEMO_citizen_ID_of_another_guest_applies_for_nobody()
    {
        await using var town = await VisitTown.StartAsync();
        var visit = await town.BeginAsync();
        var (guest, other) = (town.NewGuest(), town.NewGuest());
        var own = await guest.TakeIdAsync(visit.Code);
        await other.TakeIdAsync(visit.Code);
        guest.Wallet.Copies.Clear();
        guest.Wallet.Copies.Add(other.Wallet.Copies[0]);

        Assert.Equal(guest.Page, (await guest.Browser.OpenAsync(await guest.ShowIdAsync())).Onwards);
        Assert.Contains("urn:modellstadt:region:card-of-another-guest", (await guest.Browser.OpenAsync(guest.Page)).Html, StringComparison.Ordinal);
        Assert.Equal(["Blauer Otter: HasId", "Grüner Dachs: HasId"], await visit.LookAsync(town));

        guest.Wallet.Copies.Add(own);
        await guest.TakePermitAsync();
        Assert.Equal(["Blauer Otter: HasPermit", "Grüner Dachs: HasId"], await visit.LookAsync(town));
    }

    [Fact]
    public async Task A_screen_is_opened_by_its_own_secret_only_and_shows_no_other_visit()
    {
        await using var town = await VisitTown.StartAsync();
        var (one, two) = (await town.BeginAsync(name: "Besuch eins"), await town.BeginAsync(name: "Besuch zwei"));
        var guest = town.NewGuest();
        await guest.JoinAsync(one.Code);

        Assert.Equal(["Blauer Otter: Scanned"], await one.LookAsync(town));
        Assert.Empty(await two.LookAsync(town));
        var other = one.Screen[..^1] + (one.Screen[^1] == 'A' ? 'B' : 'A');
        foreach (var guessed in (string[])[other, $"/showroom/screen/visits/{one.Id}", $"/showroom/screen/visits/{one.Code}", $"/showroom/screen/visits/{new string('A', 43)}"])
        {
            var page = await StaffBrowser.Of(town).OpenAsync(guessed);
            Assert.Equal((HttpStatusCode.NotFound, "urn:modellstadt:region:no-such-screen"), (page.Status, page.Html));
            Assert.DoesNotContain("visits", (await StaffBrowser.Of(town).OpenAsync($"{guessed}/news?seen=")).Html, StringComparison.Ordinal);
        }
    }

    /// <summary>A visit's permit has a card, a code and something like a plate; a warden takes none of them.</summary>
    [Fact]
    public async Task A_warden_takes_neither_the_code_nor_the_plate_of_a_DEMO_permit()
    {
        await using var town = await VisitTown.StartWithParkingAsync();
        var visit = await town.BeginAsync();
        var guest = town.NewGuest();
        await guest.TakeIdAsync(visit.Code);
        var permit = await guest.TakePermitAsync();
        var warden = await StaffBrowser.SignInAsync(town, "Jana Streifenberg");
        await warden.OpenAsync("/warden");
        await warden.SendAsync("/warden/shift", ("purpose", "Round"));

        foreach (var shown in (string[])[guest.Wallet.ShowToWarden(permit), "DEMO 1"])
        {
            await warden.OpenAsync("/warden");
            var answer = await warden.SendAsync("/warden", ("_handler", "inspection"), ("plate", shown));
            Assert.Contains("urn:modellstadt:", answer.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("data-state=\"valid\"", answer.Html, StringComparison.Ordinal);
        }
    }

    /// <summary>Forced into the answer to the question for a citizen ID, the DEMO one does not hold: it is of another type, from another issuer.</summary>
    [Theory]
    [InlineData("/account/sign-in/citizen-id")]
    [InlineData("/permit/applications")]
    public async Task A_DEMO_citizen_ID_neither_signs_in_nor_applies_for_a_real_permit(string door)
    {
        await using var town = await VisitTown.StartWithParkingAsync();
        var visit = await town.BeginAsync();
        var guest = town.NewGuest();
        await guest.TakeIdAsync(visit.Code);
        await guest.Browser.OpenAsync(guest.Page);
        var asked = (await guest.Browser.SendAsync(door, ("device", "same"), ("returnUrl", "/"))).Onwards!;
        var request = (await guest.Wallet.OpenRequestAsync(asked)).Request;
        var query = Assert.Single(request.Query.Credentials);

        var forced = request with { Query = new([query with { CredentialTypes = [VisitCredentials.IdVct], Claims = VisitCredentials.Question.Credentials[0].Claims, TrustedAuthorities = [] }]) };
        var reply = await guest.Wallet.PresentAsync(forced);

        Assert.True(reply.Error is not null || !(await guest.Browser.OpenAsync(reply.RedirectUri!)).Onwards!.StartsWith("http://wallet", StringComparison.Ordinal));
        Assert.Equal(["Blauer Otter: HasId"], await visit.LookAsync(town));
        await guest.TakePermitAsync();
    }

    [Fact]
    public async Task A_card_offered_while_the_visit_ends_is_ended_with_it()
    {
        await using var town = await VisitTown.StartAsync();
        var visit = await town.BeginAsync();
        var guest = town.NewGuest();
        var link = await guest.JoinAsync(visit.Code);
        var card = await guest.ReceiveAsync(link);
        await visit.EndAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await guest.PressAsync("card")).Status);
        var late = await Record.ExceptionAsync(() => guest.Wallet.ReceiveAsync(link));
        Assert.NotNull(late);
        Assert.False((await town.Services.GetRequiredService<HolderCodes>().CheckAsync(guest.Wallet.ShowToWarden(card), Cancellation)).Succeeded(out _, out _));
    }

    [Fact]
    public async Task Only_staff_begin_and_end_visits_and_an_unreadable_form_or_a_second_press_changes_nothing()
    {
        await using var town = await VisitTown.StartAsync();
        var visit = await town.BeginAsync();
        var stranger = town.NewGuest();
        await stranger.ScanAsync(visit.Code);
        Assert.NotEqual(VisitAddresses.Office, (await stranger.Browser.SendAsync(VisitAddresses.Office, ("key", $"{town.Random.NewId()}"), ("name", "Besuch"), ("places", "3"))).Onwards);
        await stranger.Browser.SendAsync(VisitAddresses.Ending(visit.Id));
        Assert.Equal((1, 0), await town.CountAsync());

        var key = $"{town.Random.NewId()}";
        foreach (var (name, places, hours) in ((string, string, string)[])[("", "3", ""), (new string('x', 61), "3", ""), ("Besuch", "0", ""), ("Besuch", "61", ""), ("Besuch", "viele", ""), ("Besuch", "3", "25"), ("Besuch", "3", "-1")])
            Assert.Equal("urn:modellstadt:region:visit-unreadable", (await visit.Clerk.SendAsync(VisitAddresses.Office, ("key", key), ("name", name), ("places", places), ("hours", hours))).Html);
        for (var press = 0; press < 2; press++)
            Assert.Equal(VisitAddresses.Office, (await visit.Clerk.SendAsync(VisitAddresses.Office, ("key", key), ("name", "Besuch"), ("places", "3"), ("hours", ""))).Onwards);
        Assert.Equal((2, 0), await town.CountAsync());
        await visit.EndAsync();
        await visit.EndAsync();
        Assert.Equal((1, 0), await town.CountAsync());
    }
}
