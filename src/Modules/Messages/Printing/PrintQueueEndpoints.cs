using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Messages.Printing;

/// <summary>Where the buttons of the print queue lead.</summary>
internal static class PrintQueueEndpoints
{
    /// <summary>The clerk's page.</summary>
    public const string Page = "/office/print-queue";

    /// <summary>Puts a batch together.</summary>
    public const string Batches = Page + "/batches";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        Form(endpoints.MapPost(Batches, MakeAsync));
        Form(endpoints.MapPost(Batches + "/{id:guid}/printed", MarkAsync));
        endpoints.MapGet(Batches + "/{id:guid}.pdf", PrintAsync).RequireStaff(StaffRole.Clerk).ExcludeFromDescription();
    }

    /// <summary>The PDF of a batch.</summary>
    public static string FileOf(Guid id) => $"{Batches}/{id:D}.pdf";

    /// <summary>Where a batch is marked as printed.</summary>
    public static string PrintedOf(Guid id) => $"{Batches}/{id:D}/printed";

    /// <summary>Handlers bind the form, whatever it holds: that checks its token.</summary>
    private static void Form(RouteHandlerBuilder endpoint) =>
        endpoint.RequireStaff(StaffRole.Clerk).LimitBody(4096).ExcludeFromDescription();

    private static async Task<IResult> MakeAsync(IFormCollection _, HttpContext context, PrintQueue queue, CurrentStaff clerk)
    {
        var made = await queue.MakeBatchAsync(clerk.Id!.Value, clerk.Name!, context.RequestAborted);
        return made.Match<IResult>(batch => new SeeOther(Page), context.Problem);
    }

    private static async Task<IResult> MarkAsync(Guid id, IFormCollection _, HttpContext context, PrintQueue queue, CurrentStaff clerk)
    {
        var marked = await queue.MarkPrintedAsync(id, clerk.Id!.Value, clerk.Name!, context.RequestAborted);
        return marked.Match<IResult>(batch => new SeeOther(Page), context.Problem);
    }

    private static async Task<IResult> PrintAsync(Guid id, HttpContext context, PrintQueue queue, CurrentStaff clerk)
    {
        context.NeverStore();
        var printed = await queue.PrintAsync(id, clerk.Id!.Value, context.RequestAborted);
        return printed.Match(pdf => Results.File(pdf, "application/pdf"), context.Problem);
    }
}
