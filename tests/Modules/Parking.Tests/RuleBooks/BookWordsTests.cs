using System.Net;
using System.Text.RegularExpressions;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Rules.Words;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.RuleBooks;

/// <summary>What two versions say differently, for people who do not read JSON.</summary>
public sealed partial class BookWordsTests
{
    private static readonly FactFiles Shipped = new(ProductFiles.PathOf("data"));

    [Theory, InlineData(Language.German), InlineData(Language.English)]
    public void Each_place_of_every_shipped_book_has_words(Language language)
    {
        var words = BookWords.For(language);
        var empty = Shipped.Book("05513000", withOverlay: false);
        foreach (var book in Shipped.Towns.Towns.Select(town => Shipped.Book(town.Ags, withOverlay: true)))
        {
            var places = BookDifferences.Of(empty, book).Select(difference => difference.Place).Select(place => Key().Replace(place, "[]"));
            Assert.All(places.Distinct(), place =>
            {
                Assert.DoesNotContain('_', words.PlaceOf(place));
                Assert.DoesNotContain("rules", words.PlaceOf(place), StringComparison.Ordinal);
            });
        }
    }

    [Theory]
    [InlineData("zones[P].spaces", "Zone P – Stellplätze")]
    [InlineData("rules.visitor_tickets[hour 2].euros", "Besuchsticket Stunde 2 – Euro")]
    [InlineData("rules.bases[company-car].evidence[1]", "Nachweise Firmenwagen – Nachweis 1")]
    [InlineData("zones[P].streets[St. Josef-Str. 1].to", "Zone P – Straße St. Josef-Str. 1 – bis")]
    [InlineData("never_heard_of", "never_heard_of")]
    public void A_place_is_read_aloud(string place, string words) => Assert.Equal(words, BookWords.For(Language.German).PlaceOf(place));

    [Theory]
    [InlineData(null, "nicht angegeben")]
    [InlineData("true", "ja")]
    [InlineData("company-car", "Firmenwagen")]
    [InlineData("2027-01-31", "31.01.2027")]
    [InlineData("25.5", "25,50")]
    [InlineData("14", "14")]
    [InlineData("{ \"type\": \"Polygon\" }", "andere Fläche")]
    public void A_value_is_read_aloud(string? value, string words) => Assert.Equal(words, BookWords.For(Language.German).ValueOf(value));

    [Fact]
    public async Task Any_two_versions_are_compared_in_words_in_both_directions()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var clerk = await town.SignInAsync("Clerk");
        foreach (var (number, days) in new[] { (1, "21"), (2, "30"), (3, "45") })
        {
            await clerk.OpenAsync("/office/rules");
            await clerk.SendFormAsync("/office/rules", ("_handler", "begin"), ("based_on", $"{number - 1}"), ("reason", "Probe"));
            var checksum = Checksum().Match((await clerk.OpenAsync($"/office/rules/{number}")).Html).Groups[1].Value;
            await clerk.SendFormAsync($"/office/rules/{number}", ("_handler", "change"), ("checksum", checksum), ("provisional_days", days), ("own_space_excludes", "no"), ("source", "Beschluss"));
        }

        Assert.Matches("Tage eines vorläufigen Ausweises.*?<td[^>]*>21</td>\\s*<td[^>]*>45</td>", OneLine(await clerk.OpenAsync("/office/rules/compare?from=1&to=3")));
        Assert.Matches("Tage eines vorläufigen Ausweises.*?<td[^>]*>45</td>\\s*<td[^>]*>14</td>", OneLine(await clerk.OpenAsync("/office/rules/compare?from=3&to=0")));
        Assert.Matches("space of one.s own excludes.*?<td[^>]*>yes</td>\\s*<td[^>]*>no</td>", OneLine(await clerk.OpenAsync("/office/rules/compare?from=0&to=2&lang=en")));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.OpenAsync("/office/rules/compare?from=0&to=9")).Status);
        Assert.Contains("/sign-in", (await town.NewBrowser().OpenAsync("/office/rules/compare?from=0&to=1")).Onwards, StringComparison.Ordinal);
    }

    private static string OneLine(Permits.Page page) => page.Html.ReplaceLineEndings(" ");

    /// <summary>Keys are of the town: zones and streets.</summary>
    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Key();

    [GeneratedRegex("""name="checksum" value="([0-9a-f]{12})""")]
    private static partial Regex Checksum();
}
