using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Payments.Statements;

namespace Modellstadt.Payments.Office;

/// <summary>A clerk says what a movement is for.</summary>
internal static class AnswerMovement
{
    /// <summary>The list from which the forms come.</summary>
    public const string List = "/office/payments/unassigned";

    private const int LargestForm = 8192;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/office/payments/movements/{id:guid}/assignment", AssignAsync).RequireStaff(StaffRole.Clerk).LimitBody(LargestForm).ExcludeFromDescription();
        endpoints.MapPost("/office/payments/movements/{id:guid}/outside", PutOutsideAsync).RequireStaff(StaffRole.Clerk).LimitBody(LargestForm).ExcludeFromDescription();
        endpoints.MapPost("/office/payments/movements/{id:guid}/return", SendBackAsync).RequireStaff(StaffRole.Clerk).LimitBody(LargestForm).ExcludeFromDescription();
    }

    /// <summary>Where a form of a movement leads.</summary>
    /// <param name="id">The movement.</param>
    /// <param name="deed"><c>assignment</c>, <c>outside</c> or <c>return</c>.</param>
    public static string AddressOf(Guid id, string deed) => $"/office/payments/movements/{id:D}/{deed}";

    private static async Task<IResult> AssignAsync(Guid id, [FromForm] string? reference, [FromForm] string? euros, HttpContext context, AssignMovement assign, CurrentStaff clerk)
    {
        var cents = FormAnswers.Cents(euros);
        if (cents is null && !string.IsNullOrWhiteSpace(euros))
            return context.RefusePage(new AmountUnreadable());

        return Answer(context, await assign.ToReceivableAsync(id, reference, cents, clerk.Id!.Value, context.RequestAborted));
    }

    private static async Task<IResult> PutOutsideAsync(Guid id, IFormCollection _, HttpContext context, AssignMovement assign, CurrentStaff clerk) =>
        Answer(context, await assign.ToOutsideAsync(id, clerk.Id!.Value, context.RequestAborted));

    private static async Task<IResult> SendBackAsync(Guid id, IFormCollection _, HttpContext context, AssignMovement assign, CurrentStaff clerk) =>
        Answer(context, await assign.ToSenderAsync(id, clerk.Id!.Value, context.RequestAborted));

    private static IResult Answer(HttpContext context, Outcome<BankMovement> outcome) => outcome.Match<IResult>(_ => new SeeOther(List), context.RefusePage);
}
