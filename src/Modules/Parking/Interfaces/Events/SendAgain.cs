using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Parking.Interfaces.Events;

/// <summary>A clerk's button: a message that was given up is tried again.</summary>
internal static class SendAgain
{
    /// <summary>Where the form of the clerk's page leads.</summary>
    public const string Address = "/office/interfaces/deliveries";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Address, PostAsync).RequireStaff(StaffRole.Clerk).LimitBody(4096).ExcludeFromDescription();

    private static async Task<IResult> PostAsync([FromForm] Guid message, HttpContext context, ListDeadLetters letters, CurrentStaff clerk)
    {
        await letters.SendAgainAsync(message, clerk.Id!.Value, context.RequestAborted);
        return new SeeOther(ClientsPage.Address);
    }
}
