using System.Net;
using System.Text.Json;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Permits;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Inspections;

/// <summary>What a warden in the street learns about a plate.</summary>
public sealed class InspectionTests
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_plate_is_valid_not_valid_or_unknown(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var today = DateOnly.FromDateTime(town.Time.Now.Date);
        await town.AddPermitAsync("GE-AB 123");
        await town.AddPermitAsync("GE-AB 124", permit => permit.State = PermitState.Revoked);
        await town.AddPermitAsync("GE-AB 125", permit => (permit.From, permit.Until) = (today.AddDays(-365), today.AddDays(-1)));
        await town.AddPermitAsync("GE-AB 126", permit => permit.From = today.AddDays(1));
        await town.AddPermitAsync("GE-AB 127", permit => (permit.From, permit.Until) = (today, today));
        var warden = await town.SignInAsync("Warden");

        Assert.Equal("valid", await warden.StateOfAsync("GE-AB 123"));
        Assert.Equal("not-valid", await warden.StateOfAsync("GE-AB 124"));
        Assert.Equal("not-valid", await warden.StateOfAsync("GE-AB 125"));
        Assert.Equal("not-valid", await warden.StateOfAsync("GE-AB 126"));
        Assert.Equal("valid", await warden.StateOfAsync("GE-AB 127"));
        Assert.Equal("unknown", await warden.StateOfAsync("GE-AB 128"));
    }

    [Fact]
    public async Task The_answer_names_plate_zone_and_last_day_and_nothing_about_the_person()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var permit = await town.AddPermitAsync("GE-AB 123");
        var answer = await (await town.SignInAsync("Warden")).AskAsync("geab123");

        using var json = JsonDocument.Parse(answer.Html);
        Assert.Equal(["state", "title", "lines"], json.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal("Gültig", json.RootElement.GetProperty("title").GetString());
        Assert.Equal(
            ["Kennzeichen: GE-AB 123", "Zone: P – Zone P", "bis: 23.11.2027"],
            json.RootElement.GetProperty("lines").EnumerateArray().Select(line => $"{line.GetProperty("label")}: {line.GetProperty("value")}"));
        Assert.DoesNotContain(permit.ResidentId, answer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(permit.PermitNumber, answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_valid_right_comes_before_one_that_is_over()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var today = DateOnly.FromDateTime(town.Time.Now.Date);
        await town.AddPermitAsync("GE-AB 123", permit => (permit.From, permit.Until, permit.State) = (today.AddDays(-400), today.AddDays(400), PermitState.Revoked));
        await town.AddPermitAsync("GE-AB 123", permit => permit.Until = today);

        Assert.Equal("valid", await (await town.SignInAsync("Warden")).StateOfAsync("GE-AB 123"));
    }

    [Fact]
    public async Task Each_plate_of_a_permit_may_park()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        await town.AddPermitAsync("GE-AB 1, GE-AB 2 04–10");
        var warden = await town.SignInAsync("Warden");

        Assert.Equal("valid", await warden.StateOfAsync("GE AB 1"));
        Assert.Equal("valid", await warden.StateOfAsync("GE-AB 2"));
        Assert.Equal("unknown", await warden.StateOfAsync("GE-AB 12"));
    }

    [Fact]
    public async Task A_spelling_that_can_be_several_plates_is_settled_by_what_the_town_knows()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        await town.AddPermitAsync("G-EA 123");
        await town.AddPermitAsync("XYZ-A 7");
        var warden = await town.SignInAsync("Warden");

        Assert.Contains("G-EA 123", (await warden.AskAsync("GEA123")).Html, StringComparison.Ordinal);
        Assert.Equal("valid", await warden.StateOfAsync("XYZA7"));
        Assert.Equal("unknown", await warden.StateOfAsync("GE-A 123"));

        await town.AddPermitAsync("GE-A 123");
        Assert.Contains("GE-A 123", (await warden.AskAsync("GEA123")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GE 1234")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("<script>")]
    public async Task What_is_no_plate_is_refused_with_a_sentence(string? written)
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var answer = await (await town.SignInAsync("Warden")).AskAsync(written);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("urn:modellstadt:parking:unknown-plate-form", answer.Html, StringComparison.Ordinal);
        Assert.Contains("GE-AB 123", answer.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"plate":{"a":1}}""")]
    [InlineData("""{"plate":"\ud800"}""")]
    public async Task A_broken_question_is_a_bad_request(string json)
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        Assert.Equal(HttpStatusCode.BadRequest, (await (await town.SignInAsync("Warden")).PostJsonAsync("/parking/inspections", json)).Status);
    }

    [Fact]
    public async Task A_day_ends_at_midnight_in_Germany()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var today = DateOnly.FromDateTime(town.Time.Now.Date);
        await town.AddPermitAsync("GE-AB 123", permit => permit.Until = today);
        town.Time.Now = new DateTimeOffset(2026, 11, 24, 22, 59, 59, TimeSpan.Zero);
        var warden = await town.SignInAsync("Warden");

        Assert.Equal("valid", await warden.StateOfAsync("GE-AB 123"));
        town.Time.Now = new DateTimeOffset(2026, 11, 24, 23, 0, 0, TimeSpan.Zero);
        Assert.Equal("not-valid", await warden.StateOfAsync("GE-AB 123"));
    }

    [Fact]
    public async Task Only_wardens_may_ask()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        await town.AddPermitAsync("GE-AB 123");

        Assert.Equal(HttpStatusCode.Unauthorized, (await town.NewBrowser().AskAsync("GE-AB 123")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await town.SignInAsync("Clerk")).AskAsync("GE-AB 123")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await town.NewBrowser().OpenAsync("/warden")).Status);
    }

    [Fact]
    public async Task The_page_answers_without_scripts_too()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        await town.AddPermitAsync("GE-AB 123");
        var warden = await town.SignInAsync("Warden");
        await warden.OpenAsync("/warden");

        var valid = await warden.SendFormAsync("/warden", ("_handler", "inspection"), ("Question.Plate", "ge ab 123"));
        Assert.Contains("verdict--valid", valid.Html, StringComparison.Ordinal);
        Assert.Contains("GE-AB 123", valid.Html, StringComparison.Ordinal);
        Assert.Contains("verdict--unknown", (await warden.SendFormAsync("/warden", ("_handler", "inspection"), ("Question.Plate", "GE-AB 1"))).Html, StringComparison.Ordinal);
        Assert.Contains("Das ist kein Kennzeichen", (await warden.SendFormAsync("/warden", ("_handler", "inspection"), ("Question.Plate", "GE 1234"))).Html, StringComparison.Ordinal);
    }
}
