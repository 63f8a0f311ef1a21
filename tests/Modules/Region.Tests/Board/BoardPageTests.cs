using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Board;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Board;

/// <summary>The pages of the board: each deed is for one role, and every other role is turned away before it.</summary>
public sealed class BoardPageTests
{
    private const string Start = "/office/board";
    private const string Office = "Projektbüro";
    private const string Chair = "Vorsitz des Gremiums";
    private const string District = "Bezirksregierung";

    private static readonly (string Name, string Value)[] Meeting = [("held-on", "2026-12-03"), ("place", "Hans-Sachs-Haus DEMO"), ("public", "yes"), ("by-name", "no")];

    private static readonly (string Name, string Value)[] Proposal =
    [
        ("project", ""), ("title", "Lieferwagen <zählen> (DEMO)"), ("text", "Sensoren an Ladezonen."), ("topic", "mobilitaetsstationen"), ("place", ""), ("programme", "digitale-modellregionen-nrw"),
        ("recipient", "Stadt DEMO"), ("recipient-kind", "Municipality"), ("costs", "100.000,00"), ("grant", "90.000"), ("own", "5000"),
    ];

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Each_deed_is_done_by_its_role_alone(DatabaseKind kind)
    {
        await using var town = await BoardTown.StartAsync(kind);
        var everybody = await Everybody.SignInAsync(town);
        var meeting = (await everybody.DoAsync(Office, $"{Start}/meetings/new", Meeting)).Onwards!;
        var proposal = (await everybody.DoAsync(Office, $"{Start}/proposals/new", Proposal)).Onwards!;
        await everybody.DoAsync(Office, $"{proposal}/change", [.. Proposal, ("seen", "1")]);
        await everybody.DoAsync(Office, $"{proposal}/submission", ("seen", "2"), ("meeting", meeting[^36..]));
        var item = $"{meeting}/proposals/{proposal[^36..]}";
        await everybody.DoAsync(Chair, $"{item}/opening");
        await everybody.VoteAsync($"{item}/ballot");
        Assert.Contains("data-voted=\"3\"", (await everybody[District].OpenAsync(meeting)).Html, StringComparison.Ordinal);
        await everybody.DoAsync(Chair, $"{item}/closing");
        await everybody.DoAsync(Chair, $"{meeting}/minutes/draft");
        await everybody.DoAsync(Chair, $"{meeting}/minutes/correction", ("seen", "1"), ("text", "Kurz"), ("reason", "Kürzer"));
        await everybody.DoAsync(Chair, $"{meeting}/minutes/approval", ("seen", "2"));
        await everybody.DoAsync(District, $"{proposal}/decision", ("seen", "4"), ("approves", "yes"), ("reason", "Passt"), ("conditions", "Bericht\r\n\r\nOffene Daten"));

        var shown = (await everybody["Sachbearbeitung"].OpenAsync(proposal)).Html;
        Assert.All(["data-state=\"Approved\"", "Lieferwagen <zählen> (DEMO)", "Offene Daten", "data-step=\"5\"", "Ja: 3, Nein: 0", "90.000,00 € (90 %)", "nrwbank.de"], words => Assert.Contains(words, shown, StringComparison.Ordinal));
        var english = (await everybody[District].OpenAsync($"{proposal}?lang=en")).Html;
        Assert.All(["approved", "quorum reached", "Sum of the programme"], words => Assert.Contains(words, english, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_opens_a_page_of_another_role_finds_the_way_to_their_own()
    {
        await using var town = await BoardTown.StartAsync();
        var district = await StaffBrowser.SignInAsync(town, District);
        var elsewhere = (await district.OpenAsync("/office/region/projects")).Onwards!;

        var shown = await district.OpenAsync(elsewhere);

        Assert.Equal(HttpStatusCode.Forbidden, shown.Status);
        Assert.Contains($"href=\"{Start}\"", shown.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/office/region/projects\"", shown.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_of_the_board_read_and_strangers_do_not()
    {
        await using var town = await BoardTown.StartAsync();
        var (meeting, proposal) = await town.RecommendedAsync();
        var everybody = await Everybody.SignInAsync(town);
        foreach (var page in new[] { Start, $"{Start}/meetings/{meeting}", $"{Start}/meetings/{meeting}/minutes", $"{Start}/proposals/{proposal}" })
        {
            Assert.Contains("/sign-in", (await StaffBrowser.Of(town).OpenAsync(page)).Onwards, StringComparison.Ordinal);
            Assert.Contains("/sign-in/other-role", (await everybody["Verkehrsüberwachung"].OpenAsync(page)).Onwards, StringComparison.Ordinal);
            foreach (var role in new[] { Office, "Sachbearbeitung", "Mitglied des Gremiums", Chair, District, "Administration" })
                Assert.Equal(HttpStatusCode.OK, (await everybody[role].OpenAsync(page)).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await everybody[Office].OpenAsync($"{Start}/meetings/{Guid.Empty}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await everybody[Office].OpenAsync($"{Start}/proposals/{Guid.Empty}")).Status);
        // Without the page's token nothing is taken, from the right role either.
        Assert.Equal(HttpStatusCode.BadRequest, (await (await StaffBrowser.SignInAsync(town, Office)).SendAsync($"{Start}/meetings/new", Meeting.Append(("key", "12345678")))).Status);
        Assert.Equal(1, await town.ReadAsync(database => database.BoardMeetings.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task The_public_reads_decisions_of_public_meetings_and_names_only_where_it_is_voted_by_name()
    {
        await using var town = await BoardTown.StartAsync();
        var stranger = StaffBrowser.Of(town);
        Assert.Contains("Noch kein Beschluss", (await stranger.OpenAsync(BoardAddresses.Public)).Html, StringComparison.Ordinal);
        await town.SubmittedAsync();
        await town.RecommendedAsync(isPublic: false, byName: true);
        Assert.Contains("Noch kein Beschluss", (await stranger.OpenAsync(BoardAddresses.Public)).Html, StringComparison.Ordinal);

        var (_, proposal) = await town.RecommendedAsync();
        await town.DecideAsync(proposal, 3);
        var numbers = (await stranger.OpenAsync(BoardAddresses.Public)).Html;
        Assert.All(["data-result=\"Recommended\"", "Ja: 3", "data-district=\"Approved\"", "Passt zur Richtlinie"], words => Assert.Contains(words, numbers, StringComparison.Ordinal));
        Assert.DoesNotContain("Ratsfeld", numbers, StringComparison.Ordinal);

        await town.RecommendedAsync(byName: true);
        Assert.Contains("Aylin Ratsfeld: Yes", (await stranger.OpenAsync($"{BoardAddresses.Public}?lang=en")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_board_lie_similar_projects_with_reasons_and_the_money_as_far_as_it_is_known()
    {
        await using var town = await BoardTown.StartAsync();
        var (meeting, _) = await town.SubmittedAsync();
        var twin = Proposals.Usual with { Title = "Smart School", Text = "Digitale Schule mit digitalen Lernorten und Lernplattform.", Topic = "bildung", Programme = "efre-jtf-nrw-2021-2027", GrantCents = 100 };
        var id = (await town.ProposeAsync("form/twin", twin)).Value.ProposalId;
        await town.SubmitAsync(id, 1, meeting);
        var member = await StaffBrowser.SignInAsync(town, "Mitglied des Gremiums");
        var shown = (await member.OpenAsync($"{Start}/meetings/{meeting}")).Html;

        Assert.All(
            ["data-sum=\"9100000000\"", "data-asked=\"8000000\"", "data-granted=\"0\"", "data-left=\"9092000000\"", "nicht bekannt", "data-asked=\"100\"", "DEMO-Vorgabe", "data-similar=\"smart-school\"", "Gemeinsame Wörter"],
            words => Assert.Contains(words, shown, StringComparison.Ordinal));
        await using var ruled = await BoardTown.StartAsync(DatabaseKind.Sqlite, false, ("Region:Board:RulesFrom", "Geschäftsordnung (DEMO) vom 1. Mai 2026"), ("Region:Board:QuorumAbovePercent", "66"));
        var other = (await ruled.PlanAsync()).Value.Id;
        var rule = (await (await StaffBrowser.SignInAsync(ruled, "Mitglied des Gremiums")).OpenAsync($"{Start}/meetings/{other}")).Html;
        Assert.Contains("mehr als 66 %", rule, StringComparison.Ordinal);
        Assert.Contains("Geschäftsordnung (DEMO) vom 1. Mai 2026", rule, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Minutes_are_printed_with_the_hash_of_their_approved_text()
    {
        await using var town = await BoardTown.StartAsync();
        var (meeting, _) = await town.RecommendedAsync();
        var member = await StaffBrowser.SignInAsync(town, "Mitglied des Gremiums");
        Assert.Equal(HttpStatusCode.Conflict, (await member.FetchAsync($"{Start}/meetings/{meeting}/minutes.pdf")).Status);
        var drafted = (await town.Minutes.DraftAsync(meeting, BoardTown.Chair, TestContext.Current.CancellationToken)).Value;
        await town.Minutes.ApproveAsync(meeting, new SeenProposal("form/approve", 1), BoardTown.Chair, TestContext.Current.CancellationToken);

        var page = (await member.OpenAsync($"{Start}/meetings/{meeting}/minutes")).Html;
        Assert.Contains($"data-hash=\"{WriteMinutes.HashOf(drafted.Text)}\"", page, StringComparison.Ordinal);
        Assert.Contains("Der Wortlaut ist der genehmigte.", page, StringComparison.Ordinal);
        var (status, type, content) = await member.FetchAsync($"{Start}/meetings/{meeting}/minutes.pdf");
        Assert.Equal((HttpStatusCode.OK, "application/pdf", "%PDF"), (status, type, Encoding.ASCII.GetString(content, 0, 4)));
    }

    /// <summary>A browser for each made-up person.</summary>
    private sealed class Everybody(Dictionary<string, StaffBrowser> browsers)
    {
        private int forms;

        public StaffBrowser this[string role] => browsers[role];

        public static async Task<Everybody> SignInAsync(BoardTown town)
        {
            var browsers = new Dictionary<string, StaffBrowser>();
            foreach (var role in new[] { "Verkehrsüberwachung", "Sachbearbeitung", "Administration", Office, "Mitglied des Gremiums", Chair, District })
            {
                browsers[role] = await StaffBrowser.SignInAsync(town, role);
                await browsers[role].OpenAsync("/account/passkeys");
            }

            browsers["zweites Mitglied"] = await StaffBrowser.SignInAsync(town, "Mitglied des Gremiums", 1);
            await browsers["zweites Mitglied"].OpenAsync("/account/passkeys");
            return new Everybody(browsers);
        }

        /// <summary>Everybody else is turned away, then the right one does it with the same form.</summary>
        public async Task<StaffPage> DoAsync(string role, string address, params (string, string)[] fields)
        {
            (string, string)[] form = [.. fields, ("key", $"form-{++forms:00000000}")];
            foreach (var (_, browser) in browsers.Where(other => other.Key != role))
                Assert.Contains("/sign-in/other-role", (await browser.SendAsync(address, form)).Onwards, StringComparison.Ordinal);
            var done = await browsers[role].SendAsync(address, form);
            Assert.True(done.Status is HttpStatusCode.SeeOther, $"{address}: {done.Html}");
            return done;
        }

        /// <summary>Whoever is no member is turned away, then the three vote.</summary>
        public async Task VoteAsync(string address)
        {
            foreach (var role in new[] { "Verkehrsüberwachung", "Sachbearbeitung", "Administration", Office, District })
                Assert.Contains("/sign-in/other-role", (await browsers[role].SendAsync(address, ("choice", "Yes"))).Onwards, StringComparison.Ordinal);
            foreach (var role in new[] { "Mitglied des Gremiums", "zweites Mitglied", Chair })
                Assert.Equal(HttpStatusCode.SeeOther, (await browsers[role].SendAsync(address, ("choice", "Yes"))).Status);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browsers[Chair].SendAsync(address, ("choice", "Perhaps"))).Status);
        }
    }
}
