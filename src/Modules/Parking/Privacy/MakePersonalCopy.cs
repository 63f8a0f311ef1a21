using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Changes;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Privacy;

/// <summary>
/// The copy of a person's data as a file: <c>GET /permit/mine/data.json</c> for the person, <c>POST /office/privacy/copy</c> for a clerk who
/// was asked on paper. Each copy stands in the audit trail.
/// </summary>
internal sealed class MakePersonalCopy(PersonalCopy copy, IDbContextFactory<ParkingDb> databases, TownRules rules, AuditTrail trail)
{
    private const string FileName = "data.json";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/permit/mine/data.json", RespondToPersonAsync).ExcludeFromDescription();
        endpoints.MapPost("/office/privacy/copy", RespondToClerkAsync).RequireStaff(StaffRole.Clerk).LimitBody(4096).ExcludeFromDescription();
    }

    /// <summary>The copy for the holder of a permit; refused when there is none of that number or the reason is missing.</summary>
    public async Task<Outcome<string>> ForClerkAsync(string? permitNumber, string? reason, Guid clerk, CancellationToken cancellationToken)
    {
        if (reason?.Trim() is not { Length: >= 3 and <= 200 } given)
            return new CopyNeedsReason();

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var number = permitNumber?.Trim().ToUpperInvariant();
        if (await database.Permits.AsNoTracking().SingleOrDefaultAsync(permit => permit.Ags == rules.Ags && permit.PermitNumber == number, cancellationToken) is not { } found)
            return new NobodyWithThatPermit();

        trail.Add(database, Actors.Staff(clerk), "personal-copy-made", PermitSubject.Of(found.Id), given);
        await database.SaveChangesAsync(cancellationToken);
        return PersonalCopy.Write(await copy.ReadAsync(found.ResidentId, cancellationToken));
    }

    private static async Task<IResult> RespondToPersonAsync(HttpContext context, PersonalCopy copy, HolderSessions sessions)
    {
        context.NeverStore();
        return await sessions.CurrentAsync(HolderAction.ReadPersonalData, context.RequestAborted) is { } person
            ? File(PersonalCopy.Write(await copy.ReadAsync(person.Value, context.RequestAborted)))
            : new SeeOther(CitizenDoors.SignInFor(PersonalDataPage.Address));
    }

    private static async Task<IResult> RespondToClerkAsync([FromForm] string? number, [FromForm] string? reason, HttpContext context, MakePersonalCopy read, CurrentStaff clerk)
    {
        context.NeverStore();
        var outcome = await read.ForClerkAsync(number, reason, clerk.Id!.Value, context.RequestAborted);
        return outcome.Match<IResult>(File, refusal => context.Problem(refusal));
    }

    private static IResult File(string json) => Results.File(System.Text.Encoding.UTF8.GetBytes(json), "application/json; charset=utf-8", FileName);
}
