using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Region.Office;

namespace Modellstadt.Region.Funding.Office;

/// <summary>Clerks enter notices and change notices.</summary>
internal static class AnswerNotice
{
    private const int LargestForm = 64 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(FundingAddresses.Enter, EnterAsync).RequireStaff(StaffRole.Clerk, StaffRole.ProjectOffice).LimitBody(LargestForm).ExcludeFromDescription();
        endpoints.MapPost(FundingAddresses.List + "/{id:guid}/change", ChangeAsync).RequireStaff(StaffRole.Clerk, StaffRole.ProjectOffice).LimitBody(LargestForm).ExcludeFromDescription();
    }

    private static async Task<IResult> EnterAsync(IFormCollection form, HttpContext context, EnterNotice enter, CurrentStaff clerk, IOptions<TownOptions> town)
    {
        if (!PlanForm.Read(form).Succeeded(out var plan, out var unreadable))
            return context.RefusePage(unreadable);
        if (form.Key() is not { } key || OfficeForm.Day(form["granted-on"]) is not { } day || OfficeForm.Choice<RecipientKind>(form["recipient-kind"]) is not { } kind)
            return context.RefusePage(new PlanUnreadable(form["granted-on"].ToString()));

        var draft = new NoticeDraft(key, form.Words("project") ?? "", form.Words("programme") ?? "", form.Words("authority") ?? "", form.Words("reference") ?? "", plan)
        {
            Recipient = form.Words("recipient") ?? "",
            RecipientKind = kind,
            GrantedOn = day,
            // In a demonstration nothing that is entered is real.
            Demo = town.Value.Demo,
            Proposal = Guid.TryParse(form["proposal"], out var proposal) ? proposal : null,
        };
        var outcome = await enter.ExecuteAsync(draft, Actors.Staff(clerk.Id!.Value), context.RequestAborted);
        return outcome.Match<IResult>(notice => new SeeOther(FundingAddresses.Notice(notice.Id)), context.RefusePage);
    }

    private static async Task<IResult> ChangeAsync(Guid id, IFormCollection form, HttpContext context, ChangeNotice change, CurrentStaff clerk)
    {
        if (!PlanForm.Read(form).Succeeded(out var plan, out var unreadable))
            return context.RefusePage(unreadable);
        if (form.Key() is not { } key || OfficeForm.Day(form["effective-on"]) is not { } day || !int.TryParse(form["seen"], out var seen))
            return context.RefusePage(new PlanUnreadable(form["effective-on"].ToString()));

        var draft = new ChangeDraft(key, seen, day, form.Words("reason") ?? "", plan);
        var outcome = await change.ExecuteAsync(id, draft, Actors.Staff(clerk.Id!.Value), context.RequestAborted);
        return outcome.Match<IResult>(_ => new SeeOther(FundingAddresses.Notice(id)), context.RefusePage);
    }
}
