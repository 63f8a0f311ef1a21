using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Payments.Owed;

namespace Modellstadt.Payments.Office;

/// <summary>Clerks ask to give a receivable up, and confirm or drop each other's wish.</summary>
internal static class AnswerReceivable
{
    /// <summary>The list of receivables.</summary>
    public const string Page = "/office/payments/receivables";

    private const int LargestForm = 8192;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Page + "/{id:guid}/write-off", AskAsync).RequireStaff(StaffRole.Clerk).LimitBody(LargestForm).ExcludeFromDescription();
        endpoints.MapPost(Page + "/{id:guid}/write-off/confirmation", ConfirmAsync).RequireStaff(StaffRole.Clerk).LimitBody(LargestForm).ExcludeFromDescription();
        endpoints.MapPost(Page + "/{id:guid}/write-off/drop", DropAsync).RequireStaff(StaffRole.Clerk).LimitBody(LargestForm).ExcludeFromDescription();
    }

    /// <summary>Where a form of a receivable leads.</summary>
    /// <param name="id">The receivable.</param>
    /// <param name="deed">What is done: <c>hold</c>, <c>hold/lift</c>, <c>write-off</c>, <c>write-off/confirmation</c> or <c>write-off/drop</c>.</param>
    public static string AddressOf(Guid id, string deed) => $"{Page}/{id:D}/{deed}";

    private static async Task<IResult> AskAsync(Guid id, [FromForm] string? reason, HttpContext context, GiveUp giveUp, CurrentStaff clerk) =>
        Answer(context, id, await giveUp.AskAsync(id, reason, clerk.Id!.Value, context.RequestAborted));

    private static async Task<IResult> ConfirmAsync(Guid id, IFormCollection _, HttpContext context, GiveUp giveUp, CurrentStaff clerk) =>
        Answer(context, id, await giveUp.ConfirmAsync(id, clerk.Id!.Value, context.RequestAborted));

    private static async Task<IResult> DropAsync(Guid id, IFormCollection _, HttpContext context, GiveUp giveUp, CurrentStaff clerk) =>
        Answer(context, id, await giveUp.DropAsync(id, clerk.Id!.Value, context.RequestAborted));

    /// <summary>Back to the receivable, or why not.</summary>
    public static IResult Answer<T>(HttpContext context, Guid id, Outcome<T> outcome) => outcome.Match<IResult>(_ => new SeeOther($"{Page}/{id:D}"), context.RefusePage);
}
