using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Inspections.Cases;

/// <summary>
/// A clerk takes the cases over to the fine system: loads them as a file, looks that it arrived, confirms. Two steps, so that a download that
/// broke off loses no evidence; the second one deletes. The audit trail holds how many, never which.
/// </summary>
internal sealed class TakeCases(IDbContextFactory<ParkingDb> databases, TownRules rules, AuditTrail audit, TimeProvider time)
{
    /// <summary>Where the form for the file leads.</summary>
    public const string FileAddress = "/office/street-cases/file";

    /// <summary>Where the form for the confirmation leads.</summary>
    public const string ArrivedAddress = "/office/street-cases/arrived";

    private const string Subject = "street-cases";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(FileAddress, RespondFileAsync).RequireStaff(StaffRole.Clerk).LimitBody(8192).ExcludeFromDescription();
        endpoints.MapPost(ArrivedAddress, RespondArrivedAsync).RequireStaff(StaffRole.Clerk).LimitBody(8192).ExcludeFromDescription();
    }

    /// <summary>All cases that wait, oldest first.</summary>
    public async Task<IReadOnlyList<StreetCase>> ListAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Waiting(database).AsNoTracking().OrderBy(found => found.ObservedAt).ToListAsync(cancellationToken);
    }

    /// <summary>All cases that wait, remembered as loaded.</summary>
    public async Task<IReadOnlyList<StreetCase>> FileAsync(Guid clerk, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var cases = await Waiting(database).OrderBy(found => found.ObservedAt).ToListAsync(cancellationToken);
        foreach (var found in cases)
            found.FiledAt = time.GetUtcNow();
        audit.Add(database, Actors.Staff(clerk), "cases-filed", Subject, $"{cases.Count}");
        await database.SaveChangesAsync(cancellationToken);
        return cases;
    }

    /// <summary>Deletes the cases that stood in a file; those that came since stay.</summary>
    public async Task ConfirmAsync(Guid clerk, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var deleted = await database.StreetCases.Where(found => found.Ags == rules.Ags && found.FiledAt != null).ExecuteDeleteAsync(cancellationToken);
        audit.Add(database, Actors.Staff(clerk), "cases-arrived", Subject, $"{deleted}");
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private IQueryable<StreetCase> Waiting(ParkingDb database)
    {
        var now = time.GetUtcNow();
        return database.StreetCases.Where(found => found.Ags == rules.Ags && found.ExpiresAt > now);
    }

    private static async Task<IResult> RespondFileAsync([FromForm] string? format, HttpContext context, TakeCases take, CurrentStaff clerk)
    {
        var cases = await take.FileAsync(clerk.Id!.Value, context.RequestAborted);
        context.NeverStore();
        return format == "json"
            ? Results.File(CaseFile.Json(cases), "application/json", "cases.json")
            : Results.File(CaseFile.Csv(cases), "text/csv; charset=utf-8", "cases.csv");
    }

    private static async Task<IResult> RespondArrivedAsync([FromForm] string? confirmed, HttpContext context, TakeCases take, CurrentStaff clerk)
    {
        await take.ConfirmAsync(clerk.Id!.Value, context.RequestAborted);
        return new SeeOther("/office/street-cases");
    }
}
