using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;

namespace Modellstadt.CitizenId;

/// <summary>Gives the citizen ID to the wallet that asked for it through the authorization endpoint: <c>POST /citizen-id/requests/{id}/handover</c>.</summary>
internal sealed class HandOverCitizenId(Authorizations authorizations)
{
    public static string AddressOf(Guid request) => $"{IdentificationAddresses.Page(request)}/handover";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/citizen-id/requests/{id:guid}/handover", RespondAsync).LimitBody(4096).ExcludeFromDescription();

    /// <summary>The page that leads back to the wallet; null when no wallet waits, or there is nothing to give yet.</summary>
    public async Task<string?> ExecuteAsync(IdentificationView view, string? browserSession, CancellationToken cancellationToken) =>
        view is { Request.AuthorizationId: { } authorization, Offer: { } offer } ? await authorizations.GrantAsync(authorization, browserSession, offer, cancellationToken) : null;

    private static async Task<IResult> RespondAsync(Guid id, IFormCollection form, ReadIdentification read, HandOverCitizenId handOver, BrowserSession session, HttpContext context)
    {
        if (await read.ExecuteAsync(id, session.Existing, context.RequestAborted) is not { } view)
            return context.Problem(new RequestUnknown());
        return new SeeOther(await handOver.ExecuteAsync(view, session.Existing, context.RequestAborted) ?? IdentificationAddresses.Page(id));
    }
}
