using Modellstadt.Region.Projects;
using Modellstadt.Region.Showroom;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Showroom;

/// <summary>Sums with their gaps.</summary>
public sealed class MoneySummaryTests
{
    private static readonly IReadOnlyList<Project> Projects = RegionFacts.Read(ProductFiles.PathOf("data")).Projects;

    [Fact]
    public void A_share_is_own_only_where_both_sums_were_found()
    {
        var lab = Projects.Single(project => project.Id == "open-innovation-lab-oil");
        Assert.Equal(new Amount(14_300_000, Rounded: false), MoneySummary.OwnShare(lab));
        Assert.Null(MoneySummary.OwnShare(lab with { Total = null }));
        Assert.Null(MoneySummary.OwnShare(lab with { StateShare = null }));
        Assert.True(MoneySummary.OwnShare(Projects.Single(project => project.Id == "smartphone-buerger-id"))!.Value.Rounded);
    }

    /// <summary>Offices have grants of their own kind, and the part of another project is in its sum already.</summary>
    [Fact]
    public void Offices_and_parts_of_projects_do_not_count()
    {
        var all = MoneySummary.Of(Projects);
        Assert.Equal((44, 23), (all.Projects, all.WithStateShare));
        Assert.Equal(all, MoneySummary.Of(Projects.Where(project => project.Counts)));
        Assert.Equal(69_998_450, Projects.Where(project => !project.Counts && project.StateShare is { Value.Rounded: false }).Sum(project => project.StateShare!.Value.Cents));
    }

    [Fact]
    public void Where_both_sums_are_known_total_is_the_share_of_the_state_and_the_own_share() => Assert.All(
        Projects.Where(project => MoneySummary.OwnShare(project) is not null),
        project => Assert.Equal(project.Total!.Value.Cents, project.StateShare!.Value.Cents + MoneySummary.OwnShare(project)!.Value.Cents));
}
