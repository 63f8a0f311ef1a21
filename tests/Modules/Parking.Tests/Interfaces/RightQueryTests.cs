using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Interfaces;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Interfaces;

/// <summary>What programs of others learn about plates, and how guessing ends.</summary>
public sealed class RightQueryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Plate_place_and_time_lead_to_yes_no_or_unknown(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        await town.AddPermitAsync("GE-AB 123");
        await town.AddPermitAsync("GE-AB 124", permit => permit.State = PermitState.Revoked);
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.ReadRights);

        var elsewhere = town.Services.GetRequiredService<TownRules>().Today.Zones.Zones.First(zone => zone.ZoneId != "P").ZoneId;

        using var answer = await program.AskAsync(
            new { plate = "geab123", zone = "P" }, new { plate = "GE-AB 123", zone = elsewhere }, new { plate = "GE-AB 124", zone = "P" }, new { plate = "GE-AB 125", zone = "P" },
            new { plate = "???", zone = "P" }, new { plate = "GE-AB 123", zone = "nowhere" }, new { plate = "GE-AB 123" },
            new { plate = "GE-AB 123", zone = "P", at = town.Time.Now.AddHours(-49) }, new { plate = "GE-AB 123", zone = "P", at = town.Time.Now.AddHours(1) });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var answers = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["answers"]!.AsArray();
        Assert.Equal(
            ["yes", "no", "no", "unknown", "unknown plate-unreadable", "unknown place-unknown", "unknown place-unknown", "unknown time-out-of-range", "unknown time-out-of-range"],
            answers.Select(each => $"{each!["right"]} {each["problem"]}".Trim()));
    }

    [Fact]
    public async Task A_yes_says_kind_zone_and_end_and_nothing_about_the_person()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var permit = await town.AddPermitAsync("GE-AB 123");
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.ReadRights);

        var answer = await program.AnswerAsync(new { plate = "GE-AB 123", zone = "P" });

        Assert.Equal(["right", "kind", "zone", "valid_until"], answer.Select(member => member.Key));
        Assert.Equal(("resident-permit", "P"), ((string?)answer["kind"], (string?)answer["zone"]));
        // The last day ends at midnight in the town: 23 o'clock on the clock of Greenwich.
        Assert.Equal(new DateTimeOffset(2027, 11, 23, 23, 0, 0, TimeSpan.Zero), (DateTimeOffset)answer["valid_until"]!);
        Assert.DoesNotContain(permit.ResidentId, answer.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_street_and_a_house_number_name_the_zone()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        await town.AddPermitAsync("GE-AB 123");
        var range = town.Services.GetRequiredService<TownRules>().Today.Zones.Zones.Single(zone => zone.ZoneId == "P").Streets[0];
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.ReadRights);

        var there = await program.AnswerAsync(new { plate = "GE-AB 123", street = range.Name, house_number = range.From?.ToString() ?? "1" });
        var elsewhere = await program.AnswerAsync(new { plate = "GE-AB 123", street = "Straße, die es nicht gibt", house_number = "1" });

        Assert.Equal("yes", (string?)there["right"]);
        Assert.Equal("place-unknown", (string?)elsewhere["problem"]);
    }

    [Theory]
    [InlineData(0, 422)]
    [InlineData(101, 422)]
    [InlineData(100, 200)]
    public async Task A_call_holds_one_to_a_hundred_questions(int count, int status)
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.ReadRights);

        using var answer = await program.AskAsync(Enumerable.Repeat<object>(new { plate = "GE-AB 123", zone = "P" }, count));

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_asks_without_a_token()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        await town.AddPermitAsync("GE-AB 123");
        using var answer = await town.Client().PostAsJsonAsync("/api/parking/v1/rights/queries", new { questions = new[] { new { plate = "GE-AB 123", zone = "P" } } }, Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_client_that_asks_too_fast_waits()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite, ("Parking:ClientQuestionsPerMinute", "10"));
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.ReadRights);
        var questions = Enumerable.Repeat<object>(new { plate = "GE-AB 123", zone = "P" }, 6).ToList();

        using var first = await program.AskAsync(questions);
        using var second = await program.AskAsync(questions);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    [Trait("attack", "27")]
    public async Task Whoever_guesses_plates_in_bulk_is_paused_and_a_clerk_sees_it_and_can_end_it(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        await town.AddPermitAsync("GE-AB 123");
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.ReadRights);
        await GuessAsync(program);

        using var refused = await program.AskAsync(new { plate = "GE-AB 123", zone = "P" });

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("urn:modellstadt:parking:client-paused", (string?)(await refused.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["type"]);
        Assert.Equal("3600", refused.Headers.RetryAfter?.ToString());
        var clerk = await town.SignInAsync("Clerk");
        var page = await clerk.OpenAsync("/office/interfaces");
        Assert.Contains("Park & Ruhr", page.Html, StringComparison.Ordinal);
        Assert.Contains("200 von 200", page.Html, StringComparison.Ordinal);

        await clerk.SendFormAsync("/office/interfaces/pause-endings", ("client", program.Id.ToString()));

        Assert.Equal("yes", (string?)(await program.AnswerAsync(new { plate = "GE-AB 123", zone = "P" }))["right"]);
    }

    [Fact]
    public async Task A_pause_ends_by_itself_and_survives_a_restart()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.ReadRights);
        await GuessAsync(program);

        await town.RestartAsync();
        program = program.After(town);
        using (var refused = await program.AskAsync(new { plate = "GE-AB 123", zone = "P" }))
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        town.Time.Now += GuessingRule.Pause;
        program.ForgetToken();

        Assert.Equal("unknown", (string?)(await program.AnswerAsync(new { plate = "GE-AB 123", zone = "P" }))["right"]);
    }

    [Fact]
    public async Task A_provider_whose_customers_live_there_is_not_paused()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        await town.AddPermitAsync("GE-AB 123");
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.ReadRights);
        var mixed = Enumerable.Range(1, 100).Select(number => (object)new { plate = number % 5 == 0 ? "GE-AB 123" : $"GE-XY {number}", zone = "P" }).ToList();

        for (var call = 0; call < 4; call++)
        {
            using var answer = await program.AskAsync(mixed);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Numbers_are_kept_and_no_plate(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        await town.AddPermitAsync("GE-AB 123");
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.ReadRights);
        (await program.AskAsync(new { plate = "GE-AB 123", zone = "P" }, new { plate = "GE-AB 999", zone = "P" }, new { plate = "GE-AB 998", zone = "P" })).Dispose();

        await town.Services.GetRequiredService<ClientConduct>().WriteCountsAsync(Cancellation);
        await town.Services.GetRequiredService<ClientConduct>().WriteCountsAsync(Cancellation);

        var counts = await town.ReadAsync(database => database.ClientCounts.AsNoTracking().ToListAsync(Cancellation));
        Assert.Equal([(RightState.Unknown, 2), (RightState.Yes, 1)], counts.Select(count => (count.State, count.Count)).OrderBy(count => count.Count).Reverse());
        Assert.Empty(await town.ReadAsync(database => database.Audit.Where(entry => entry.Detail!.Contains("999")).ToListAsync(Cancellation)));
    }

    [Theory]
    [InlineData(199, 199, false)]
    [InlineData(200, 180, false)]
    [InlineData(200, 181, true)]
    [InlineData(1_000_000, 900_001, true)]
    public void Two_hundred_questions_of_which_more_than_ninety_in_a_hundred_are_unknown_look_like_guessing(int asked, int unknown, bool guessing) =>
        Assert.Equal(guessing, GuessingRule.IsGuessing(asked, unknown));

    [Fact]
    public async Task A_new_hour_begins_with_nothing()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.ReadRights);
        (await program.AskAsync(Plates(0, 100))).Dispose();
        (await program.AskAsync(Plates(100, 99))).Dispose();
        town.Time.Now += TimeSpan.FromHours(1);
        program.ForgetToken();

        using var answer = await program.AskAsync(Plates(199, 1));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var after = await program.AskAsync(Plates(200, 1));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    [Trait("attack", "27")]
    public async Task One_known_plate_asked_again_and_again_in_many_spellings_hides_no_guesses()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        await town.AddPermitAsync("GE-AB 123");
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.ReadRights);
        string[] spellings = ["GE-AB 123", "GE AB 123", "ge-ab123"];
        for (var call = 0; call < 3; call++)
        {
            var hidden = Plates(call * 70, 70).Concat(Enumerable.Range(0, 30).Select(number => (object)new { plate = spellings[number % spellings.Length], zone = "P" }));
            using var answer = await program.AskAsync(hidden);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            town.Time.Now += TimeSpan.FromMinutes(1);
        }

        using var refused = await program.AskAsync(Plates(300, 1));
        Assert.Equal("urn:modellstadt:parking:client-paused", (string?)(await refused.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["type"]);
    }

    private static IEnumerable<object> Plates(int first, int count) => Enumerable.Range(first + 1, count).Select(number => (object)new { plate = $"GE-XY {number}", zone = "P" });

    private static async Task GuessAsync(ForeignProgram program)
    {
        for (var call = 0; call < 2; call++)
            (await program.AskAsync(Plates(call * 100, 100))).Dispose();
    }
}
