using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Feeds;
using Modellstadt.Region.Projects;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Feeds;

/// <summary>A clerk withdraws a project.</summary>
public sealed class WithdrawalTests
{
    private const string Own = "open-innovation-lab-oil";

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_clerk_withdraws_a_project_of_the_town_and_says_why(DatabaseKind kind)
    {
        await using var town = await RegionTown.StartAsync(kind);
        var clerk = await StaffBrowser.SignInAsync(town);
        Assert.Contains($"value=\"{Own}\"", (await clerk.OpenAsync(FeedsPage.Address)).Html, StringComparison.Ordinal);

        var withdrawn = await clerk.SendAsync(AnswerWithdrawal.Address, ("project", Own), ("reason", "Es gab es nie"));

        Assert.Equal((HttpStatusCode.SeeOther, $"{FeedsPage.Address}?withdrawn=yes"), (withdrawn.Status, withdrawn.Onwards));
        Assert.Equal(HttpStatusCode.SeeOther, (await clerk.SendAsync(AnswerWithdrawal.Address, ("project", Own), ("reason", "Ein zweiter Klick"))).Status);
        var page = (await clerk.OpenAsync(FeedsPage.Address)).Html;
        var again = page.IndexOf(AnswerWithdrawal.AgainAddress, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{Own}\"", page[..again], StringComparison.Ordinal);
        Assert.Contains($"value=\"{Own}\"", page[again..], StringComparison.Ordinal);
        await using var database = await FeedTowns.DatabaseOf(town);
        var newest = await database.ProjectVersions.Where(version => version.ProjectId == Own).OrderByDescending(version => version.Version).FirstAsync(TestContext.Current.CancellationToken);
        Assert.Equal((2, "Es gab es nie"), (newest.Version, newest.Reason));
        Assert.True(await database.Audit.AnyAsync(entry => entry.Action == "project-withdrawn" && entry.Subject == $"project/{Own}", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(Own, "ja", HttpStatusCode.UnprocessableEntity)]
    [InlineData(Own, "", HttpStatusCode.UnprocessableEntity)]
    [InlineData("zeonline", "Es gab es nie", HttpStatusCode.Forbidden)]
    [InlineData("nobody-knows-it", "Es gab es nie", HttpStatusCode.NotFound)]
    public async Task What_may_not_be_withdrawn_stays(string project, string reason, HttpStatusCode status)
    {
        await using var town = await RegionTown.StartAsync();
        var clerk = await StaffBrowser.SignInAsync(town);
        await clerk.OpenAsync(FeedsPage.Address);

        Assert.Equal(status, (await clerk.SendAsync(AnswerWithdrawal.Address, ("project", project), ("reason", reason))).Status);
        await using var database = await FeedTowns.DatabaseOf(town);
        Assert.False(await database.ProjectVersions.AnyAsync(version => version.Version > 1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_warden_withdraws_nothing()
    {
        await using var town = await RegionTown.StartAsync();
        var warden = await StaffBrowser.SignInAsync(town, "Verkehrsüberwachung");
        await warden.OpenAsync("/sign-in");

        Assert.NotEqual(HttpStatusCode.SeeOther, (await warden.SendAsync(AnswerWithdrawal.Address, ("project", Own), ("reason", "Es gab es nie"))).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await warden.OpenAsync(FeedsPage.Address)).Status);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_clerk_publishes_a_withdrawn_project_again_and_the_second_click_changes_nothing(DatabaseKind kind)
    {
        await using var town = await RegionTown.StartAsync(kind);
        var clerk = await StaffBrowser.SignInAsync(town);
        await clerk.OpenAsync(FeedsPage.Address);
        await clerk.SendAsync(AnswerWithdrawal.Address, ("project", Own), ("reason", "Es gab es nie"));
        var before = (await HistoryAsync(town)).Single().Project;

        foreach (var (project, reason, status) in new[] { (Own, "ja", HttpStatusCode.UnprocessableEntity), ("zeonline", "Es gab es doch", HttpStatusCode.Forbidden), ("nobody-knows-it", "Es gab es doch", HttpStatusCode.NotFound) })
            Assert.Equal(status, (await clerk.SendAsync(AnswerWithdrawal.AgainAddress, ("project", project), ("reason", reason))).Status);
        Assert.NotNull(before.Withdrawn);
        Assert.Single(await HistoryAsync(town));

        var published = await clerk.SendAsync(AnswerWithdrawal.AgainAddress, ("project", Own), ("reason", "Es gab es doch"));
        Assert.Equal(HttpStatusCode.SeeOther, (await clerk.SendAsync(AnswerWithdrawal.AgainAddress, ("project", Own), ("reason", "Ein zweiter Klick"))).Status);

        Assert.Equal($"{FeedsPage.Address}?republished=yes", published.Onwards);
        var history = await HistoryAsync(town);
        Assert.Equal([(3, "Es gab es doch"), (2, "Es gab es nie"), (1, "data/modellregion/projects.csv")], history.Select(version => (version.Number, version.Reason)));
        Assert.Equal(history[2].Project.Write(), history[0].Project.Write());
    }

    private static Task<IReadOnlyList<ProjectVersion>> HistoryAsync(RegionTown town) => town.Services.GetRequiredService<ReadProjects>().HistoryAsync(Own, TestContext.Current.CancellationToken);
}
