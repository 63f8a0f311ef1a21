using System.Text.Json;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.Parking.Tests.Inspections.Places;

/// <summary>Zone and rule of the very space, not of the house behind it.</summary>
public sealed class PlaceTests
{
    [Fact]
    public async Task A_permit_counts_in_its_zone_and_not_in_the_next_one()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        await town.AddPermitAsync("GE-AB 123");
        var warden = await town.SignInAsync("Warden");

        Assert.Equal("valid", await warden.StateOfAsync("GE-AB 123", "P|"));
        var elsewhere = await warden.AskAsync("GE-AB 123", "S|");
        Assert.Contains("\"state\":\"not-valid\",\"title\":\"Gilt hier nicht\"", elsewhere.Html, StringComparison.Ordinal);
        Assert.Equal("P – Zone P", Lines(elsewhere)["Ausweis für"]);
        Assert.Contains("\"case\":\"GE-AB 123\"", elsewhere.Html, StringComparison.Ordinal);
    }

    /// <summary>Hauptstraße 28–42: the houses belong to zone P, the four spaces in front of number 40 to zone S.</summary>
    [Fact]
    public async Task Spaces_that_belong_to_another_zone_than_their_houses_are_places_of_that_zone()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        await town.AddPermitAsync("GE-AB 123");
        var warden = await town.SignInAsync("Warden");
        var page = await warden.OpenAsync("/warden");
        var space = PlacesOn(page.Html).Single(place => place.StartsWith("S|", StringComparison.Ordinal) && place.Contains("40", StringComparison.Ordinal));

        Assert.Contains(PlacesOn(page.Html), place => place == "P|Hauptstraße 28–42");
        Assert.Equal("valid", await warden.StateOfAsync("GE-AB 123", "P|Hauptstraße 28–42"));
        Assert.Equal("not-valid", await warden.StateOfAsync("GE-AB 123", space));
    }

    [Fact]
    public async Task The_answer_says_what_the_sign_demands_of_others_now_and_opens_no_case_when_it_demands_nothing()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var warden = await town.SignInAsync("Warden");

        var morning = Lines(await warden.AskAsync("GE-AB 123", "P|"));
        Assert.Equal("Parkschein, jetzt bis Di 18:00", morning["Für andere gilt"]);

        town.Time.Now = new DateTimeOffset(2026, 11, 24, 17, 0, 0, TimeSpan.Zero);
        var evening = await warden.AskAsync("GE-AB 123", "P|");
        Assert.Equal("jetzt frei, wieder ab Mi 08:00", Lines(evening)["Für andere gilt"]);
        Assert.DoesNotContain("\"case\"", evening.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_the_town_does_not_have_is_no_place()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        await town.AddPermitAsync("GE-AB 123");

        var answer = await (await town.SignInAsync("Warden")).AskAsync("GE-AB 123", "XX|Nirgendwo");
        Assert.Contains("\"state\":\"valid\"", answer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Nirgendwo", answer.Html, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> PlacesOn(string html) =>
        [.. System.Text.RegularExpressions.Regex.Matches(html, "<option value=\"([^\"]+)\"").Select(option => option.Groups[1].Value)];

    private static Dictionary<string, string> Lines(Permits.Page answer)
    {
        using var json = JsonDocument.Parse(answer.Html);
        return json.RootElement.GetProperty("lines").EnumerateArray().ToDictionary(line => line.GetProperty("label").GetString()!, line => line.GetProperty("value").GetString()!);
    }
}
