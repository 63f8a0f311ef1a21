using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Payments.Refunding;

namespace Modellstadt.Payments.Office;

/// <summary>Clerks make files of refunds, release each other's, and fetch them for the bank.</summary>
internal static class AnswerRefunds
{
    /// <summary>The page from which the forms come; a new file is made by a form that leads to it.</summary>
    public const string Page = "/office/payments/refunds";

    private const int LargestForm = 8192;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost($"{Page}/files", MakeAsync).RequireStaff(StaffRole.Clerk).LimitBody(LargestForm).ExcludeFromDescription();
        endpoints.MapPost(Page + "/files/{id:guid}/release", ReleaseAsync).RequireStaff(StaffRole.Clerk).LimitBody(LargestForm).ExcludeFromDescription();
        endpoints.MapPost(Page + "/files/{id:guid}/discard", DiscardAsync).RequireStaff(StaffRole.Clerk).LimitBody(LargestForm).ExcludeFromDescription();
        endpoints.MapGet(Page + "/files/{id:guid}/pain.xml", DownloadAsync).RequireStaff(StaffRole.Clerk).ExcludeFromDescription();
    }

    /// <summary>Where a file's forms and its download lead.</summary>
    /// <param name="id">The file.</param>
    /// <param name="deed"><c>release</c>, <c>discard</c> or <c>pain.xml</c>.</param>
    public static string AddressOf(Guid id, string deed) => $"{Page}/files/{id:D}/{deed}";

    private static async Task<IResult> MakeAsync(IFormCollection _, HttpContext context, MakeRefundFile make, CurrentStaff clerk) =>
        Answer(context, await make.ExecuteAsync(clerk.Id!.Value, context.RequestAborted));

    private static async Task<IResult> ReleaseAsync(Guid id, IFormCollection _, HttpContext context, DecideRefundFile decide, CurrentStaff clerk) =>
        Answer(context, await decide.ReleaseAsync(id, clerk.Id!.Value, context.RequestAborted));

    private static async Task<IResult> DiscardAsync(Guid id, IFormCollection _, HttpContext context, DecideRefundFile decide, CurrentStaff clerk) =>
        Answer(context, await decide.DiscardAsync(id, clerk.Id!.Value, context.RequestAborted));

    private static async Task<IResult> DownloadAsync(Guid id, HttpContext context, ReadRefunds refunds)
    {
        context.NeverStore();
        return await refunds.FileAsync(id, context.RequestAborted) switch
        {
            null => context.RefusePage(new NoSuchRefundFile()),
            { Xml.Length: 0 } => context.RefusePage(new RefundFileNotReleased()),
            var file => Results.File(file.Xml, "application/xml", $"{file.Name}.xml"),
        };
    }

    private static IResult Answer(HttpContext context, Outcome<RefundFile> outcome) => outcome.Match<IResult>(_ => new SeeOther(Page), context.RefusePage);
}
