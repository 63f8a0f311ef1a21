using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Region.Reuse.Office;

namespace Modellstadt.Region.Reuse.Questions;

/// <summary>The office asks other towns, and answers their questions.</summary>
internal static class QuestionForms
{
    /// <summary>Where a question goes.</summary>
    public const string Ask = ReuseAddresses.List + "/questions";

    /// <summary>Where an answer goes.</summary>
    public const string Answer = ReuseAddresses.List + "/answers";

    private const int LargestForm = 16_384;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Ask, AskAsync).RequireStaff(StaffRole.Clerk, StaffRole.ProjectOffice).LimitBody(LargestForm).ExcludeFromDescription();
        endpoints.MapPost(Answer, AnswerAsync).RequireStaff(StaffRole.Clerk, StaffRole.ProjectOffice).LimitBody(LargestForm).ExcludeFromDescription();
    }

    private static async Task<IResult> AskAsync([FromForm] string? project, [FromForm(Name = "question_key")] string? key, [FromForm] string? words, HttpContext context, AskQuestion ask, CurrentStaff clerk) =>
        Finish(context, await ask.ExecuteAsync(project ?? "", key ?? "", words, Actors.Staff(clerk.Id!.Value), context.RequestAborted), $"/showroom/projects/{Uri.EscapeDataString(project ?? "")}");

    private static async Task<IResult> AnswerAsync([FromForm] string? question, [FromForm] string? words, HttpContext context, AnswerQuestion answer, CurrentStaff clerk) =>
        Finish(context, await answer.ExecuteAsync(question ?? "", words, Actors.Staff(clerk.Id!.Value), context.RequestAborted), ReuseAddresses.List);

    private static IResult Finish(HttpContext context, Outcome<string> outcome, string onwards) => outcome.Match<IResult>(_ => new SeeOther(onwards), context.RefusePage);
}
