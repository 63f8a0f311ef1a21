using Modellstadt.Region.Projects;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Projects;

/// <summary>The collection that ships with the product.</summary>
public sealed class RegionFactsTests
{
    private static readonly RegionFacts Facts = RegionFacts.Read(ProductFiles.PathOf("data"));

    [Fact]
    public void The_collection_holds_44_projects_five_offices_and_a_part_of_another_project()
    {
        var kinds = Facts.Projects.CountBy(project => project.Kind).ToDictionary();
        Assert.Equal((44, 5, 1), (kinds[ProjectKind.Project], kinds[ProjectKind.ProjectOffice], kinds[ProjectKind.Subproject]));
        Assert.Equal(26, Facts.Municipalities.Count);
        Assert.Equal(16, Facts.Municipalities.Count(town => town.TookPart));
    }

    /// <summary>The README of the collection states these sums.</summary>
    [Fact]
    public void The_sums_of_the_state_are_those_that_the_collection_states()
    {
        var known = Facts.Projects.Where(project => project.Counts && project.StateShare is not null).ToList();
        Assert.Equal(23, known.Count);
        Assert.Equal(44.93m, Math.Round(known.Sum(project => project.StateShare!.Value.Cents) / 100_000_000m, 2));
        Assert.Equal(12, Facts.Projects.Count(project => project is { Counts: true, Start: not null, End: not null }));
    }

    [Fact]
    public void Every_project_has_a_lead_town_with_a_key_and_every_figure_a_source() => Assert.All(Facts.Projects, project =>
    {
        Assert.NotNull(project.Lead.Ags);
        Assert.All([project.Start?.Source, project.End?.Source, project.Total?.Source, project.StateShare?.Source, project.State.Source, project.Pillar.Source], source => Assert.NotEqual("", source));
        Assert.StartsWith("http", project.Source, StringComparison.Ordinal);
        Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", project.Id);
    });

    [Fact]
    public void A_project_is_as_precise_as_its_source()
    {
        var lab = Facts.Projects.Single(project => project.Id == "open-innovation-lab-oil");
        Assert.Equal(new Figure<PartialDate>(PartialDate.Read("2019-09-02")!.Value, lab.Source, Confidence.High), lab.Start);
        Assert.Equal(new Amount(143_300_000, Rounded: false), lab.Total!.Value);
        var pass = Facts.Projects.Single(project => project.Id == "smartphone-buerger-id");
        Assert.Equal((null, "2021"), (pass.Start, pass.End!.Value.ToString()));
        Assert.Equal((380_000_000L, true, Confidence.Medium), (pass.StateShare!.Value.Cents, pass.StateShare.Value.Rounded, pass.StateShare.Confidence));
        Assert.Equal(149_892_976, Facts.Projects.Single(project => project.Id == "egov-multidigital").StateShare!.Value.Cents);
        Assert.Equal(ProjectState.ProgrammeEnded, Facts.Projects.Single(project => project.Id == "mobidig").State.Value);
    }

    [Fact]
    public void A_project_is_the_same_after_it_was_written_and_read() =>
        Assert.All(Facts.Projects, project => Assert.Equal(project.Write(), Project.Read(project.Write()).Write()));

    [Fact]
    public void An_occasion_names_projects_of_the_collection() => Assert.All(Facts.Occasions, occasion =>
    {
        Assert.All(occasion.Projects, id => Assert.True(Facts.Projects.Single(project => project.Id == id).Involves(occasion.Town)));
        Assert.Equal(8, occasion.Projects.Distinct().Count());
    });

    [Fact]
    public void A_collection_that_is_not_there_is_empty() => Assert.Empty(RegionFacts.Read(Path.Combine(Path.GetTempPath(), "no-such-facts")).Projects);

    [Fact]
    public void A_collection_with_a_broken_row_is_refused_at_start()
    {
        var folder = Directory.CreateTempSubdirectory("modellstadt-test-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "modellregion"));
        var text = File.ReadAllText(ProductFiles.PathOf("data/modellregion/projects.csv"));
        var path = Path.Combine(folder, "modellregion", "projects.csv");

        File.WriteAllText(path, text);
        Assert.NotEmpty(RegionFacts.Read(folder).Projects);
        File.WriteAllText(path, text + "one cell\n");
        Assert.Throws<InvalidDataException>(() => RegionFacts.Read(folder));
        File.WriteAllText(path, text + text.Split('\n')[1] + "\n");
        Assert.Throws<InvalidDataException>(() => RegionFacts.Read(folder));
        Directory.Delete(folder, recursive: true);
    }
}
