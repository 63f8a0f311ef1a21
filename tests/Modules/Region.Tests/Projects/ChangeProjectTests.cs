using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Region.Projects;
using Modellstadt.Region.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Projects;

/// <summary>A project office changes a project.</summary>
public sealed class ChangeProjectTests
{
    private const string Lab = "open-innovation-lab-oil";

    private static readonly Guid Clerk = Guid.Parse("0d6c4a4e-6a61-4f6e-9a57-1c1f6a3b1a01");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_change_is_a_new_version_with_who_and_why_and_the_other_figures_keep_their_source(DatabaseKind kind)
    {
        await using var town = await RegionTown.StartAsync(kind);
        var before = (await HistoryAsync(town, Lab))[0];

        var outcome = await ChangeAsync(town, Lab, With(before, ("end", "2022-07"), ("state_share", "1.300.000")));

        Assert.True(outcome.Succeeded(out _, out _));
        var history = await HistoryAsync(town, Lab);
        Assert.Equal([2, 1], history.Select(version => version.Number));
        Assert.Equal(($"staff/{Clerk}", "Endabrechnung liegt vor"), (history[0].By, history[0].Reason));
        Assert.Equal(new Figure<PartialDate>(PartialDate.Read("2022-07")!.Value, "Bericht 4711", Confidence.High), history[0].Project.End);
        Assert.Equal(new Amount(130_000_000, Rounded: false), history[0].Project.StateShare!.Value);
        Assert.Equal(before.Project.Start, history[0].Project.Start);
        Assert.Equal(before.Project.Write(), history[1].Project.Write());
        await using var database = await OpenAsync(town);
        Assert.Equal($"project/{Lab}", (await database.Audit.SingleAsync(entry => entry.Action == "project-changed", Cancellation)).Subject);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_two_editors_at_once_the_second_is_refused_and_nothing_of_the_first_is_lost(DatabaseKind kind)
    {
        await using var town = await RegionTown.StartAsync(kind);
        var before = (await HistoryAsync(town, Lab))[0];

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(editor => ChangeAsync(town, Lab, With(before, ("topic", $"topic {editor}")))));

        Assert.Single(outcomes, outcome => outcome.Refusal is null);
        Assert.All(outcomes.Where(outcome => outcome.Refusal is not null), outcome => Assert.IsType<ProjectChangedMeanwhile>(outcome.Refusal));
        var history = await HistoryAsync(town, Lab);
        Assert.Equal(2, history.Count);
        Assert.Equal(outcomes.Single(outcome => outcome.Refusal is null).Value.Topic, history[0].Project.Topic);
    }

    [Fact]
    public async Task A_town_cannot_speak_for_another_one()
    {
        await using var town = await RegionTown.StartAsync();
        var (own, foreign) = ((await HistoryAsync(town, Lab))[0], (await HistoryAsync(town, "zeonline"))[0]);

        Assert.Null((await ChangeAsync(town, Lab, With(own, ("topic", "anderes")))).Refusal);
        Assert.Equal("Paderborn", Assert.IsType<ProjectOfAnotherTown>((await ChangeAsync(town, "zeonline", With(foreign, ("topic", "anderes")))).Refusal).Town);
        Assert.Single(await HistoryAsync(town, "zeonline"));
        Assert.IsType<NoSuchProject>((await ChangeAsync(town, "no-such-project", With(own, ("topic", "anderes")))).Refusal);
    }

    [Theory]
    [InlineData("end", "Sommer 2022", typeof(ProjectFieldUnusable))]
    [InlineData("end", "2019-08", typeof(EndsBeforeStart))]
    [InlineData("total", "viel", typeof(ProjectFieldUnusable))]
    [InlineData("state_share", "1433001", typeof(ShareAboveTotal))]
    [InlineData("state", "forgotten", typeof(ProjectFieldUnusable))]
    [InlineData("title", " ", typeof(ProjectFieldUnusable))]
    [InlineData("topic", "reallabor", typeof(NothingChanged))]
    public async Task What_cannot_be_meant_so_is_refused_and_changes_nothing(string field, string text, Type refusal)
    {
        await using var town = await RegionTown.StartAsync();
        var before = (await HistoryAsync(town, Lab))[0];

        Assert.IsType(refusal, (await ChangeAsync(town, Lab, With(before, (field, text)))).Refusal);
        Assert.Single(await HistoryAsync(town, Lab));
    }

    [Fact]
    public void A_figure_needs_a_source_and_every_change_a_reason()
    {
        var lab = RegionFacts.Read(ProductFiles.PathOf("data")).Projects.Single(project => project.Id == Lab);
        var change = new ProjectChange(1, new Dictionary<string, string> { ["end"] = "2022-07" }, "Endabrechnung liegt vor", new Stated("Bericht 4711", Confidence.High));

        Assert.Null(ChangeProject.Apply(lab, change).Refusal);
        Assert.IsType<FigureNeedsSource>(ChangeProject.Apply(lab, change with { Stated = new Stated(" ", Confidence.High) }).Refusal);
        Assert.IsType<ChangeNeedsReason>(ChangeProject.Apply(lab, change with { Reason = "weil" }).Refusal);
        Assert.Null(ChangeProject.Apply(lab, change with { Values = new Dictionary<string, string> { ["summary"] = "Neu beschrieben" }, Stated = new Stated("", Confidence.High) }).Refusal);
    }

    [Fact]
    public void A_figure_that_is_taken_away_is_unknown_again()
    {
        var lab = RegionFacts.Read(ProductFiles.PathOf("data")).Projects.Single(project => project.Id == Lab);
        var change = new ProjectChange(1, new Dictionary<string, string> { ["end"] = "", ["total"] = "", ["contact_role"] = "" }, "nicht belegt", new Stated("Bericht 4711", Confidence.High));

        var changed = ChangeProject.Apply(lab, change).Value;

        Assert.Equal((null, null, null), (changed.End, changed.Total, changed.ContactRole));
        Assert.Equal(lab.StateShare, changed.StateShare);
    }

    private static ProjectChange With(ProjectVersion version, params (string Field, string Text)[] changed)
    {
        var values = ProjectField.All.ToDictionary(field => field.Name, field => field.Show(version.Project));
        foreach (var (field, text) in changed)
            values[field] = text;
        return new(version.Number, values, "Endabrechnung liegt vor", new Stated("Bericht 4711", Confidence.High));
    }

    private static Task<Outcome<Project>> ChangeAsync(RegionTown town, string id, ProjectChange change) =>
        town.Services.GetRequiredService<ChangeProject>().ExecuteAsync(id, change, Clerk, Cancellation);

    private static Task<IReadOnlyList<ProjectVersion>> HistoryAsync(RegionTown town, string id) => town.Services.GetRequiredService<ReadProjects>().HistoryAsync(id, Cancellation);

    private static Task<RegionDb> OpenAsync(RegionTown town) => town.Services.GetRequiredService<IDbContextFactory<RegionDb>>().CreateDbContextAsync(Cancellation);
}
