using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Letters;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Letters;

/// <summary>The remedy as data of each federal state.</summary>
public sealed class RemedyTests
{
    private static readonly DateOnly Day = new(2026, 11, 26);

    private static RemedyFile Shipped { get; } = RemedyFile.Read(ProductFiles.PathOf("data"));

    [Fact]
    public void Every_state_has_one_entry_with_its_source() =>
        Assert.All(Enumerable.Range(1, 16).Select(number => $"{number:00}"), prefix =>
        {
            var state = Assert.Single(Shipped.States, state => state.AgsPrefix == prefix);
            Assert.NotEmpty(state.Source);
            Assert.Contains(state.Confidence, new[] { "high", "medium", "none" });
            Assert.Equal(state.Remedy is RemedyKind.Unknown, state.Confidence == "none");
        });

    [Fact]
    public void No_entry_claims_that_counsel_has_confirmed_it() => Assert.All(Shipped.States, state => Assert.False(state.ConfirmedByCounsel));

    [Theory]
    [InlineData("05513000", "Verwaltungsgericht Gelsenkirchen")]
    [InlineData("05334002", "Verwaltungsgericht Aachen")]
    [InlineData("05124000", "Verwaltungsgericht Düsseldorf")]
    [InlineData("05774032", "Verwaltungsgericht Minden")]
    [InlineData("05974040", "Verwaltungsgericht Arnsberg")]
    [InlineData("05570004", "Verwaltungsgericht Münster")]
    [InlineData("05314000", "Verwaltungsgericht Köln")]
    public void In_North_Rhine_Westphalia_it_is_an_action_before_the_court_of_the_town(string ags, string court) =>
        Assert.Equal(court, Assert.IsType<Remedy.Action>(Shipped.Of(ags, Day)!.For(ags)).Court);

    [Fact]
    public void Every_shipped_town_of_North_Rhine_Westphalia_has_a_court_and_no_district_two() =>
        Assert.All(new FactFiles(ProductFiles.PathOf("data")).Towns.Towns.Where(town => town.Ags.StartsWith("05", StringComparison.Ordinal)), town =>
            Assert.Single(Shipped.Of(town.Ags, Day)!.Courts, court => court.AgsPrefixes.Any(prefix => town.Ags.StartsWith(prefix, StringComparison.Ordinal))));

    [Theory]
    [InlineData("07211000")]
    [InlineData("08116019")]
    [InlineData("06534014")]
    public void Where_the_state_kept_it_it_is_an_objection(string ags) => Assert.IsType<Remedy.Objection>(Shipped.Of(ags, Day)!.For(ags));

    [Theory]
    [InlineData("09162000")]
    [InlineData("03241001")]
    [InlineData("15003000")]
    public void What_is_not_settled_is_unknown(string ags) => Assert.IsType<Remedy.Unknown>(Shipped.Of(ags, Day)!.For(ags));

    [Fact]
    public void An_action_without_a_known_court_is_unknown_too()
    {
        var state = Shipped.Of("05513000", Day)!;
        Assert.IsType<Remedy.Unknown>((state with { Courts = [] }).For("05513000"));
        Assert.IsType<Remedy.Unknown>(state.For("05999000"));
    }

    [Fact]
    public void An_entry_counts_on_its_days_only()
    {
        var state = Shipped.Of("05513000", Day)!;
        var file = new RemedyFile(Day, [state with { ValidTo = Day }, state with { ValidFrom = Day.AddDays(1), Remedy = RemedyKind.Objection }]);
        Assert.IsType<Remedy.Action>(file.Of("05513000", Day)!.For("05513000"));
        Assert.IsType<Remedy.Objection>(file.Of("05513000", Day.AddDays(1))!.For("05513000"));
    }
}
