using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Registers;

/// <summary>Makes the demo registers unreachable, or reachable again: <c>POST /management/v1/demo/registers/outage</c>.</summary>
internal static class SwitchOutage
{
    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/management/v1/demo/registers/outage", Switch)
            .RequireManagementKey()
            .LimitBody(1024)
            .WithName("SwitchRegisterOutage")
            .WithTags("Demo")
            .WithSummary("Make the demo registers unreachable, or reachable again")
            .WithDescription("Demo towns only. True: the register does not answer from now on; false: it answers. Applications wait meanwhile and go on by themselves.")
            .Produces<OutageState>()
            .Produces(StatusCodes.Status404NotFound);

    private static IResult Switch(OutageState wanted, DemoOutage outage, IOptions<TownOptions> town)
    {
        if (!town.Value.Demo)
            return Results.NotFound();

        (outage.Resident, outage.Vehicle) = (wanted.Resident, wanted.Vehicle);
        return Results.Ok(wanted);
    }

    /// <summary>Which demo registers do not answer.</summary>
    /// <param name="Resident">The resident register.</param>
    /// <param name="Vehicle">The vehicle register.</param>
    internal sealed record OutageState(bool Resident, bool Vehicle);
}
