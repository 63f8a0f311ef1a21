using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Messages.Office;

/// <summary>Where the buttons of a message lead.</summary>
internal static class MessageEndpoints
{
    /// <summary>The clerk's page.</summary>
    public const string Page = "/office/messages";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Page + "/{id:guid}/decision", DecideAsync).RequireStaff(StaffRole.Clerk).LimitBody(4096).ExcludeFromDescription();

    /// <summary>Where a clerk's decision about a message goes.</summary>
    public static string DecisionOf(Guid id) => $"{Page}/{id:D}/decision";

    private static async Task<IResult> DecideAsync(Guid id, [FromForm] DeskDecision decision, HttpContext context, MessageDesk desk, CurrentStaff clerk)
    {
        var decided = await desk.DecideAsync(id, decision, clerk.Id!.Value, context.RequestAborted);
        return decided.Match<IResult>(_ => new SeeOther(Page), context.Problem);
    }
}
