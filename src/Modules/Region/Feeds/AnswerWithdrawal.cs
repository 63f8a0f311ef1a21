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

/// <summary>A clerk withdraws a project of the town, or publishes it again.</summary>
internal static class AnswerWithdrawal
{
    /// <summary>Where the form leads.</summary>
    public const string Address = FeedsPage.Address + "/withdrawal";

    /// <summary>Where the form for publishing again leads.</summary>
    public const string AgainAddress = FeedsPage.Address + "/republication";

    private const int LargestForm = 8192;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Address, WithdrawAsync).RequireStaff(StaffRole.Clerk, StaffRole.ProjectOffice).LimitBody(LargestForm).ExcludeFromDescription();
        endpoints.MapPost(AgainAddress, RepublishAsync).RequireStaff(StaffRole.Clerk, StaffRole.ProjectOffice).LimitBody(LargestForm).ExcludeFromDescription();
    }

    private static async Task<IResult> WithdrawAsync([FromForm] string? project, [FromForm] string? reason, HttpContext context, WithdrawProject withdraw, CurrentStaff clerk)
    {
        var outcome = await withdraw.WithdrawAsync(project ?? "", reason, Actors.Staff(clerk.Id!.Value), context.RequestAborted);
        return Respond(outcome, "withdrawn", context);
    }

    private static async Task<IResult> RepublishAsync([FromForm] string? project, [FromForm] string? reason, HttpContext context, RepublishProject republish, CurrentStaff clerk)
    {
        var outcome = await republish.RepublishAsync(project ?? "", reason, Actors.Staff(clerk.Id!.Value), context.RequestAborted);
        return Respond(outcome, "republished", context);
    }

    private static IResult Respond(Outcome<string> outcome, string done, HttpContext context) => outcome.Match<IResult>(_ => new SeeOther($"{FeedsPage.Address}?{done}=yes"), context.RefusePage);
}
