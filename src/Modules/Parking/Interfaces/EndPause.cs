using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Parking.Interfaces;

/// <summary>A clerk lets a client ask again before its pause is over.</summary>
internal sealed class EndPause(ConductJournal journal, ClientConduct conduct)
{
    /// <summary>Where the form of the clerk's page leads.</summary>
    public const string Address = "/office/interfaces/pause-endings";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Address, PostAsync).RequireStaff(StaffRole.Clerk).LimitBody(4096).ExcludeFromDescription();

    private static async Task<IResult> PostAsync([FromForm] Guid client, HttpContext context, EndPause end, CurrentStaff clerk)
    {
        await end.ExecuteAsync(client, clerk.Id!.Value, context.RequestAborted);
        return new SeeOther(ClientsPage.Address);
    }

    private async Task ExecuteAsync(Guid client, Guid clerk, CancellationToken cancellationToken)
    {
        await journal.EndPausesAsync(client, clerk, cancellationToken);
        await conduct.ReadPausesAsync(cancellationToken);
    }
}
