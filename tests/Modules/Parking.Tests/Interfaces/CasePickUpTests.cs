using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Inspections.Cases;
using Modellstadt.Parking.Inspections.Shifts;
using Modellstadt.Parking.Interfaces;
using Modellstadt.Parking.Tests.Inspections;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Interfaces;

/// <summary>A fine system takes over what wardens handed on.</summary>
public sealed class CasePickUpTests
{
    private const string Path = "/api/parking/v1/cases";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_fine_system_reads_cases_and_deletes_what_it_has_taken_over(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var (first, second) = (await AddCaseAsync(town, "GE-QX 1"), await AddCaseAsync(town, "GE-QX 2"));
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.TakeCases);

        Assert.Equal(["GE-QX 1", "GE-QX 2"], (await ReadAsync(program)).Select(each => (string?)each!["plate"]));
        Assert.Equal(2, (await ReadAsync(program)).Count);
        using var taken = await program.SendAsync(HttpMethod.Delete, $"{Path}/{first}");
        using var again = await program.SendAsync(HttpMethod.Delete, $"{Path}/{first}");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (taken.StatusCode, again.StatusCode));
        Assert.Equal([second], await town.ReadAsync(database => database.StreetCases.Select(each => each.Id).ToListAsync(Cancellation)));
        Assert.Empty(await town.ReadAsync(database => database.Audit.Where(entry => entry.Detail!.Contains("GE-QX")).ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task A_case_is_gone_after_its_day()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var old = await AddCaseAsync(town, "GE-QX 1");
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.TakeCases);
        Assert.Single(await ReadAsync(program));

        town.Time.Now += TimeSpan.FromDays(1);
        program.ForgetToken();

        Assert.Empty(await ReadAsync(program));
        using var taken = await program.SendAsync(HttpMethod.Delete, $"{Path}/{old}");
        Assert.Equal(HttpStatusCode.NotFound, taken.StatusCode);
    }

    [Fact]
    public async Task The_right_to_ask_about_plates_opens_no_cases()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        await AddCaseAsync(town, "GE-QX 1");
        var program = await ForeignProgram.MakeAsync(town, InterfaceScopes.ReadRights);
        using var answer = await program.SendAsync(HttpMethod.Get, Path);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("GE-QX", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static async Task<JsonArray> ReadAsync(ForeignProgram program)
    {
        using var answer = await program.SendAsync(HttpMethod.Get, Path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["cases"]!.AsArray();
    }

    private static async Task<Guid> AddCaseAsync(PermitTown town, string plate)
    {
        town.Time.Now += TimeSpan.FromSeconds(1);
        var found = new StreetCase
        {
            Id = town.Random.NewId(),
            Ags = "05513000",
            Warden = town.Random.NewId(),
            Purpose = ShiftPurpose.Round,
            Plate = plate,
            Zone = "P",
            ZoneName = "Altstadt, Ausweis P",
            Place = "vor Nr. 40",
            Rule = "residents-only",
            State = InspectionState.Unknown,
            Photos = 2,
            ObservedAt = town.Time.Now,
            ExpiresAt = town.Time.Now.AddDays(1),
        };
        await using var database = await town.OpenDatabaseAsync();
        database.StreetCases.Add(found);
        await database.SaveChangesAsync(Cancellation);
        return found.Id;
    }
}
