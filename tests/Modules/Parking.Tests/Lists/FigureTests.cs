using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Figures;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Lists.Figures;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Registers;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Lists;

/// <summary>What the office counts, from the first day on.</summary>
public sealed class FigureTests
{
    public static IEnumerable<TheoryDataRow<DatabaseKind>> Databases => TestDatabase.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task A_day_is_counted_by_zone_decision_and_fee_and_counting_again_changes_nothing(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var (granted, refused) = (await town.CitizenAsync(), await town.CitizenAsync(DemoStory.OutsideZones));
        await granted.GetPermitAsync();
        await refused.ShowCitizenIdAsync();

        await CountAsync(town);
        await CountAsync(town);

        var permit = await town.PermitOfAsync(granted);
        var figures = await town.ReadAsync(database => database.DailyFigures.ToListAsync(Cancellation));
        Assert.Equal(1, ValueOf(figures, FigureNames.PermitsInForce, permit.Zone));
        Assert.Equal(2, ValueOf(figures, FigureNames.Applications, "FirstPermit"));
        Assert.Equal(1, ValueOf(figures, FigureNames.Decisions, "Granted/system"));
        Assert.Equal(1, ValueOf(figures, FigureNames.Decisions, "Refused/system"));
        Assert.Equal(3000, ValueOf(figures, FigureNames.FeesAssessed, "FirstPermit"));
        Assert.All(figures, figure => Assert.DoesNotContain(granted.Person.Id.Value, figure.Part, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Days_that_were_missed_are_counted_later(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        await town.AddPermitAsync("GE-AB 123");
        await CountAsync(town);

        town.Time.Now += TimeSpan.FromDays(3);
        await CountAsync(town);

        var days = await town.ReadAsync(database => database.DailyFigures.Where(figure => figure.Name == FigureNames.PermitsInForce).Select(figure => figure.Day).ToListAsync(Cancellation));
        Assert.Equal(4, days.Distinct().Count());
    }

    [Fact]
    public async Task The_page_shows_charts_with_tables_and_the_file_has_every_figure()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var citizen = await town.CitizenAsync();
        await citizen.GetPermitAsync();
        var clerk = await town.SignInAsync("Clerk");

        var page = await clerk.OpenAsync("/office/statistics");
        var file = await clerk.OpenAsync("/office/statistics.csv");

        Assert.Contains("100 %", page.Html, StringComparison.Ordinal);
        Assert.Contains("30,00 €", page.Html, StringComparison.Ordinal);
        Assert.Contains("<svg", page.Html, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{DateOnly.FromDateTime(town.Time.Now.UtcDateTime):yyyy-MM-dd};decisions;Granted/system;1"), file.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_public_sees_counts_at_once_and_the_time_to_decision_when_enough_were_decided(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        for (var decided = 1; decided <= 5; decided++)
        {
            await (await town.CitizenAsync()).GetPermitAsync();
            var figures = await Assert.Single(town.Services.GetServices<ILiveFigures>()).ReadAsync(Cancellation);
            Assert.Equal([decided, decided], figures.Where(figure => !figure.InSeconds).Select(figure => figure.Value));
            Assert.Equal(decided == 5 ? 1 : 0, figures.Count(figure => figure.InSeconds));
        }

        town.Time.Now += TimeSpan.FromDays(7);
        Assert.Equal([0, 5], (await Assert.Single(town.Services.GetServices<ILiveFigures>()).ReadAsync(Cancellation)).Where(figure => !figure.InSeconds).Select(figure => figure.Value));
    }

    private static Task CountAsync(PermitTown town) => town.Services.GetRequiredService<CountDays>().RunRoundAsync(Cancellation);

    private static long ValueOf(IEnumerable<DailyFigure> figures, string name, string part) => Assert.Single(figures, figure => figure.Name == name && figure.Part == part).Value;
}
