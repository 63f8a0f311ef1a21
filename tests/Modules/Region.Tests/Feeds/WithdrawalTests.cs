using System.Net;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Feeds;
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
        Assert.DoesNotContain($"value=\"{Own}\"", (await clerk.OpenAsync(FeedsPage.Address)).Html, StringComparison.Ordinal);
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
}
