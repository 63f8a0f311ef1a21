using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Tests.Projects;

/// <summary>Documents with licences as they are typed, and names of new projects.</summary>
public sealed class ProjectDocumentTests
{
    [Theory]
    [InlineData("Plan; https://example.org/plan; MIT", "MIT")]
    [InlineData("Plan; https://example.org/plan; mit", "MIT")]
    [InlineData("Plan; mit Anhang ;https://example.org/plan?a=1;DL-DE-BY-2.0", "DL-DE-BY-2.0")]
    [InlineData("Plan; https://example.org/plan; LicenseRef-Stadt.1", "LicenseRef-Stadt.1")]
    public void A_line_is_a_document_with_a_licence_as_SPDX_spells_it(string line, string licence)
    {
        var document = Assert.Single(ProjectDocument.Read(line)!);

        Assert.Equal(licence, document.Licence);
        Assert.Equal([document], ProjectDocument.Read(ProjectDocument.Show([document]))!);
    }

    [Theory]
    [InlineData("Plan")]
    [InlineData("; https://example.org/plan; MIT")]
    [InlineData("Plan; example.org/plan; MIT")]
    [InlineData("Plan; http://example.org/plan; MIT")]
    [InlineData("Plan; https://somebody@example.org/plan; MIT")]
    [InlineData("Plan; https://example.org/plan; frei")]
    [InlineData("Plan; https://example.org/plan; LicenseRef-")]
    [InlineData("Plan; https://example.org/plan; MIT\nPlan")]
    public void What_has_no_title_address_or_licence_is_none(string typed) => Assert.Null(ProjectDocument.Read(typed));

    [Fact]
    public void More_than_twenty_are_too_many()
    {
        string Lines(int count) => string.Join('\n', Enumerable.Range(1, count).Select(number => $"Plan {number}; https://example.org/{number}; MIT"));

        Assert.Equal(20, ProjectDocument.Read(Lines(20))!.Count);
        Assert.Null(ProjectDocument.Read(Lines(21)));
        Assert.Empty(ProjectDocument.Read(" \n ")!);
    }

    [Theory]
    [InlineData("Bürger-ID für alle", "05513000-buerger-id-fuer-alle")]
    [InlineData("???", "05513000")]
    public void A_name_carries_the_town_and_then_a_number(string title, string name)
    {
        Assert.Equal([name, name + "-2", name + "-3"], ProjectIds.For("05513000", title).Take(3));
        Assert.Equal("05513000", ProjectIds.TownOf(name));
    }

    [Fact]
    public void A_long_title_makes_a_name_that_the_ledger_takes() => Assert.True(ProjectIds.For("05513000", new string('a', 300)).ElementAt(98).Length <= 100);

    [Theory]
    [InlineData("open-innovation-lab-oil", null)]
    [InlineData("5g-netz", null)]
    [InlineData("05334-strasse", "05334")]
    public void A_name_of_the_collection_belongs_to_no_town_alone(string id, string? town) => Assert.Equal(town, ProjectIds.TownOf(id));
}
