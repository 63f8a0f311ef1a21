using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Interfaces;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Changes;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Interfaces;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Parking.Visitors;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Visitors;

/// <summary>Tickets that a resident hands to visitors. The demo town gives ten for a day and twenty for four hours a year.</summary>
public sealed partial class VisitorTests
{
    private const string Mine = "/permit/mine/visitors";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_ticket_for_a_plate_counts_at_once_and_until_it_is_ended(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var holder = await HolderAsync(town);
        var warden = await town.SignInAsync("Warden");
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.ReadRights);
        Assert.Equal("unknown", await warden.StateOfAsync("HH-XY 77"));

        var page = await TakeAsync(holder, "Hour-4", "HH-XY 77");

        Assert.Contains("HH-XY 77", page.Html, StringComparison.Ordinal);
        Assert.Contains("noch 19 von 20", page.Html, StringComparison.Ordinal);
        Assert.Equal("valid", await warden.StateOfAsync("HH-XY 77"));
        var zone = (await town.PermitOfAsync(holder)).Zone;
        var answer = await program.AnswerAsync(new { plate = "HH-XY 77", zone });
        Assert.Equal(("yes", "visitor-ticket", town.Time.Now.AddHours(4)), ((string?)answer["right"], (string?)answer["kind"], (DateTimeOffset)answer["valid_until"]!));

        await holder.Browser.SendFormAsync($"{Mine}/endings", ("ticket", Field(page, "ticket")));

