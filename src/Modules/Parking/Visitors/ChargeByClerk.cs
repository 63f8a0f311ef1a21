using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Parking.Visitors;

/// <summary>POST <c>/office/visitor-fees</c>: a clerk sets the fees of used tickets, where no basis lets the program do it alone (VwVfG NRW § 35a).</summary>
internal static class ChargeByClerk
{
    /// <summary>The page and its form.</summary>
    public const string Address = "/office/visitor-fees";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost(Address, RespondAsync).RequireStaff(StaffRole.Clerk).LimitBody(4096).ExcludeFromDescription();

    private static async Task<IResult> RespondAsync(IFormCollection _, HttpContext context, ChargeTickets charge, CurrentStaff clerk)
    {
        await charge.ExecuteAsync(Actors.Staff(clerk.Id!.Value), context.RequestAborted);
        return new SeeOther(Address);
    }
}
