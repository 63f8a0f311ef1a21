using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Rules;

/// <summary>A clerk downloads a version: <c>GET /office/rules/{number}/book.json</c>.</summary>
internal static class OfficeDownload
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/office/rules/{number:int}/book.json", RespondAsync).RequireStaff(StaffRole.Clerk).ExcludeFromDescription();

    private static async Task<IResult> RespondAsync(int number, HttpContext context, ListRuleBooks books) =>
        (await books.ReadBookAsync(number, context.RequestAborted)).Match(book => Results.Text(book.Write(), "application/json"), context.Problem);
}
