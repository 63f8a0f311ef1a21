using Modellstadt.Accounts;
using Modellstadt.Kernel.Tracing;
using Modellstadt.Kernel.Web;

namespace Modellstadt.App.Hosting;

/// <summary>GET <c>/management/v1/flows/{id}</c>: one flow for scripts and their developers.</summary>
internal static class ManagementFlows
{
    public static void MapManagementFlows(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/management/v1/flows/{id}", Read)
            .RequireManagementKey()
            .WithName("ReadFlow")
            .WithTags("Flows")
            .WithSummary("Read what happened in a flow")
            .WithDescription("id: that of an offer or a presentation, or the flow id of an error. The last 2,000 flows since the start of this process.")
            .Produces<FlowTrace>().ProducesProblem(StatusCodes.Status404NotFound);

    private static IResult Read(string id, FlowTraces traces, HttpContext context)
    {
        context.NeverStore();
        return traces.Find(id) is { } trace ? Results.Ok(trace) : Results.NotFound();
    }
}
