using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Payments.Statements;

namespace Modellstadt.Payments.Office;

/// <summary>A clerk sends a bank statement.</summary>
internal static class UploadStatement
{
    /// <summary>Where the form leads.</summary>
    public const string Address = "/office/payments/statements";

    // Besides the file the form holds its token and the names of its parts.
    private const int RestOfForm = 64 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Address, RespondAsync).RequireStaff(StaffRole.Clerk).LimitBody(CamtReader.LargestFile + RestOfForm).ExcludeFromDescription();

    private static async Task<IResult> RespondAsync(IFormFile? statement, HttpContext context, ImportStatement import, CurrentStaff clerk)
    {
        if (statement is not { Length: > 0 })
            return context.RefusePage(new FileMissing());

        await using var file = statement.OpenReadStream();
        var outcome = await import.ExecuteAsync(file, clerk.Id!.Value, context.RequestAborted);
        return outcome.Match<IResult>(
            imported => new SeeOther($"{Address}/{imported.StatementId:D}{(imported.New == 0 ? "?known=1" : "")}"),
            context.RefusePage);
    }
}
