using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Web;
using Modellstadt.Payments.Reminders;

namespace Modellstadt.Payments.Office;

/// <summary>Clerks keep reminders away from a receivable, and let them go on.</summary>
internal static class AnswerReminders
{
    private const int LargestForm = 8192;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(AnswerReceivable.Page + "/{id:guid}/hold", HoldAsync).RequireStaff(StaffRole.Clerk).LimitBody(LargestForm).ExcludeFromDescription();
        endpoints.MapPost(AnswerReceivable.Page + "/{id:guid}/hold/lift", LiftAsync).RequireStaff(StaffRole.Clerk).LimitBody(LargestForm).ExcludeFromDescription();
    }

    private static async Task<IResult> HoldAsync(Guid id, [FromForm] string? reason, HttpContext context, HoldReminders hold, CurrentStaff clerk) =>
        AnswerReceivable.Answer(context, id, await hold.HoldAsync(id, reason, clerk.Id!.Value, context.RequestAborted));

    private static async Task<IResult> LiftAsync(Guid id, IFormCollection _, HttpContext context, HoldReminders hold, CurrentStaff clerk) =>
        AnswerReceivable.Answer(context, id, await hold.LiftAsync(id, clerk.Id!.Value, context.RequestAborted));
}
