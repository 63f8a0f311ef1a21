using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Inspections.Limits;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Inspections.Limits;

/// <summary>Attack 27: a warden who follows one car, and one who tries plates.</summary>
public sealed class MisuseTests
{
    private readonly SettableTime time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
    private readonly Guid warden = new("7b3b6a7e-9d55-4f37-8c0f-4f0b4b8a1d02");

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Attack_27_following_one_car_is_refused_and_the_office_sees_that_it_happened_but_not_which_car(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind, ("Parking:Inspections:SamePlatePerDay", "3"));
        var watcher = await town.SignInAsync("Warden");
        for (var look = 0; look < 3; look++)
        {
            Assert.Equal("unknown", await watcher.StateOfAsync("GE-QX 9173"));
            town.Time.Now += TimeSpan.FromMinutes(20);
        }

        var refused = await watcher.AskAsync("ge qx 9173");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("urn:modellstadt:parking:same-plate-too-often", refused.Html, StringComparison.Ordinal);
        Assert.Equal("unknown", await watcher.StateOfAsync("GE-QX 9174"));

        await town.Services.GetServices<IHostedService>().OfType<InspectionCounts>().Single().StopAsync(TestContext.Current.CancellationToken);
        var office = await (await town.SignInBeforeShiftAsync("Clerk")).OpenAsync("/office/street-cases");
        Assert.Matches("(?s)Kontrollgang</td>.{0,80}4</td>.{0,80}1</td>", office.Html);
        Assert.DoesNotContain("9173", office.Html, StringComparison.Ordinal);
        Assert.Empty(await StoredTraces.OfAsync(town, kind, "QX 9173", "QX9173", "qx 9173", "qx9173", "GE-QX"));
    }

    [Fact]
    public async Task Attack_27_plates_tried_one_after_the_other_are_refused()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var guesser = await town.SignInAsync("Warden");
        for (var number = 1; number <= 15; number++)
            Assert.Equal("unknown", await guesser.StateOfAsync($"GE-AB {number}"));

        Assert.Contains("urn:modellstadt:parking:plates-in-a-row", (await guesser.AskAsync("GE-AB 16")).Html, StringComparison.Ordinal);
        Assert.Equal("unknown", await guesser.StateOfAsync("GE-CD 16"));
        town.Time.Now += TimeSpan.FromMinutes(10);
        Assert.Equal("unknown", await guesser.StateOfAsync("GE-AB 17"));
    }

    [Fact]
    public void A_car_that_is_looked_at_twice_within_two_minutes_was_looked_at_once()
    {
        var asked = Asked(new InspectionOptions { SamePlatePerDay = 1 });
        Assert.Null(asked.Notice(warden, "GE-AB", "GE-AB1"));
        time.Now += TimeSpan.FromSeconds(119);
        Assert.Null(asked.Notice(warden, "GE-AB", "GE-AB1"));

        time.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(Misuse.SamePlate, asked.Notice(warden, "GE-AB", "GE-AB1"));
        Assert.Null(asked.Notice(Guid.Empty, "GE-AB", "GE-AB1"));
    }

    [Fact]
    public void More_plates_than_anybody_passes_on_foot_are_refused_until_the_next_day()
    {
        var asked = Asked(new InspectionOptions { PlatesPerDay = 100 });
        Assert.All(Enumerable.Range(0, 100), number => Assert.Null(asked.Notice(warden, $"GE-{number}", $"GE-{number}")));

        Assert.Equal(Misuse.TooManyPlates, asked.Notice(warden, "GE-X", "GE-X1"));
        time.Now += TimeSpan.FromHours(13);
        Assert.Equal(Misuse.TooManyPlates, asked.Notice(warden, "GE-Y", "GE-Y1"));
        time.Now += TimeSpan.FromHours(12);
        Assert.Null(asked.Notice(warden, "GE-Z", "GE-Z1"));
    }

    [Fact]
    public void A_car_is_remembered_over_the_half_day_and_forgotten_within_a_day()
    {
        var asked = Asked(new InspectionOptions { SamePlatePerDay = 1 });
        time.Now += TimeSpan.FromHours(11);
        Assert.Null(asked.Notice(warden, "GE-AB", "GE-AB1"));
        time.Now += TimeSpan.FromHours(12);
        Assert.Equal(Misuse.SamePlate, asked.Notice(warden, "GE-AB", "GE-AB1"));

        time.Now += TimeSpan.FromHours(25);
        Assert.Null(asked.Notice(warden, "GE-AB", "GE-AB1"));
    }

    private AskedPlates Asked(InspectionOptions options) => new(Options.Create(options), new SeededRandomness(1), time);
}
