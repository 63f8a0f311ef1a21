using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Inspections.Cases;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Inspections.Cases;

/// <summary>What a warden hands over to the fine system, and that it is gone afterwards.</summary>
public sealed class CaseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_case_is_handed_over_as_a_file_and_deleted_when_the_clerk_says_that_it_arrived(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var warden = await town.SignInAsync("Warden");
        Assert.Equal(HttpStatusCode.SeeOther, (await HandOverAsync(warden, "ge qx 9173")).Status);

        var clerk = await town.SignInBeforeShiftAsync("Clerk");
        Assert.Contains("GE-QX 9173", (await clerk.OpenAsync("/office/street-cases")).Html, StringComparison.Ordinal);
        var csv = await clerk.SendFormAsync(TakeCases.FileAddress, ("format", "csv"));
        Assert.Contains("case_id;observed_at;plate;zone;zone_name;place;rule;finding;purpose;warden;photos\r\n", csv.Html, StringComparison.Ordinal);
        Assert.Matches(
            "\"[0-9a-f-]{36}\";\"2026-11-24T10:00:00\\+01:00\";\"GE-QX 9173\";\"P\";\"Altstadt, Ausweis P\";\"Hauptstraße 28–42, vor Nr. 40\";\"parking-ticket; Mo-Fr 08:00-18:00; Sa 08:00-14:00\";\"unknown\";\"round\";\"[0-9a-f-]{36}\";\"2\"\r\n",
            csv.Html);

        await HandOverAsync(warden, "GE-QX 9174");
        await clerk.OpenAsync("/office/street-cases");
        Assert.Equal(HttpStatusCode.SeeOther, (await clerk.SendFormAsync(TakeCases.ArrivedAddress, ("confirmed", "yes"))).Status);

        var left = (await clerk.OpenAsync("/office/street-cases")).Html;
        Assert.DoesNotContain("9173", left, StringComparison.Ordinal);
        Assert.Contains("9174", left, StringComparison.Ordinal);
        Assert.Empty(await StoredTraces.OfAsync(town, kind, "QX 9173"));
        Assert.Equal(["cases-arrived 1", "cases-filed 1"], await AuditAsync(town));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_case_that_nobody_takes_over_is_gone_within_24_hours(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        await HandOverAsync(await town.SignInAsync("Warden"), "GE-QX 9173");
        Assert.NotEmpty(await StoredTraces.OfAsync(town, kind, "QX 9173"));
        var round = town.Services.GetServices<IHostedService>().OfType<ForgetCases>().Single();
        town.Time.Now += TimeSpan.FromHours(23);
        await round.RunRoundAsync(Cancellation);
        Assert.NotEmpty(await StoredTraces.OfAsync(town, kind, "QX 9173"));

        town.Time.Now += TimeSpan.FromMinutes(59);
        await round.RunRoundAsync(Cancellation);
        Assert.Empty(await StoredTraces.OfAsync(town, kind, "QX 9173"));
    }

    [Fact]
    public async Task The_same_rows_come_as_JSON()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        await HandOverAsync(await town.SignInAsync("Warden"), "GE-QX 9173");
        var clerk = await town.SignInBeforeShiftAsync("Clerk");
        await clerk.OpenAsync("/office/street-cases");

        var row = System.Text.Json.Nodes.JsonNode.Parse((await clerk.SendFormAsync(TakeCases.FileAddress, ("format", "json"))).Html)![0]!;
        Assert.Equal("GE-QX 9173", (string)row["plate"]!);
        Assert.Equal(2, (int)row["photos"]!);
        Assert.Equal("2026-11-24T10:00:00+01:00", (string)row["observed_at"]!);
    }

    [Fact]
    public async Task No_case_is_made_against_somebody_who_has_a_right_or_while_the_sign_is_free()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var permit = await town.AddPermitAsync("GE-QX 9173");
        var warden = await town.SignInAsync("Warden");
        Assert.Contains("urn:modellstadt:parking:plate-has-right", (await HandOverAsync(warden, "GE-QX 9173")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await HandOverAsync(warden, "GE-QX 9174")).Status);
        Assert.Contains("urn:modellstadt:parking:place-unknown", (await HandOverAsync(warden, "GE-QX 9174", place: "X|Y")).Html, StringComparison.Ordinal);
        Assert.Contains("urn:modellstadt:parking:unknown-plate-form", (await HandOverAsync(warden, "nonsense")).Html, StringComparison.Ordinal);

        town.Time.Now = new DateTimeOffset(2026, 11, 24, 17, 30, 0, TimeSpan.Zero);
        Assert.Contains("urn:modellstadt:parking:sign-is-free", (await HandOverAsync(warden, "GE-QX 9175")).Html, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(town));
        Assert.NotNull(permit);
    }

    [Fact]
    public async Task A_case_that_waited_for_a_connection_carries_its_own_moment_which_lies_within_the_shift()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var warden = await town.SignInAsync("Warden");
        var began = town.Time.Now;
        town.Time.Now += TimeSpan.FromHours(2);

        Assert.Equal(HttpStatusCode.SeeOther, (await HandOverAsync(warden, "GE-QX 9173", observed: began.AddMinutes(5))).Status);
        Assert.Contains("urn:modellstadt:parking:moment-out-of-shift", (await HandOverAsync(warden, "GE-QX 9173", observed: began.AddMinutes(-5))).Html, StringComparison.Ordinal);
        Assert.Contains("urn:modellstadt:parking:moment-out-of-shift", (await HandOverAsync(warden, "GE-QX 9173", observed: town.Time.Now.AddMinutes(5))).Html, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(town));
        await using var database = await town.OpenDatabaseAsync();
        Assert.Equal(began.AddMinutes(5), (await database.StreetCases.SingleAsync(Cancellation)).ObservedAt);
    }

    [Fact]
    public async Task Only_wardens_make_cases_and_only_clerks_take_them()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var (warden, clerk) = (await town.SignInAsync("Warden"), await town.SignInBeforeShiftAsync("Clerk"));
        await HandOverAsync(warden, "GE-QX 9173");
        await warden.OpenAsync("/warden");
        Assert.DoesNotContain("9173", (await warden.SendFormAsync(TakeCases.FileAddress, ("format", "csv"))).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("9173", (await warden.OpenAsync("/office/street-cases")).Html, StringComparison.Ordinal);

        await clerk.OpenAsync("/office/street-cases");
        await clerk.SendFormAsync(HandOverCase.Address, ("plate", "GE-QX 9174"), ("place", "P|"));
        Assert.Equal(1, await CountAsync(town));
        await warden.SendForeignFormAsync(HandOverCase.Address, ("plate", "GE-QX 9174"), ("place", "P|"));
        Assert.Equal(1, await CountAsync(town));
    }

    [Fact]
    public void A_text_that_a_spreadsheet_would_take_for_a_formula_stays_a_text()
    {
        var found = new StreetCase
        {
            Id = Guid.Empty, Ags = "05513000", Warden = Guid.Empty, Purpose = default, Plate = "GE-QX 1", Zone = "P", ZoneName = "=1+1", Place = "@SUM(\"a\";1)", Rule = "", State = default, Photos = 0,
            ObservedAt = DateTimeOffset.UnixEpoch, ExpiresAt = DateTimeOffset.UnixEpoch,
        };

        Assert.Contains(";\"'=1+1\";\"'@SUM(\"\"a\"\";1)\";", System.Text.Encoding.UTF8.GetString(CaseFile.Csv([found])), StringComparison.Ordinal);
    }

    private static async Task<Page> HandOverAsync(PortalBrowser warden, string plate, string place = "P|Hauptstraße 28–42", DateTimeOffset? observed = null)
    {
        await warden.OpenAsync("/warden");
        return await warden.SendFormAsync(
            HandOverCase.Address, ("plate", plate), ("place", place), ("detail", "vor Nr. 40"), ("photos", "2"), ("observed", $"{observed?.ToUnixTimeMilliseconds()}"));
    }

    private static async Task<int> CountAsync(PermitTown town)
    {
        await using var database = await town.OpenDatabaseAsync();
        return await database.StreetCases.CountAsync(Cancellation);
    }

    private static async Task<IReadOnlyList<string>> AuditAsync(PermitTown town)
    {
        await using var database = await town.OpenDatabaseAsync();
        var entries = await database.Audit.Where(entry => entry.Subject == "street-cases").ToListAsync(Cancellation);
        return [.. entries.Select(entry => $"{entry.Action} {entry.Detail}").Order()];
    }
}
