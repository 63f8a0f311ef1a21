using Modellstadt.Kernel.Texts;
using Modellstadt.Region.Similarity;

namespace Modellstadt.Region.Tests.Similarity;

public sealed class ProjectIndexTests
{
    private static readonly ProjectText[] Projects =
    [
        new("parking", "Gelsenkirchen", "Bewohnerparkausweis auf dem Smartphone", "Der Ausweis zum Parken kommt in die Wallet. Bewohner beantragen ihn online.", "Parken"),
        new("garages", "Aachen", "Freie Plätze in Parkhäusern", "Sensoren zählen die freien Stellplätze der Parkhäuser.", "Parken"),
        new("playgrounds", "Soest", "Spielplätze in der Börde", "Wo welcher Spielplatz liegt und welche Geräte er hat.", "Freizeit"),
        new("bins", "Stadt Wuppertal", "Füllstand der Abfallbehälter", "Mülleimer melden über LoRaWAN, wann sie voll sind.", "Abfall"),
        new("roads", "Köln", "Strassenzustand", "Fahrzeuge der Stadt filmen den Zustand der Strassen.", "Verkehr"),
        new("minutes", "Paderborn", "Niederschriften vorlesen", "Sitzungen des Rates als Sprache. Ein Ausweis ist nicht nötig, das Parken am Rathaus ist frei."),
    ];

    private static readonly ProjectIndex Index = ProjectIndex.Of(Projects);

    [Theory]
    [InlineData("Spielplatz", "playgrounds")]
    [InlineData("spielplaetzen", "playgrounds")]
    [InlineData("SPIELPLÄTZE", "playgrounds")]
    [InlineData("Straßenzustand", "roads")]
    [InlineData("Parkausweis", "parking")]
    [InlineData("Ausweise für Bewohner", "parking")]
    [InlineData("Parkhaus", "garages")]
    [InlineData("Abfallbehaelter", "bins")]
    [InlineData("lorawan", "bins")]
    public void A_word_is_found_in_any_form_and_spelling_and_inside_compounds(string query, string expected) =>
        Assert.Equal(expected, Index.Search(query)[0].Project.Id);

    [Theory]
    [InlineData("Parken in Aachen", "garages")]
    [InlineData("Parken in Gelsenkirchen", "parking")]
    [InlineData("Wuppertaler Projekte", "bins")]
    [InlineData("Koeln", "roads")]
    public void A_town_in_the_query_asks_for_its_projects_first(string query, string expected) => Assert.Equal(expected, Index.Search(query)[0].Project.Id);

    [Fact]
    public void A_search_says_which_words_were_found() =>
        Assert.Contains("Bewohnerparkausweis", Index.Search("Parkausweise der Bewohnerinnen")[0].SharedWords);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("12 2026 %%% —")]
    [InlineData("und oder die")]
    [InlineData("xylophonquark")]
    public void A_search_for_nothing_finds_nothing(string query) => Assert.Empty(Index.Search(query));

    [Fact]
    public void A_draft_is_compared_with_the_projects_of_other_towns()
    {
        var draft = new ProjectDraft("Digitaler Parkausweis für Bewohner", "Bewohner sollen ihren Ausweis online beantragen.");
        Assert.Equal("parking", Index.FindSimilar(draft, exceptTown: "Aachen")[0].Project.Id);
        Assert.DoesNotContain(Index.FindSimilar(draft, exceptTown: "Gelsenkirchen"), found => found.Project.Id == "parking");
    }

    [Fact]
    public void A_similar_project_says_why()
    {
        var found = Index.FindSimilar(new ProjectDraft("Parkausweis", "Bewohner beantragen ihn online.", Topic: "Parken", Place: "Stadt Gelsenkirchen"))[0];
        Assert.Equal("parking", found.Project.Id);
        Assert.Equal("Parken", found.Topic);
        Assert.Equal("Stadt Gelsenkirchen", found.Place);
        Assert.Contains("Bewohnerparkausweis", found.SharedWords);
        Assert.Equal(1, found.MoreOfTopic);
        Assert.Equal(
            [$"Gemeinsame Wörter: {string.Join(", ", found.SharedWords)}", "Passt zum Thema: Parken (dazu ein weiteres ähnliches Projekt)", "Gleicher Ort: Stadt Gelsenkirchen"],
            SimilarityTexts.For(Language.German).Reasons(found));
    }

    [Fact]
    public void The_name_of_a_town_makes_no_projects_alike() =>
        Assert.DoesNotContain("Köln", Index.FindSimilar(new ProjectDraft("Kölner Strassen", "Strassen in Köln")).SelectMany(found => found.SharedWords));

    [Fact]
    public void An_empty_draft_is_like_nothing() => Assert.Empty(Index.FindSimilar(new ProjectDraft("", "  <p>&nbsp;</p> ")));

    [Fact]
    public void An_added_project_is_found_at_once_and_the_index_before_does_not_change()
    {
        var more = Index.With(new ProjectText("drones", "Soest", "Drohnen suchen Rehkitze", "Vor der Mahd."));
        Assert.Equal("drones", more.Search("Rehkitz")[0].Project.Id);
        Assert.Empty(Index.Search("Rehkitz"));
        Assert.Equal(Projects.Length + 1, more.Count);
    }

    [Fact]
    public void A_new_state_replaces_the_one_before()
    {
        var changed = Index.With(Projects[3] with { Title = "Laternen, die dimmen", Text = "Licht nach Bedarf.", Topic = "Licht" });
        Assert.Equal("bins", changed.Search("Laterne")[0].Project.Id);
        Assert.Empty(changed.Search("Abfallbehälter"));
        Assert.Equal(Projects.Length, changed.Count);
        Assert.Equal("bins", changed.Rebuilt().Search("Laterne")[0].Project.Id);
    }

    [Fact]
    public void A_removed_project_is_never_found()
    {
        var fewer = Index.Without("parking").Without("parking").Without("unknown");
        Assert.Equal(Projects.Length - 1, fewer.Count);
        Assert.DoesNotContain(fewer.Search("Bewohnerparkausweis"), found => found.Project.Id == "parking");
        Assert.DoesNotContain(fewer.FindSimilar(new ProjectDraft("Bewohnerparkausweis", "")), found => found.Project.Id == "parking");
        Assert.Equal(Projects.Length - 1, fewer.Rebuilt().Count);
    }

    [Fact]
    public void An_index_of_nothing_answers_with_nothing()
    {
        var empty = ProjectIndex.Of([]);
        Assert.Empty(empty.Search("Parken"));
        Assert.Empty(empty.FindSimilar(new ProjectDraft("Parken", "")));
        Assert.Equal("parking", empty.With(Projects[0]).Search("Parken")[0].Project.Id);
    }
}
