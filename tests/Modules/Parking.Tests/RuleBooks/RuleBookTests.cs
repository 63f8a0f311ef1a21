using System.Text.Json.Nodes;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Rules;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.RuleBooks;

/// <summary>A rule book as JSON.</summary>
public sealed class RuleBookTests
{
    private const string Gelsenkirchen = "05513000";
    private static readonly FactFiles Shipped = new(ProductFiles.PathOf("data"));

    public static IEnumerable<TheoryDataRow<string, bool>> Towns =>
        from town in Shipped.Towns.Towns
        from withOverlay in new[] { false, true }
        select new TheoryDataRow<string, bool>(town.Ags, withOverlay);

    private static string Demo => Shipped.Book(Gelsenkirchen, withOverlay: true).Write();

    [Theory, MemberData(nameof(Towns))]
    public void The_facts_of_every_town_can_be_downloaded_as_a_book_and_handed_in_again(string ags, bool withOverlay)
    {
        var book = Shipped.Book(ags, withOverlay);
        var again = RuleBook.Read(book.Write(), ags).Value;

        Assert.Equal(book.Write(), again.Write());
        Assert.Equal(book.Zones.Count, again.Zones.Count);
        Assert.Equal(book.Fees, again.Fees, (one, other) => one.Id == other.Id && one.GetType() == other.GetType());
    }

    [Theory]
    [InlineData("rules", "residenses")]
    [InlineData("rules", "Residences")]
    [InlineData("payee", "bic")]
    public void A_member_that_does_not_exist_is_refused_and_the_place_named(string part, string name)
    {
        var book = JsonNode.Parse(Demo)!;
        Assert.Null(RuleBook.Read(book.ToJsonString(), Gelsenkirchen).Refusal);

        book[part]![name] = "anything";

        var refusal = Assert.IsType<RuleBookUnreadable>(RuleBook.Read(book.ToJsonString(), Gelsenkirchen).Refusal);
        Assert.Contains(part, refusal.Place, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_stands_there_twice_is_refused() =>
        Assert.IsType<RuleBookUnreadable>(RuleBook.Read(Demo.Replace("\"demo\": true,\n  \"all", "\"demo\": true,\n  \"demo\": false,\n  \"all", StringComparison.Ordinal), Gelsenkirchen).Refusal);

    [Theory]
    [InlineData("\"from\": \"28\"", "\"from\": \"28-30\"")]
    [InlineData("\"value\": \"P30D\"", "\"value\": \"bald\"")]
    [InlineData("\"rule\": \"terms\"", "\"rule\": \"guess\"")]
    [InlineData("\"unit\": \"day\"", "\"unit\": \"week\"")]
    public void A_value_that_is_none_is_refused_with_its_line(string value, string other)
    {
        Assert.Contains(value, Demo, StringComparison.Ordinal);
        var refusal = Assert.IsType<RuleBookUnreadable>(RuleBook.Read(Demo.Replace(value, other, StringComparison.Ordinal), Gelsenkirchen).Refusal);
        Assert.True(refusal.Line > 1);
    }

    [Fact]
    public void The_book_of_another_town_is_refused() =>
        Assert.IsType<RuleBookOfAnotherTown>(RuleBook.Read(Shipped.Book("05334002", withOverlay: false).Write(), Gelsenkirchen).Refusal);

    [Theory, InlineData("null"), InlineData("[]"), InlineData("{"), InlineData(""), InlineData("{\"ags\": \"05513000\"}")]
    public void What_is_no_book_is_refused(string json) => Assert.NotNull(RuleBook.Read(json, Gelsenkirchen).Refusal);

    [Fact]
    public void A_book_that_nests_without_end_is_refused() =>
        Assert.IsType<RuleBookUnreadable>(RuleBook.Read($"{{\"zones\": {new string('[', 100)}{new string(']', 100)}}}", Gelsenkirchen).Refusal);

    [Fact]
    public void A_book_has_a_largest_size()
    {
        var padded = Demo + new string(' ', RuleBook.MostBytes - System.Text.Encoding.UTF8.GetByteCount(Demo));
        Assert.Null(RuleBook.Read(padded, Gelsenkirchen).Refusal);
        Assert.IsType<RuleBookTooLarge>(RuleBook.Read(padded + " ", Gelsenkirchen).Refusal);
    }

    [Fact]
    public void A_formula_and_a_social_tariff_are_written_and_read()
    {
        var book = JsonNode.Parse(Demo)!;
        book["fees"] = JsonNode.Parse("""
            [{"rule": "formula", "id": "f", "confidence": "high", "source": "test", "terms_months": [6, 12], "social_tariffs": [{"name": "Sozialpass", "percent": 50, "legal_note": "Gebührenordnung § 3"}],
              "parts": [{"part": "once", "amount": 5}, {"part": "month", "amount": 1.5}, {"part": "area", "per_square_metre_per_year": 30}, {"part": "zone", "per_month": {"P": 0.5}}]}]
            """);
        var read = RuleBook.Read(book.ToJsonString(), Gelsenkirchen).Value;
        var again = RuleBook.Read(read.Write(), Gelsenkirchen).Value;

        Assert.Equal(new FeeAnswer.Amount(5 + 24 + 229.92m), again.Fees[0].Answer(new FeeQuestion(12, "P", 4_284, 1_789)));
        Assert.Equal(new FeeAnswer.Amount(129.46m), again.Fees[0].Answer(new FeeQuestion(12, "P", 4_284, 1_789, "Sozialpass")));
    }

    [Fact]
    public void The_demo_town_states_every_rule()
    {
        var rules = JsonNode.Parse(Demo)!["rules"]!.AsObject();
        Assert.All(rules.Where(rule => rule.Key != "max_width_mm"), rule => Assert.NotNull(rule.Value!["value"]));
        Assert.All(Shipped.Book(Gelsenkirchen, withOverlay: true).Zones, zone => Assert.True(zone.Spaces.Value > 0));
    }
}
