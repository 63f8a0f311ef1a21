using CsCheck;
using Modellstadt.Region.Similarity;

namespace Modellstadt.Region.Tests.Similarity;

/// <summary>What holds for every text, also one that somebody wrote to do harm.</summary>
public sealed class ProjectIndexPropertyTests
{
    private static readonly Gen<string> Words = Gen.OneOf(
        "Bewohnerparkausweis", "Parkhäuser", "Spielplatz", "<b>fett</b>", "&nbsp;", "<", "&", "ﬃ", "é", "\ud800", "\0", "ß", "Straße", "STRASSE", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "ÄÖÜ", "2026", "İ").Array[0, 12].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Text = Gen.OneOf<string>(Words, Gen.String);

    private static readonly Gen<ProjectText[]> Projects =
        Gen.Select(Gen.Int[0, 9], Gen.OneOf("Soest", "Aachen", ""), Text, Text, Gen.OneOf("Parken", "Freizeit", (string?)null), (id, town, title, text, topic) => new ProjectText($"{id}", town, title, text, topic)).Array[0, 12];

    [Fact]
    public void Any_text_has_an_answer_and_its_probabilities_add_up_to_at_most_one() => Gen.Select(Projects, Text, Text).Sample((projects, title, text) =>
    {
        var index = ProjectIndex.Of(projects);
        var found = index.FindSimilar(new ProjectDraft(title, text, "Parken", text));
        Assert.InRange(found.Count, 0, ProjectIndex.Candidates);
        Assert.All(found, similar => Assert.InRange(similar.Score, 0, 1));
        Assert.All(index.Search(title), similar => Assert.InRange(similar.Score, 0, 1.0001));
        Assert.InRange(index.Votes(new ProjectDraft(title, text)).Sum(vote => vote.Probability), 0, 1.0001);
    });

    [Fact]
    public void The_same_projects_give_the_same_answers() => Gen.Select(Projects, Text).Sample((projects, text) =>
        Assert.Equal(Answers(ProjectIndex.Of(projects), text), Answers(ProjectIndex.Of(projects), text)));

    [Fact]
    public void A_project_is_found_by_its_own_title() => Gen.Select(Projects, Words).Sample((projects, title) =>
    {
        var index = ProjectIndex.Of(projects).With(new ProjectText("own", "Köln", title, ""));
        var found = index.Search(title, most: 100);
        Assert.Equal(GermanWords.Of(title).Any(), found.Any(similar => similar.Project.Id == "own"));
    });

    [Fact]
    public void Adding_and_removing_leaves_what_was_there_before() => Gen.Select(Projects, Text).Sample((projects, text) =>
    {
        var index = ProjectIndex.Of(projects);
        var again = index.With(new ProjectText("guest", "Soest", text, text, "Besuch")).Without("guest");
        Assert.Equal(index.Count, again.Count);
        Assert.Equal(Answers(index, text), Answers(again, text));
    });

    [Fact]
    public void The_town_that_is_left_out_is_never_found() => Gen.Select(Projects, Text).Sample((projects, text) =>
        Assert.DoesNotContain(ProjectIndex.Of(projects).FindSimilar(new ProjectDraft(text, text), exceptTown: "Soest"), found => found.Project.Town == "Soest"));

    [Fact]
    public void Huge_texts_are_cut_before_they_are_read()
    {
        var huge = string.Concat(Enumerable.Range(0, 400_000).Select(number => $"wort{number} "));
        var index = ProjectIndex.Of([new ProjectText("huge", "Soest", huge, huge), new ProjectText("small", "Aachen", "Wortspiele", new string('a', 5_000_000))]);
        Assert.Equal("small", index.Search("Wortspiel")[0].Project.Id);
        Assert.Equal("huge", index.Search(huge)[0].Project.Id);
        Assert.True(index.FindSimilar(new ProjectDraft(new string('<', 2_000_000), new string('&', 2_000_000))).Count == 0);
    }

    private static IEnumerable<(string, double)> Answers(ProjectIndex index, string text) =>
        index.FindSimilar(new ProjectDraft(text, text)).Concat(index.Search(text)).Select(found => (found.Project.Id, found.Score));
}
