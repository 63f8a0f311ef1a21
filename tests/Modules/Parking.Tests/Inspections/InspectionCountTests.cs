using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Inspections.Shifts;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Inspections;

/// <summary>What is kept of checks: how often which warden got which answer, never which plate.</summary>
public sealed class InspectionCountTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_warden_who_asks_too_often_is_told_to_wait_and_another_one_goes_on()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite, ("Parking:InspectionsPerMinute", "3"));
        var warden = await town.SignInAsync("Warden");
        for (var asked = 0; asked < 3; asked++)
            Assert.Equal("unknown", await warden.StateOfAsync("GE-AB 123"));

        var refused = await warden.AskAsync("GE-AB 123");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("urn:modellstadt:parking:too-many-inspections", refused.Html, StringComparison.Ordinal);
        Assert.Contains("Warten Sie eine Minute", refused.Html, StringComparison.Ordinal);

        await using var scope = town.Services.CreateAsyncScope();
        var colleague = town.Random.NewId();
        await scope.ServiceProvider.GetRequiredService<StartShift>().BeginAsync(colleague, ShiftPurpose.Round, [], Cancellation);
        Assert.Null((await scope.ServiceProvider.GetRequiredService<InspectPlate>().AnswerAsync(new InspectionQuestion("GE-AB 123"), colleague, Cancellation)).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Answers_are_counted_by_warden_and_hour_when_the_town_stops(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        await town.AddPermitAsync("GE-AB 123");
        var warden = await town.SignInAsync("Warden");
        await warden.AskAsync("GE-AB 123");
        await warden.AskAsync("GE-AB 123");
        await warden.AskAsync("GE-AB 124");
        await warden.AskAsync("GE 1234");
        town.Time.Now += TimeSpan.FromHours(1);
        await warden.AskAsync("GE-AB 123");
        await StopCountingAsync(town);

        Assert.Equal(["Unknown 1", "Valid 1", "Valid 2"], await CountsAsync(town));
        Assert.Single(await ColumnAsync(town, "SELECT DISTINCT warden AS \"Value\" FROM inspection_counts"));
        Assert.Equal(2, (await ColumnAsync(town, "SELECT DISTINCT hour AS \"Value\" FROM inspection_counts")).Count);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Counts_that_could_not_be_written_wait_for_the_next_time_and_the_town_goes_on(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var warden = await town.SignInAsync("Warden");
        await warden.AskAsync("GE-AB 123");
        await ExecuteAsync(town, "ALTER TABLE inspection_counts RENAME TO hidden_counts");
        await Task.Delay(TimeSpan.FromSeconds(11), Cancellation);

        Assert.Equal("unknown", await warden.StateOfAsync("GE-AB 123"));
        await ExecuteAsync(town, "ALTER TABLE hidden_counts RENAME TO inspection_counts");
        await StopCountingAsync(town);
        Assert.Equal(["Unknown 2"], await CountsAsync(town));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task No_plate_that_was_asked_for_is_stored_anywhere_whether_there_is_a_right_or_not(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        town.Services.GetRequiredService<PlateIndex>().Put(new IndexedPermit(Guid.Empty, "GE-WX 8264", "P", "Zone P", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), PermitState.Active));
        var warden = await town.SignInAsync("Warden");
        Assert.Equal("unknown", await warden.StateOfAsync("GE-QX 9173", "P|"));
        Assert.Equal("valid", await warden.StateOfAsync("GE-WX 8264", "P|"));
        Assert.Equal("not-valid", await warden.StateOfAsync("GE-WX 8264", "S|"));
        await warden.OpenAsync("/warden");
        await warden.SendFormAsync("/warden", ("_handler", "inspection"), ("Question.Place", "P|"), ("Question.Plate", "GE-QX 9173"));
        await StopCountingAsync(town);

        Assert.Equal(["NotValid 1", "Unknown 2", "Valid 1"], await CountsAsync(town));
        Assert.Empty(await StoredTraces.OfAsync(town, kind, "QX 9173", "QX9173", "GE-QX", "GEQX", "WX 8264", "WX8264", "GE-WX", "GEWX"));
        Assert.NotEmpty(await StoredTraces.OfAsync(town, kind, "NotValid"));
    }

    private static Task StopCountingAsync(PermitTown town) => town.Services.GetServices<IHostedService>().OfType<InspectionCounts>().Single().StopAsync(Cancellation);

    private static async Task<IReadOnlyList<string>> CountsAsync(PermitTown town) =>
        await ColumnAsync(town, "SELECT state || ' ' || count AS \"Value\" FROM inspection_counts ORDER BY 1");

    private static async Task<List<string>> ColumnAsync(PermitTown town, string sql)
    {
        await using var database = await town.OpenDatabaseAsync();
        return await database.Database.SqlQueryRaw<string>(sql.Replace(" hour AS", " CAST(hour AS text) AS", StringComparison.Ordinal)).ToListAsync(Cancellation);
    }

    private static async Task ExecuteAsync(PermitTown town, string sql)
    {
        await using var database = await town.OpenDatabaseAsync();
        await database.Database.ExecuteSqlRawAsync(sql, Cancellation);
    }
}
