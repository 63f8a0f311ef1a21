using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Messages;
using Modellstadt.Region.Office;

namespace Modellstadt.Region.Board.Office;

/// <summary>The chair has minutes drafted, corrects and approves them; all who read them can print them.</summary>
internal static class AnswerMinutes
{
    private const int LargestForm = 256 * 1024;
    private const string Minutes = BoardAddresses.Start + "/meetings/{id:guid}/minutes";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Minutes + "/draft", DraftAsync).RequireStaff(StaffRole.BoardChair).LimitBody(LargestForm).ExcludeFromDescription();
        endpoints.MapPost(Minutes + "/correction", CorrectAsync).RequireStaff(StaffRole.BoardChair).LimitBody(LargestForm).ExcludeFromDescription();
        endpoints.MapPost(Minutes + "/approval", ApproveAsync).RequireStaff(StaffRole.BoardChair).LimitBody(LargestForm).ExcludeFromDescription();
        endpoints.MapGet(Minutes + ".pdf", PrintAsync)
            .RequireStaff(StaffRole.Clerk, StaffRole.ProjectOffice, StaffRole.BoardMember, StaffRole.BoardChair, StaffRole.DistrictGovernment).ExcludeFromDescription();
    }

    private static async Task<IResult> DraftAsync(Guid id, IFormCollection form, HttpContext context, WriteMinutes write, CurrentStaff staff) =>
        Answer(context, await write.DraftAsync(id, staff.Acting(), context.RequestAborted));

    private static async Task<IResult> CorrectAsync(Guid id, IFormCollection form, HttpContext context, WriteMinutes write, CurrentStaff staff) =>
        form.Seen() is { } seen
            ? Answer(context, await write.CorrectAsync(id, seen, new MinutesCorrection(form.Words("text"), form.Words("reason")), staff.Acting(), context.RequestAborted))
            : context.RefusePage(new MinutesUnusable());

    private static async Task<IResult> ApproveAsync(Guid id, IFormCollection form, HttpContext context, WriteMinutes write, CurrentStaff staff) =>
        form.Seen() is { } seen ? Answer(context, await write.ApproveAsync(id, seen, staff.Acting(), context.RequestAborted)) : context.RefusePage(new MinutesUnusable());

    private static async Task<IResult> PrintAsync(Guid id, HttpContext context, ReadBoard board, IOptions<TownOptions> town)
    {
        context.NeverStore();
        return await board.MeetingAsync(id, context.RequestAborted) switch
        {
            null => context.RefusePage(new NoSuchMeeting()),
            { LastMinutes: { } minutes } story => Results.File(LetterPdf.Of(MinutesLetter.Of(story.Meeting, minutes, town.Value.Name)), "application/pdf", $"{TownCalendar.Iso(story.Meeting.HeldOn)}{(story.Meeting.Demo ? "-DEMO" : "")}.pdf"),
            _ => context.RefusePage(new MinutesNotDrafted()),
        };
    }

    private static IResult Answer(HttpContext context, Outcome<BoardMinutes> outcome) =>
        outcome.Match<IResult>(minutes => new SeeOther(BoardAddresses.Minutes(minutes.MeetingId)), context.RefusePage);
}