        Assert.NotEqual("valid", await warden.StateOfAsync("HH-XY 77"));
        Assert.Contains("noch 19 von 20", (await holder.Browser.OpenAsync(Mine)).Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_visitor_enters_the_plate_behind_a_link_without_an_account(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var holder = await HolderAsync(town);
        var link = LinkIn(await TakeAsync(holder, "Day-1", plate: null));
        var visitor = town.NewBrowser();

        var page = await visitor.OpenAsync(link);
        Assert.Contains("Tagesticket", page.Html, StringComparison.Ordinal);
        var started = await visitor.SendFormAsync($"{link}/start", ("plate", "M-AB 1"));
        var after = await visitor.OpenAsync(started.Onwards!);

        Assert.Contains("Sie dürfen parken", after.Html, StringComparison.Ordinal);
        Assert.Contains("M-AB 1", after.Html, StringComparison.Ordinal);
        Assert.Equal("valid", await (await town.SignInAsync("Warden")).StateOfAsync("M-AB 1"));
        Assert.DoesNotContain(link, (await holder.Browser.OpenAsync(Mine)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(holder.Person.DisplayName, after.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_link_is_good_for_one_plate_however_many_use_it_at_once(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var holder = await HolderAsync(town);
        var secret = LinkIn(await TakeAsync(holder, "Day-1", plate: null)).Split('/')[^1];
        var start = town.Services.GetRequiredService<StartVisit>();
        var visitor = town.NewBrowser();
        await visitor.OpenAsync($"/visit/{secret}");

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => start.ExecuteAsync(secret, $"HH-XY {number}", Cancellation)));

        Assert.Single(outcomes, outcome => outcome.Refusal is null);
        Assert.All(outcomes.Where(outcome => outcome.Refusal is not null), outcome => Assert.IsType<VisitUsed>(outcome.Refusal));
        var again = await visitor.SendFormAsync($"/visit/{secret}/start", ("plate", "HH-XY 99"));
        Assert.EndsWith("?refused=visit-used", again.Onwards, StringComparison.Ordinal);
        Assert.Equal("unknown", await (await town.SignInAsync("Warden")).StateOfAsync("HH-XY 99"));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Nobody_gets_more_than_the_town_gives_in_a_year_not_even_in_a_race(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var holder = await HolderAsync(town);
        var resident = new ResidentId((await town.PermitOfAsync(holder)).ResidentId);
        var make = town.Services.GetRequiredService<MakeTicket>();

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 16).Select(number => Task.Run(() => make.ExecuteAsync(resident, "Day-1", $"HH-XY {number}", Cancellation), Cancellation)));

        Assert.Equal(10, outcomes.Count(outcome => outcome.Refusal is null));
        Assert.All(outcomes.Where(outcome => outcome.Refusal is not null), outcome => Assert.IsType<NoTicketLeft>(outcome.Refusal));
        var numbers = await town.ReadAsync(database => database.VisitorTickets.Select(ticket => ticket.Number).ToListAsync(Cancellation));
        Assert.Equal(Enumerable.Range(1, 10), numbers.Order());
        Assert.Null((await make.ExecuteAsync(resident, "Hour-4", "HH-XY 1", Cancellation)).Refusal);
    }

    [Fact]
    public async Task A_new_year_brings_new_tickets()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var holder = await HolderAsync(town);
        var resident = new ResidentId((await town.PermitOfAsync(holder)).ResidentId);
        var make = town.Services.GetRequiredService<MakeTicket>();
        for (var number = 1; number <= 10; number++)
            Assert.Null((await make.ExecuteAsync(resident, "Day-1", $"HH-XY {number}", Cancellation)).Refusal);

        // Half past eleven at night in Germany: the last hour of the year there.
        town.Time.Now = new DateTimeOffset(2026, 12, 31, 22, 30, 0, TimeSpan.Zero);
        Assert.IsType<NoTicketLeft>((await make.ExecuteAsync(resident, "Day-1", "HH-XY 11", Cancellation)).Refusal);
        town.Time.Now = new DateTimeOffset(2026, 12, 31, 23, 0, 0, TimeSpan.Zero);

        var first = await make.ExecuteAsync(resident, "Day-1", "HH-XY 11", Cancellation);
        Assert.Equal((2027, 1), (first.Value.Year, first.Value.Number));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_link_that_nobody_used_is_taken_back_or_runs_out_and_does_not_count(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var holder = await HolderAsync(town);
        var page = await TakeAsync(holder, "Day-1", plate: null);
        var (taken, id) = (LinkIn(page), Field(page, "ticket"));
        Assert.Contains("noch 9 von 10", page.Html, StringComparison.Ordinal);

        await holder.Browser.SendFormAsync($"{Mine}/endings", ("ticket", id));

        Assert.Contains("noch 10 von 10", (await holder.Browser.OpenAsync(Mine)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await town.NewBrowser().OpenAsync(taken)).Status);
        var late = LinkIn(await TakeAsync(holder, "Day-1", plate: null));
        var visitor = town.NewBrowser();
        await visitor.OpenAsync(late);
        town.Time.Now += TicketMaking.LinkLifetime;
        Assert.EndsWith("?refused=visit-over", (await visitor.SendFormAsync($"{late}/start", ("plate", "HH-XY 1"))).Onwards, StringComparison.Ordinal);
        Assert.Contains("gilt nicht mehr", (await visitor.OpenAsync(late)).Html, StringComparison.Ordinal);
        Assert.Equal("unknown", await (await town.SignInAsync("Warden")).StateOfAsync("HH-XY 1"));
    }

    [Fact]
    public async Task A_link_counts_no_more_when_the_permit_behind_it_was_revoked()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var holder = await HolderAsync(town);
        var link = LinkIn(await TakeAsync(holder, "Day-1", plate: null));
        await using (var database = await town.OpenDatabaseAsync())
        {
            (await database.Permits.SingleAsync(permit => permit.ApplicationId == holder.Application, Cancellation)).End(PermitState.Revoked, "wrong facts", town.Time.Now);
            await database.SaveChangesAsync(Cancellation);
        }

        var visitor = town.NewBrowser();
        await visitor.OpenAsync(link);
        Assert.EndsWith("?refused=visit-over", (await visitor.SendFormAsync($"{link}/start", ("plate", "HH-XY 1"))).Onwards, StringComparison.Ordinal);
        Assert.Contains("Zurzeit haben Sie keine", (await holder.Browser.OpenAsync(Mine)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not a plate")]
    [InlineData("")]
    [InlineData("GEAB123")]
    public async Task A_plate_that_is_none_starts_nothing(string plate)
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var holder = await HolderAsync(town);
        await holder.Browser.OpenAsync(Mine);
        var plain = plate == "GEAB123" ? "HHAB123" : plate;

        var answer = await holder.Browser.SendFormAsync($"{Mine}/tickets", ("kind", "Day-1"), ("plate", plain));

        Assert.EndsWith("?refused=visitor-plate-unclear", answer.Onwards, StringComparison.Ordinal);
        Assert.Contains("nicht eindeutig", (await holder.Browser.OpenAsync(answer.Onwards!)).Html, StringComparison.Ordinal);
        Assert.Empty(await town.ReadAsync(database => database.VisitorTickets.ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task A_guessed_link_is_unknown_and_whoever_guesses_is_slowed_down()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite, ("Parking:VisitsPerMinute", "5"));
        var visitor = town.NewBrowser();

        var first = await visitor.OpenAsync($"/visit/{new string('A', 43)}");
        for (var attempt = 0; attempt < 4; attempt++)
            await visitor.OpenAsync("/visit/short");
        var later = await visitor.OpenAsync($"/visit/{new string('B', 43)}");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests), (first.Status, later.Status));
        Assert.Contains("visit-unknown", first.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_ends_the_ticket_of_somebody_else_and_without_a_session_there_is_none()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var (holder, other) = (await HolderAsync(town), await HolderAsync(town));
        var id = Field(await TakeAsync(holder, "Day-1", "HH-XY 77"), "ticket");
        await other.Browser.OpenAsync(Mine);

        Assert.EndsWith("?refused=visitor-ticket-gone", (await other.Browser.SendFormAsync($"{Mine}/endings", ("ticket", id))).Onwards, StringComparison.Ordinal);
        Assert.Equal("valid", await (await town.SignInAsync("Warden")).StateOfAsync("HH-XY 77"));
        var stranger = town.NewBrowser();
        await stranger.OpenAsync("/permit");
        Assert.Equal("/account/sign-in?returnUrl=%2Fpermit%2Fmine", (await stranger.SendFormAsync($"{Mine}/tickets", ("kind", "Day-1"), ("plate", "HH-XY 78"))).Onwards);
        Assert.Single(await town.ReadAsync(database => database.VisitorTickets.ToListAsync(Cancellation)));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_a_visitor_only_the_plate_is_kept_and_that_for_a_day(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var holder = await HolderAsync(town);
        await TakeAsync(holder, "Hour-4", "HH-XY 77");
        var plates = town.Services.GetServices<IRetainedRecords>().OfType<VisitorPlates>().Single();
        Assert.Equal(1, plates.Rule.Days);

        Assert.Equal(0, await plates.DeleteAsync(town.Time.Now.AddHours(4), Cancellation));
        Assert.Equal(1, await plates.DeleteAsync(town.Time.Now.AddHours(5), Cancellation));

        var ticket = await town.ReadAsync(database => database.VisitorTickets.AsNoTracking().SingleAsync(Cancellation));
        Assert.Null(ticket.Plate);
        Assert.Contains("noch 19 von 20", (await holder.Browser.OpenAsync(Mine)).Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Links_that_nobody_used_are_deleted_a_week_after_they_ran_out(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var holder = await HolderAsync(town);
        await TakeAsync(holder, "Day-1", plate: null);
        await TakeAsync(holder, "Day-1", "HH-XY 77");
        var links = town.Services.GetServices<IRetainedRecords>().OfType<UnusedVisitorLinks>().Single();
        Assert.Equal(7, links.Rule.Days);

        Assert.Equal(0, await links.DeleteAsync(town.Time.Now + TicketMaking.LinkLifetime, Cancellation));
        Assert.Equal(1, await links.DeleteAsync(town.Time.Now + TicketMaking.LinkLifetime + TimeSpan.FromSeconds(1), Cancellation));

        Assert.Equal("HH-XY 77", (await town.ReadAsync(database => database.VisitorTickets.SingleAsync(Cancellation))).Plate);
    }

    [Fact]
    public async Task Tickets_of_visitors_survive_a_restart()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var holder = await HolderAsync(town);
        await TakeAsync(holder, "Day-1", "HH-XY 77");

        await town.RestartAsync();

        Assert.Equal("valid", await (await town.SignInAsync("Warden")).StateOfAsync("HH-XY 77"));
    }

    private static async Task<Citizen> HolderAsync(PermitTown town)
    {
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        await citizen.SignInAsync(citizen.Browser);
        return citizen;
    }

    /// <summary>Takes a ticket, for a plate or as a link; the page after it.</summary>
    private static async Task<Page> TakeAsync(Citizen holder, string kind, string? plate)
    {
        await holder.Browser.OpenAsync(Mine);
        var answer = await holder.Browser.SendFormAsync($"{Mine}/tickets", ("kind", kind), plate is null ? ("link", "true") : ("plate", plate));
        Assert.Equal(Mine, answer.Onwards);
        return await holder.Browser.OpenAsync(Mine);
    }

    private static string LinkIn(Page page) => Link().Match(page.Html).Groups[1].Value;

    private static string Field(Page page, string name) => Regex.Match(page.Html, $"name=\"{name}\" value=\"([^\"]+)\"").Groups[1].Value;

    [GeneratedRegex("href=\"http://localhost:5080(/visit/[^\"]+)\"")]
    private static partial Regex Link();
}
