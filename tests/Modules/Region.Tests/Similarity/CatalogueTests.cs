using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Similarity;

/// <summary>The measure of <c>./bench duplicate-warning</c> on the half of the towns that later choices were not made on: a change for the worse is noticed at once.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public void An_entry_of_a_new_town_finds_its_like_in_others_and_a_warning_can_be_trusted()
    {
        Assert.SkipUnless(SampleCatalogue.Present, SharedFiles.Absent);
        var entries = SampleCatalogue.Read();
        var answers = LeaveOneTownOut.Ask(entries, LeaveOneTownOut.Half(entries, 1));
        var (score, baseline, warnings) = (Score.Of(answers), Score.OfBaseline(answers), Score.OfWarnings(answers));

        Assert.True(score.HitAt5 >= 0.90, $"{score}");
        Assert.True(score.Recall >= 0.70, $"{score}");
        Assert.True(score.HitAt5 > baseline.HitAt5 + 0.05, $"{score}, {baseline}");
        Assert.True(warnings.Precision >= 0.95, $"{warnings}");
        Assert.True(warnings.Recall >= 0.50, $"{warnings}");
    }
}
