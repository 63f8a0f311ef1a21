using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Projects;
using Modellstadt.Region.Storage;
using Modellstadt.Region.Tests.Feeds;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Showroom;

/// <summary>A visitor looks for a project by words, without scripts.</summary>
public sealed class SearchPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visitor_finds_projects_by_word_forms_compounds_and_towns_and_reads_why()
    {
        await using var town = await RegionTown.StartAsync();
        var browser = StaffBrowser.Of(town);
        (string Query, string First, string Why)[] searches =
        [
            ("q=Immobilienkauf", "zeonline", "Gefunden: "),
            ("q=Immobilienk%C3%A4ufen", "zeonline", "Immobilienkäufen"),
            ("q=Smartphones+f%C3%BCr+B%C3%BCrger", "smartphone-buerger-id", "Gefunden: "),
            ("q=Ausl%C3%A4nder+in+Wuppertal", "digitalisierung-im-auslaenderwesen", "Gefunden: "),
        ];
        foreach (var (query, first, why) in searches)
        {
            var html = (await browser.OpenAsync("/showroom?" + query)).Html;

            var card = html.IndexOf("<article", StringComparison.Ordinal);
            Assert.True(card >= 0, query);
            Assert.StartsWith(first + "\"", html[(html.IndexOf("/showroom/projects/", card, StringComparison.Ordinal) + "/showroom/projects/".Length)..], StringComparison.Ordinal);
            Assert.Contains(why, html[card..], StringComparison.Ordinal);
        }

        Assert.Contains("Nichts gefunden", (await browser.OpenAsync("/showroom?q=xylophonquark")).Html, StringComparison.Ordinal);
        Assert.Contains("value=\"<b>Quark</b>\"", (await browser.OpenAsync("/showroom?q=%3Cb%3EQuark%3C/b%3E")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-found-by", (await browser.OpenAsync("/showroom?q=+")).Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_search_follows_what_other_processes_and_feeds_change_in_the_register(DatabaseKind kind)
    {
        await using var town = await RegionTown.StartAsync(kind);
        var browser = StaffBrowser.Of(town);
        Assert.DoesNotContain("<article", (await browser.OpenAsync("/showroom?q=Rehkitz")).Html, StringComparison.Ordinal);
        var project = FeedTowns.Draft("Drohnen suchen Rehkitze");

        await StoreAsync(town, project, 1);
        Assert.Contains(FeedTowns.Project, (await browser.OpenAsync("/showroom?q=Rehkitz")).Html, StringComparison.Ordinal);
        // A commit that took four minutes bears the time of its beginning.
        town.Time.Now += TimeSpan.FromMinutes(4);
        Assert.Contains(FeedTowns.Project, (await browser.OpenAsync("/showroom?q=Rehkitz")).Html, StringComparison.Ordinal);
        await StoreAsync(town, project with { Title = "Drohnen suchen Hasen" }, 2, town.Time.Now.AddMinutes(-4));
        Assert.Contains(FeedTowns.Project, (await browser.OpenAsync("/showroom?q=Hase")).Html, StringComparison.Ordinal);
        await StoreAsync(town, project.Withdraw(town.Time.Now, "war nichts"), 3);
        Assert.DoesNotContain("<article", (await browser.OpenAsync("/showroom?q=Hase")).Html, StringComparison.Ordinal);
    }

    private static async Task StoreAsync(RegionTown town, Project project, int version, DateTimeOffset? at = null)
    {
        await using var database = await FeedTowns.DatabaseOf(town);
        await database.Projects.Where(row => row.Id == project.Id).ExecuteDeleteAsync(Cancellation);
        database.Projects.Add(new ProjectRow { Id = project.Id, Town = project.Lead.Ags!, Version = version, ChangedAt = at ?? town.Time.Now, Content = project.Write() });
        await database.SaveChangesAsync(Cancellation);
    }
}
