using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Region.Office;

namespace Modellstadt.Region.Funding.Office;

/// <summary>Clerks enter payments and days, and reverse what was wrong.</summary>
internal static class AnswerPayment
{
    private const int LargestForm = 8192;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(FundingAddresses.List + "/{id:guid}/payments", BookAsync).RequireStaff(StaffRole.Clerk, StaffRole.ProjectOffice).LimitBody(LargestForm).ExcludeFromDescription();
        endpoints.MapPost(FundingAddresses.List + "/{id:guid}/entries/{entry:long}/reversal", ReverseAsync).RequireStaff(StaffRole.Clerk, StaffRole.ProjectOffice).LimitBody(LargestForm).ExcludeFromDescription();
    }

    private static async Task<IResult> BookAsync(Guid id, IFormCollection form, HttpContext context, BookPayment book, CurrentStaff clerk) =>
        Read(form).Succeeded(out var draft, out var refusal)
            ? Answer(context, id, await book.ExecuteAsync(id, draft, Actors.Staff(clerk.Id!.Value), context.RequestAborted))
            : context.RefusePage(refusal);

    private static async Task<IResult> ReverseAsync(Guid id, long entry, [FromForm] string? reason, HttpContext context, BookPayment book, CurrentStaff clerk) =>
        Answer(context, id, await book.ReverseAsync(id, entry, reason, Actors.Staff(clerk.Id!.Value), context.RequestAborted));

    /// <summary>Without an eligible sum of its own all of a payment is eligible; fields that a kind of entry does not have are empty.</summary>
    private static Outcome<PaymentDraft> Read(IFormCollection form)
    {
        if (form.Key() is not { } key || OfficeForm.Choice<FundingEntryKind>(form["kind"]) is not { } kind || OfficeForm.Day(form["day"]) is not { } day)
            return new PaymentIncomplete();

        var (cents, eligible, whole) = (FundingForm.Cents(form["euros"]), FundingForm.Cents(form["eligible"]), FundingForm.Cents(form["whole"]));
        if (new[] { ("euros", cents), ("eligible", eligible), ("whole", whole) }.Any(field => field.Item2 is null && form.Words(field.Item1) is not null))
            return new AmountOutOfRange();
        return new PaymentDraft(key, kind, day)
        {
            Cents = cents ?? 0,
            EligibleCents = kind is FundingEntryKind.Spent ? eligible ?? cents ?? 0 : 0,
            Source = kind is FundingEntryKind.Received ? OfficeForm.Choice<FundingSource>(form["source"]) : null,
            Category = OfficeForm.Choice<CostCategory>(form["category"]),
            Milestone = form.Words("milestone"),
            Partner = form.Words("partner"),
            Party = form.Words("party"),
            Document = form.Words("document"),
            DocumentCents = whole,
            Words = form.Words("words"),
        };
    }

    private static IResult Answer(HttpContext context, Guid id, Outcome<FundingEntry> outcome) => outcome.Match<IResult>(_ => new SeeOther(FundingAddresses.Notice(id)), context.RefusePage);
}
