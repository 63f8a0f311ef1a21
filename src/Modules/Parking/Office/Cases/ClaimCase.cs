using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Office.Cases;

/// <summary>A clerk takes a case, takes it over from a colleague, or gives it back: <c>POST /office/cases/{id}/claim</c>.</summary>
internal sealed class ClaimCase(ChangeCase change)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(CaseAddresses.Claim("{id:guid}"), RespondAsync).RequireStaff(StaffRole.Clerk).LimitBody(4096).ExcludeFromDescription();

    /// <summary>Takes the case; from a colleague only when that is what the clerk wants.</summary>
    public Task<Outcome<PermitApplication>> TakeAsync(Guid id, CaseClaim clerk, bool fromColleague, CancellationToken cancellationToken) =>
        change.ExecuteAsync(
            id, clerk, fromColleague ? "case-taken-over" : "case-taken",
            (_, application) =>
            {
                application.Claim = clerk.Write();
                return null;
            },
            cancellationToken, fromColleague);

    /// <summary>Nobody has the case any more.</summary>
    public Task<Outcome<PermitApplication>> GiveBackAsync(Guid id, CaseClaim clerk, CancellationToken cancellationToken) =>
        change.ExecuteAsync(
            id, clerk, "case-given-back",
            (_, application) =>
            {
                application.Claim = null;
                return null;
            },
            cancellationToken);

    private static async Task<IResult> RespondAsync(Guid id, [FromForm] string? wish, HttpContext context, ClaimCase claim, CaseClerk clerk)
    {
        var outcome = wish == "back"
            ? await claim.GiveBackAsync(id, clerk.Now, context.RequestAborted)
            : await claim.TakeAsync(id, clerk.Now, wish == "over", context.RequestAborted);
        return CaseAddresses.Onwards(id, outcome.Refusal);
    }
}
