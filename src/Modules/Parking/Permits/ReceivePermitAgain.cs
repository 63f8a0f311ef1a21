using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Parking.Permits;

/// <summary>
/// The holder wants the permit in a wallet once more, for example on a new phone: <c>POST /permit/applications/{id}/offer</c>.
/// What another wallet holds ends when the new one fetches it.
/// </summary>
internal sealed class ReceivePermitAgain(ReadApplication read, OfferPermit offerPermit)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/permit/applications/{id:guid}/offer", RespondAsync).LimitBody(4096).ExcludeFromDescription();

    /// <summary>A new offer; null when this browser has no such permit in force.</summary>
    public async Task<CredentialOffer?> ExecuteAsync(Guid id, string? browserSession, CancellationToken cancellationToken)
    {
        var view = await read.ExecuteAsync(id, browserSession, cancellationToken, polling: true);
        return view?.Permit is { } permit ? view.Offer ?? await offerPermit.ExecuteAsync(permit, cancellationToken) : null;
    }

    private static async Task<IResult> RespondAsync(
        Guid id, [FromForm] string? device, HttpContext context, ReceivePermitAgain receive, BrowserSession session, IOptions<TownOptions> town)
    {
        var offer = await receive.ExecuteAsync(id, session.Existing, context.RequestAborted);
        return new SeeOther(offer is null || DeviceChoice.IsOther(device, context) ? ApplicationAddresses.Page(id) : offer.WalletLink(town.Value).AbsoluteUri);
    }
}
