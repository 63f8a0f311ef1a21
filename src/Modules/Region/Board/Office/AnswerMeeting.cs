using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Region.Office;

namespace Modellstadt.Region.Board.Office;

/// <summary>The project office plans meetings; their chair leads them, and members vote. Each form is read, if only for its token.</summary>
internal static class AnswerMeeting
{
    private const int LargestForm = 16 * 1024;
    private const string Item = BoardAddresses.Start + "/meetings/{id:guid}/proposals/{proposal:guid}/";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(BoardAddresses.Plan, PlanAsync).RequireStaff(StaffRole.ProjectOffice).LimitBody(LargestForm).ExcludeFromDescription();
        endpoints.MapPost(Item + "opening", OpenAsync).RequireStaff(StaffRole.BoardChair).LimitBody(LargestForm).ExcludeFromDescription();
        endpoints.MapPost(Item + "ballot", VoteAsync).RequireStaff(StaffRole.BoardMember, StaffRole.BoardChair).LimitBody(LargestForm).ExcludeFromDescription();
        endpoints.MapPost(Item + "closing", CloseAsync).RequireStaff(StaffRole.BoardChair).LimitBody(LargestForm).ExcludeFromDescription();
        endpoints.MapPost(Item + "deferral", DeferAsync).RequireStaff(StaffRole.BoardChair).LimitBody(LargestForm).ExcludeFromDescription();
    }

    private static async Task<IResult> PlanAsync(IFormCollection form, HttpContext context, HoldMeeting hold, CurrentStaff staff, IOptions<TownOptions> town)
    {
        if (form.Key() is not { } key || OfficeForm.Day(form["held-on"]) is not { } day)
            return context.RefusePage(new MeetingIncomplete());

        // In a demonstration nothing that is planned is real.
        var draft = new MeetingDraft(key, day, form.Words("place") ?? "", form["public"] == "yes", form["by-name"] == "yes", town.Value.Demo);
        var outcome = await hold.PlanAsync(draft, staff.Acting(), context.RequestAborted);
        return outcome.Match<IResult>(meeting => new SeeOther(BoardAddresses.Meeting(meeting.Id)), context.RefusePage);
    }

    private static async Task<IResult> OpenAsync(Guid id, Guid proposal, IFormCollection form, HttpContext context, HoldMeeting hold, CurrentStaff staff) =>
        Answer(context, id, await hold.OpenAsync(id, proposal, staff.Acting(), context.RequestAborted));

    private static async Task<IResult> VoteAsync(Guid id, Guid proposal, IFormCollection form, HttpContext context, CastBallot cast, CurrentStaff staff) =>
        OfficeForm.Choice<BallotChoice>(form["choice"]) is { } choice
            ? Answer(context, id, await cast.ExecuteAsync(id, proposal, staff.Id!.Value, choice, context.RequestAborted))
            : context.RefusePage(new BallotUnreadable());

    private static async Task<IResult> CloseAsync(Guid id, Guid proposal, IFormCollection form, HttpContext context, HoldMeeting hold, CurrentStaff staff) =>
        Answer(context, id, await hold.CloseAsync(id, proposal, staff.Acting(), context.RequestAborted));

    private static async Task<IResult> DeferAsync(Guid id, Guid proposal, IFormCollection form, HttpContext context, HoldMeeting hold, CurrentStaff staff) =>
        form.Key() is { } key
            ? Answer(context, id, await hold.DeferAsync(id, proposal, new Deferral(key, form.Words("reason")), staff.Acting(), context.RequestAborted))
            : context.RefusePage(new ProposalReasonMissing());

    private static IResult Answer<T>(HttpContext context, Guid meeting, Outcome<T> outcome) =>
        outcome.Match<IResult>(_ => new SeeOther(BoardAddresses.Meeting(meeting)), context.RefusePage);
}
