using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Region.Funding.Office;
using Modellstadt.Region.Funding;
using Modellstadt.Region.Office;

namespace Modellstadt.Region.Board.Office;

/// <summary>The project office writes and submits proposals; the district government decides on them.</summary>
internal static class AnswerProposal
{
    private const int LargestForm = 32 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(BoardAddresses.Propose, CreateAsync).RequireStaff(StaffRole.ProjectOffice).LimitBody(LargestForm).ExcludeFromDescription();
        endpoints.MapPost(BoardAddresses.Start + "/proposals/{id:guid}/change", ChangeAsync).RequireStaff(StaffRole.ProjectOffice).LimitBody(LargestForm).ExcludeFromDescription();
        endpoints.MapPost(BoardAddresses.Start + "/proposals/{id:guid}/submission", SubmitAsync).RequireStaff(StaffRole.ProjectOffice).LimitBody(LargestForm).ExcludeFromDescription();
        endpoints.MapPost(BoardAddresses.Start + "/proposals/{id:guid}/decision", DecideAsync).RequireStaff(StaffRole.DistrictGovernment).LimitBody(LargestForm).ExcludeFromDescription();
    }

    private static async Task<IResult> CreateAsync(IFormCollection form, HttpContext context, WriteProposal write, CurrentStaff staff)
    {
        if (!Read(form).Succeeded(out var content, out var refusal) || form.Key() is not { } key)
            return context.RefusePage(refusal ?? new ProposalIncomplete());
        return Answer(context, await write.CreateAsync(key, content, staff.Acting(), context.RequestAborted));
    }

    private static async Task<IResult> ChangeAsync(Guid id, IFormCollection form, HttpContext context, WriteProposal write, CurrentStaff staff)
    {
        if (!Read(form).Succeeded(out var content, out var refusal) || form.Seen() is not { } seen)
            return context.RefusePage(refusal ?? new ProposalIncomplete());
        return Answer(context, await write.ChangeAsync(id, seen, content, staff.Acting(), context.RequestAborted));
    }

    private static async Task<IResult> SubmitAsync(Guid id, IFormCollection form, HttpContext context, WriteProposal write, CurrentStaff staff) =>
        form.Seen() is { } seen && Guid.TryParse(form["meeting"], out var meeting)
            ? Answer(context, await write.SubmitAsync(id, seen, meeting, staff.Acting(), context.RequestAborted))
            : context.RefusePage(new NoSuchMeeting());

    private static async Task<IResult> DecideAsync(Guid id, IFormCollection form, HttpContext context, DecideProposal decide, CurrentStaff staff)
    {
        if (form.Seen() is not { } seen || form["approves"].ToString() is not ("yes" or "no"))
            return context.RefusePage(new ProposalIncomplete());

        var decision = new DistrictDecision(form["approves"] == "yes", form.Words("reason"), form.Lines("conditions"));
        return Answer(context, await decide.ExecuteAsync(id, seen, decision, staff.Acting(), context.RequestAborted));
    }

    private static Outcome<ProposalContent> Read(IFormCollection form)
    {
        if (OfficeForm.Choice<RecipientKind>(form["recipient-kind"]) is not { } kind)
            return new ProposalIncomplete();
        if (FundingForm.Cents(form["costs"]) is not { } costs || FundingForm.Cents(form["grant"]) is not { } grant || FundingForm.Cents(form["own"]) is not { } own)
            return new ProposalSumsUnusable();
        return new ProposalContent
        {
            Title = form.Words("title") ?? "",
            Text = form.Words("text")?.ReplaceLineEndings("\n") ?? "",
            Topic = form.Words("topic") ?? "",
            Place = form.Words("place"),
            ProjectId = form.Words("project"),
            Programme = form.Words("programme") ?? "",
            Recipient = form.Words("recipient") ?? "",
            RecipientKind = kind,
            CostCents = costs,
            GrantCents = grant,
            OwnShareCents = own,
        };
    }

    private static IResult Answer(HttpContext context, Outcome<ProposalStep> outcome) =>
        outcome.Match<IResult>(step => new SeeOther(BoardAddresses.Proposal(step.ProposalId)), context.RefusePage);
}
