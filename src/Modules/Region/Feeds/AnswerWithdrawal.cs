using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Region.Feeds;

/// <summary>A clerk withdraws a project of the town.</summary>
internal static class AnswerWithdrawal
{
    /// <summary>Where the form leads.</summary>
    public const string Address = FeedsPage.Address + "/withdrawal";

    private const int LargestForm = 8192;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Address, RespondAsync).RequireStaff(StaffRole.Clerk, StaffRole.ProjectOffice).LimitBody(LargestForm).ExcludeFromDescription();

    private static async Task<IResult> RespondAsync([FromForm] string? project, [FromForm] string? reason, HttpContext context, WithdrawProject withdraw, CurrentStaff clerk)
    {
        var outcome = await withdraw.WithdrawAsync(project ?? "", reason, Actors.Staff(clerk.Id!.Value), context.RequestAborted);
        return outcome.Match<IResult>(_ => new SeeOther($"{FeedsPage.Address}?withdrawn=yes"), refusal =>
        {
            context.RefusePage(refusal);
            return Results.Empty;
        });
    }
}
