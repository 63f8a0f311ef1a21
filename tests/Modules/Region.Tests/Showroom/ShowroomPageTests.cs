using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Feeds;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Showroom;

/// <summary>What visitors see, without signing in and without scripts.</summary>
public sealed class ShowroomPageTests
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_visitor_sees_all_projects_and_what_is_not_known(DatabaseKind kind)
    {
        await using var town = await RegionTown.StartAsync(kind);
        var page = await StaffBrowser.Of(town).OpenAsync("/showroom");

        Assert.Equal(44, CountOf("<article", page.Html));
        Assert.All(["44 von 67 gefunden", "44,9 Mio. €", "bekannt bei 23 von 44 Projekten", "Ob die Projektbüros mitzählen, sagt keine Quelle"], words => Assert.Contains(words, page.Html, StringComparison.Ordinal));
        Assert.DoesNotContain("projektbuero-soest", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?town=05513000", 9)]
    [InlineData("?town=05513000&pillar=e-government", 5)]
    [InlineData("?state=programme-ended", 12)]
    [InlineData("?town=&pillar=&state=", 44)]
    [InlineData("?pillar=nonsense", 44)]
    [InlineData("?town=00000000", 0)]
    public async Task A_visitor_chooses_by_town_pillar_and_state(string query, int projects)
    {
        await using var town = await RegionTown.StartAsync();
        var page = await StaffBrowser.Of(town).OpenAsync("/showroom" + query);

        Assert.Equal((HttpStatusCode.OK, projects), (page.Status, CountOf("<article", page.Html)));
        if (projects == 0)
            Assert.Contains("Kein Projekt passt", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_shows_every_figure_with_its_source_and_says_what_was_not_found()
    {
        await using var town = await RegionTown.StartAsync();
        var page = await StaffBrowser.Of(town).OpenAsync("/showroom/projects/smartphone-buerger-id");

        Assert.All(
            ["4.600.000 € (gerundet)", "3.800.000 € (gerundet)", "800.000 € (gerundet)", "bis 2021, Beginn nicht gefunden", "https://dmr.kdn.de/", "unsere Zuordnung", "Digitale und bürgerorientierte Verwaltung", "data-version=\"1\""],
            words => Assert.Contains(words, page.Html, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await StaffBrowser.Of(town).OpenAsync("/showroom/projects/no-such-project")).Status);
    }

    [Fact]
    public async Task A_withdrawn_project_keeps_its_page_with_the_reason_and_is_shown_and_changed_nowhere_else()
    {
        await using var town = await RegionTown.StartAsync();
        var clerk = await StaffBrowser.SignInAsync(town);
        var withdraw = town.Services.GetRequiredService<WithdrawProject>();

        Assert.Null((await withdraw.WithdrawAsync("geosmartchange", "Ergebnis war fehlerhaft", "staff/test", TestContext.Current.CancellationToken)).Refusal);

        var page = await clerk.OpenAsync("/showroom/projects/geosmartchange");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Ergebnis war fehlerhaft", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("2.321.000", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("geosmartchange", (await clerk.OpenAsync("/showroom")).Html, StringComparison.Ordinal);
        Assert.Equal(7, CountOf("<li>", Between((await clerk.OpenAsync("/showroom/towns/05513000?as-of=2020-07")).Html, "occasion__projects", "</ul>")));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync("/office/region/projects/geosmartchange")).Status);
    }

    [Fact]
    public async Task A_town_looks_back_and_says_which_of_it_is_concluded()
    {
        await using var town = await RegionTown.StartAsync();
        var browser = StaffBrowser.Of(town);

        var july = await browser.OpenAsync("/showroom/towns/05513000?as-of=2020-07");
        Assert.All(["Stand Juli 2020", "teilweise erschlossen", "ist ein Schluss und nicht belegt", "April 2019 – Dezember 2021", "2. September 2019 – 30. Juni 2022"], words => Assert.Contains(words, july.Html, StringComparison.Ordinal));
        Assert.Equal(8, CountOf("<li>", Between(july.Html, "occasion__projects", "</ul>")));

        var today = await browser.OpenAsync("/showroom/towns/05513000");
        Assert.DoesNotContain("teilweise erschlossen", today.Html, StringComparison.Ordinal);
        Assert.Contains("Zeitpunkt nicht verstanden", (await browser.OpenAsync("/showroom/towns/05513000?as-of=July")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync("/showroom/towns/09162000")).Status);
    }

    [Fact]
    public async Task A_town_shows_its_money_with_the_gaps_and_counts_no_project_of_others()
    {
        await using var town = await RegionTown.StartAsync();
        var page = await StaffBrowser.Of(town).OpenAsync("/showroom/towns/05513000");

        var money = Between(page.Html, "class=\"kern-table money\"", "</table>");
        Assert.Contains("9.422.000 €", money, StringComparison.Ordinal);
        Assert.Contains("bekannt bei 6 von 7 Projekten", money, StringComparison.Ordinal);
        Assert.Contains("nicht gefunden", money, StringComparison.Ordinal);
        Assert.DoesNotContain("govchain", money, StringComparison.Ordinal);
        Assert.Contains("Kein Projekt gefunden", (await StaffBrowser.Of(town).OpenAsync("/showroom/towns/05562004")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_town_of_the_programme_has_a_page_also_for_frames()
    {
        await using var town = await RegionTown.StartAsync();
        var browser = StaffBrowser.Of(town);
        foreach (var ags in (string[])["05512000", "05334", "05774032", "05974040", "05124000", "05562"])
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync($"/showroom/towns/{ags}")).Status);
            var embedded = await browser.OpenAsync($"/showroom/embed/towns/{ags}");
            Assert.Equal(HttpStatusCode.OK, embedded.Status);
            Assert.DoesNotContain("<form", embedded.Html, StringComparison.Ordinal);
        }
    }

    private static int CountOf(string words, string html) => html.Split(words).Length - 1;

    private static string Between(string html, string from, string to)
    {
        var begin = html.IndexOf(from, StringComparison.Ordinal);
        Assert.True(begin >= 0, from);
        return html[begin..html.IndexOf(to, begin, StringComparison.Ordinal)];
    }
}
