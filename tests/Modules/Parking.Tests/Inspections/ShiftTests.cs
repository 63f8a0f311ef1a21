using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Inspections.Shifts;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Inspections;

/// <summary>Plates are answered in a shift, for its purpose, and for its hours.</summary>
public sealed class ShiftTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Without_a_shift_nothing_is_answered_and_after_its_end_neither(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        await town.AddPermitAsync("GE-AB 123");
        var warden = await town.SignInBeforeShiftAsync("Warden");

        await RefusedAsync(warden);
        await warden.BeginShiftAsync();
        Assert.Equal("valid", await warden.StateOfAsync("GE-AB 123"));

        await warden.OpenAsync("/warden");
        Assert.Equal(HttpStatusCode.SeeOther, (await warden.SendFormAsync("/warden/shift/end", ("shift", ""))).Status);
        await RefusedAsync(warden);
        Assert.Contains("Schicht beginnen", (await warden.OpenAsync("/warden")).Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_shift_runs_out_by_itself_and_the_next_one_begins(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind, ("Parking:Inspections:ShiftHours", "8"));
        await town.AddPermitAsync("GE-AB 123");
        var warden = await town.SignInAsync("Warden");
        town.Time.Now += TimeSpan.FromHours(8) - TimeSpan.FromSeconds(1);
        Assert.Equal("valid", await warden.StateOfAsync("GE-AB 123"));

        town.Time.Now += TimeSpan.FromSeconds(1);
        await RefusedAsync(warden);
        await warden.BeginShiftAsync();
        Assert.Equal("valid", await warden.StateOfAsync("GE-AB 123"));
        await using var database = await town.OpenDatabaseAsync();
        var shifts = await database.Shifts.AsNoTracking().OrderBy(shift => shift.StartedAt).ToListAsync(Cancellation);
        Assert.Equal([shifts[0].EndsAt, null], shifts.Select(shift => shift.EndedAt));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Curiosity")]
    [InlineData("7")]
    public async Task A_shift_has_one_of_the_purposes_that_the_town_knows(string purpose)
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var warden = await town.SignInBeforeShiftAsync("Warden");
        await warden.OpenAsync("/warden");

        var refused = await warden.SendFormAsync("/warden/shift", ("purpose", purpose));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("urn:modellstadt:parking:no-purpose", refused.Html, StringComparison.Ordinal);
        await RefusedAsync(warden);
    }

    [Fact]
    public async Task Only_wardens_begin_shifts_and_only_on_the_towns_own_page()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var clerk = await town.SignInBeforeShiftAsync("Clerk");
        await clerk.OpenAsync("/office/street-cases");
        Assert.NotEqual(HttpStatusCode.SeeOther, (await clerk.SendFormAsync("/warden/shift", ("purpose", "Round"))).Status);

        var warden = await town.SignInBeforeShiftAsync("Warden");
        await warden.SendForeignFormAsync("/warden/shift", ("purpose", "Round"));
        await RefusedAsync(warden);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_two_beginnings_in_the_same_moment_one_counts(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var account = town.Random.NewId();
        var begun = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var scope = town.Services.CreateAsyncScope();
            return (await scope.ServiceProvider.GetRequiredService<StartShift>().BeginAsync(account, ShiftPurpose.Complaint, ["P"], Cancellation)).Value.Id;
        }));

        Assert.Single(begun.Distinct());
        await using var database = await town.OpenDatabaseAsync();
        Assert.Equal(1, await database.Shifts.CountAsync(shift => shift.Warden == account && shift.EndedAt == null, Cancellation));
    }

    private static async Task RefusedAsync(Permits.PortalBrowser warden)
    {
        var refused = await warden.AskAsync("GE-AB 123");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("urn:modellstadt:parking:no-shift", refused.Html, StringComparison.Ordinal);
    }
}
