using Modellstadt.Region.Projects;
using Modellstadt.Region.Showroom;
using Modellstadt.Testing;

namespace Modellstadt.Region.Tests.Showroom;

/// <summary>How a project stood at an earlier time, as far as its dates tell.</summary>
public sealed class StandingTests
{
    private static readonly RegionFacts Facts = RegionFacts.Read(ProductFiles.PathOf("data"));

    [Theory]
    [InlineData("2019-09-02", "2022-06-30", null, "2020-07", "Running")]
    [InlineData("2019-09-02", "2022-06-30", null, "2019-08", "Planned")]
    [InlineData("2019-09-02", "2022-06-30", null, "2019-09", "Running")]
    [InlineData("2019-09-02", "2022-06-30", null, "2022-07", "Ended")]
    [InlineData("2019-09-02", "2022-06-30", null, "2022-06-30", "Running")]
    [InlineData("2019-09-02", null, null, "2020-07", "Begun")]
    [InlineData(null, null, "2019-08", "2020-07", "Granted")]
    [InlineData(null, null, "2021", "2020-07", "Unknown")]
    [InlineData(null, "2021", null, "2020-07", "Unknown")]
    [InlineData(null, "2019", null, "2020-07", "Ended")]
    [InlineData(null, null, null, "2020-07", "Unknown")]
    // A start in 2020 may lie before or after July, an end in 2020 as well.
    [InlineData("2020", "2022", null, "2020-07", "Unknown")]
    [InlineData("2019", "2020", null, "2020-07", "Unknown")]
    [InlineData("2020", "2022", null, "2020", "Running")]
    public void What_is_certain_is_said_and_nothing_else(string? start, string? end, string? granted, string at, string standing) =>
        Assert.Equal(standing, $"{Standings.At(Dated(start, end, granted), PartialDate.Read(at)!.Value)}");

    [Fact]
    public void In_July_2020_five_of_Gelsenkirchens_projects_surely_ran_two_were_granted_and_two_cannot_be_told()
    {
        var town = TownShowroom.Of(Facts.Find("05513000")!, Facts.Projects, Facts, PartialDate.Read("2020-07"));

        var standings = town.StandingAt(PartialDate.Read("2020-07")!.Value).ToDictionary(group => group.Standing, group => group.Projects.Count);

        Assert.Equal(5, standings[Standing.Running]);
        Assert.Equal(2, standings[Standing.Granted]);
        Assert.Equal(2, standings[Standing.Unknown]);
        Assert.Equal(8, Assert.Single(town.Occasions).Projects.Count);
        Assert.Empty(TownShowroom.Of(Facts.Find("05513000")!, Facts.Projects, Facts, PartialDate.Read("2020-08")).Occasions);
    }

    [Theory]
    [InlineData("2019-09-02", "2022-06-30", null, "certain")]
    [InlineData("2019-09", "2022-06", null, "vague certain vague")]
    [InlineData("2020", "2020", null, "vague")]
    [InlineData("2020-05", null, null, "vague open")]
    [InlineData(null, "2021", null, "open vague")]
    [InlineData(null, "2021-12-31", "2020-01", "open")]
    [InlineData(null, null, "2020-01", "open")]
    [InlineData(null, null, null, "")]
    public void A_bar_shows_what_is_certain_what_is_vague_and_what_was_not_found(string? start, string? end, string? granted, string kinds)
    {
        var scale = new TimelineScale(2018, 2023);
        var pieces = BarPiece.Of(Dated(start, end, granted), scale);

        Assert.Equal(kinds, string.Join(' ', pieces.Select(piece => piece.Kind)));
        Assert.All(pieces.Zip(pieces.Skip(1)), pair => Assert.Equal(pair.First.From + pair.First.Width, pair.Second.From, 6));
        Assert.All(pieces, piece => Assert.True(piece.From >= 0 && piece.From + piece.Width <= TimelineScale.Width));
    }

    [Fact]
    public void A_timeline_reaches_as_far_as_its_projects()
    {
        Assert.Equal(new TimelineScale(2018, 2023), TimelineScale.Of([]));
        Assert.Equal(new TimelineScale(2016, 2025), TimelineScale.Of([Dated("2016", "2025-03", null)]));
    }

    private static Project Dated(string? start, string? end, string? granted) => Facts.Projects[0] with { Start = Date(start), End = Date(end), GrantedOn = Date(granted) };

    private static Figure<PartialDate>? Date(string? text) => PartialDate.Read(text) is { } date ? new(date, "test", Confidence.Low) : null;
}
