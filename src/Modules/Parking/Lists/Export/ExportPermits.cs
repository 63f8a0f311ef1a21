using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Lists.Export;

/// <summary>The list of permits as a file that other programs read: <c>POST /office/permits.csv</c>. Each export stands in the audit trail.</summary>
internal sealed class ExportPermits(IDbContextFactory<ParkingDb> databases, TownRules rules, AuditTrail trail)
{
    /// <summary>Where the file is.</summary>
    public const string Address = "/office/permits.csv";

    /// <summary>The columns; an import reads the same.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["permit_number", "plates", "zone", "valid_from", "valid_until", "state", "register_key"];

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Address, RespondAsync).RequireStaff(StaffRole.Clerk).LimitBody(4096).ExcludeFromDescription();

    /// <summary>Every permit of the town, by number.</summary>
    public async Task<byte[]> ExecuteAsync(Guid clerk, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var permits = await database.Permits.AsNoTracking().Where(permit => permit.Ags == rules.Ags).OrderBy(permit => permit.PermitNumber).ToListAsync(cancellationToken);
        trail.Add(database, Actors.Staff(clerk), "permits-exported", "permits", permits.Count.ToString(CultureInfo.InvariantCulture));
        await database.SaveChangesAsync(cancellationToken);
        return CsvText.Write(Columns, permits.Select(Row));
    }

    private static IReadOnlyList<string> Row(Permit permit) =>
    [
        permit.PermitNumber, permit.Plates, permit.Zone, TownCalendar.Iso(permit.ValidFrom), TownCalendar.Iso(permit.ValidUntil), permit.State.ToString(), permit.ResidentId,
    ];

    private static async Task<IResult> RespondAsync(IFormCollection form, HttpContext context, ExportPermits export, CurrentStaff clerk)
    {
        context.NeverStore();
        return Results.File(await export.ExecuteAsync(clerk.Id!.Value, context.RequestAborted), "text/csv; charset=utf-8", "permits.csv");
    }
}
