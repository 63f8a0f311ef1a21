using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Office.Cases;

/// <summary>
/// A clerk opens what the register says about a person whose entry is protected (BMG § 51, § 52), for a reason that is kept:
/// <c>POST /office/cases/{id}/person</c>.
/// </summary>
internal sealed class OpenPerson(ChangeCase change, ApplicationJournal journal)
{
    /// <summary>What the history calls it.</summary>
    public const string Action = "person-opened";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(CaseAddresses.Person("{id:guid}"), RespondAsync).RequireStaff(StaffRole.Clerk).LimitBody(16_384).ExcludeFromDescription();

    /// <summary>From now on this clerk sees the person's data in this case. Whoever opens it has the case.</summary>
    public async Task<Outcome<PermitApplication>> ExecuteAsync(Guid id, CaseClaim clerk, string? reason, CancellationToken cancellationToken)
    {
        if (CaseQuestion.Words(reason) is not { } given)
            return new CaseNeedsWords();

        return await change.ExecuteAsync(id, clerk, "case-taken", (database, application) =>
        {
            application.Claim = clerk.Write();
            journal.Add(database, application, Actors.Staff(clerk.Clerk), Action, given);
            return null;
        }, cancellationToken);
    }

    /// <summary>True when this clerk has opened the person's data in this case.</summary>
    public static Task<bool> HasOpenedAsync(ParkingDb database, Guid application, Guid clerk, CancellationToken cancellationToken)
    {
        var (actor, subject) = (Actors.Staff(clerk), ApplicationJournal.SubjectOf(application));
        return database.Audit.AnyAsync(entry => entry.Subject == subject && entry.Actor == actor && entry.Action == Action, cancellationToken);
    }

    private static async Task<IResult> RespondAsync(Guid id, [FromForm] string? reason, HttpContext context, OpenPerson open, CaseClerk clerk)
    {
        var outcome = await open.ExecuteAsync(id, clerk.Now, reason, context.RequestAborted);
        return CaseAddresses.Onwards(id, outcome.Refusal);
    }
}
