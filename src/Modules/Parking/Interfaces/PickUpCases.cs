using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Inspections.Cases;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Interfaces;

/// <summary>
/// <c>/api/parking/v1/cases</c>: a fine system takes over the cases of wardens. It reads them, keeps them, and then deletes each here: a connection
/// that breaks off loses no evidence. The audit trail holds how many were read and that one was taken, never which car.
/// </summary>
internal sealed class PickUpCases(IDbContextFactory<ParkingDb> databases, TownRules rules, AuditTrail audit, TimeProvider time)
{
    private const int Most = 100;
    private const string Subject = "street-cases";

    public static async Task<IResult> GetAsync(HttpContext context, PickUpCases pickUp, CurrentClient client)
    {
        context.NeverStore();
        return Results.Json(await pickUp.ListAsync(client.Id!.Value, context.RequestAborted));
    }

    public static async Task<IResult> DeleteAsync(Guid id, HttpContext context, PickUpCases pickUp, CurrentClient client) =>
        await pickUp.TakeAsync(id, client.Id!.Value, context.RequestAborted) ? Results.NoContent() : context.Problem(new CaseUnknown());

    private async Task<WaitingCases> ListAsync(Guid client, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var cases = await Waiting(database).AsNoTracking().OrderBy(found => found.ObservedAt).Take(Most).ToListAsync(cancellationToken);
        if (cases.Count > 0)
            audit.Add(database, Actor(client), "cases-read", Subject, cases.Count.ToString(CultureInfo.InvariantCulture));
        await database.SaveChangesAsync(cancellationToken);
        return new WaitingCases([.. cases.Select(CaseRow.Of).Select(WaitingCase.Of)]);
    }

    private async Task<bool> TakeAsync(Guid id, Guid client, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (await Waiting(database).Where(found => found.Id == id).ExecuteDeleteAsync(cancellationToken) == 0)
            return false;

        audit.Add(database, Actor(client), "case-taken", Subject);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private IQueryable<StreetCase> Waiting(ParkingDb database)
    {
        var now = time.GetUtcNow();
        return database.StreetCases.Where(found => found.Ags == rules.Ags && found.ExpiresAt > now);
    }

    private static string Actor(Guid client) => $"client/{client}";
}

/// <summary>Cases that wait, oldest first.</summary>
internal sealed record WaitingCases([property: JsonPropertyName("cases"), Description("At most 100; the rest after these were deleted.")] IReadOnlyList<WaitingCase> Cases);

/// <summary>A case as a fine system gets it: the row of the file.</summary>
internal sealed record WaitingCase(
    [property: JsonPropertyName("case_id")] string CaseId,
    [property: JsonPropertyName("observed_at")] string ObservedAt,
    [property: JsonPropertyName("plate")] string Plate,
    [property: JsonPropertyName("zone")] string Zone,
    [property: JsonPropertyName("place")] string Place,
    [property: JsonPropertyName("rule"), Description("Restriction and hours of the sign.")] string Rule,
    [property: JsonPropertyName("finding"), Description("unknown: no permit; not-valid: one that does not count here.")] string Finding,
    [property: JsonPropertyName("warden"), Description("Account of the witness.")] string Warden,
    [property: JsonPropertyName("photos"), Description("How many photos the warden has.")] int Photos)
{
    /// <summary>Of a row.</summary>
    public static WaitingCase Of(CaseRow row) => new(row.CaseId, row.ObservedAt, row.Plate, row.Zone, row.Place, row.Rule, row.Finding, row.Warden, row.Photos);
}
