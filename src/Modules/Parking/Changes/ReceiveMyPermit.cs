using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Changes;

/// <summary>
/// The card once more, for example on a new phone after the old one was lost: the right stays with the town and the plate. What another
/// wallet holds ends when the new one fetches it. <c>POST /permit/mine/card</c>.
/// </summary>
internal sealed class ReceiveMyPermit(IDbContextFactory<ParkingDb> databases, ReadMyPermit read, OfferPermit offerPermit)
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(HolderAddresses.Card, RespondAsync).LimitBody(4096).ExcludeFromDescription();
        endpoints.MapGet(HolderAddresses.CardPolling, PollAsync).ExcludeFromDescription();
    }

    /// <summary>The offer of the card of the person's permit; null when there is none in force.</summary>
    public async Task<CredentialOffer?> ExecuteAsync(Registers.ResidentId holder, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await read.FindAsync(database, holder, cancellationToken) is { } permit ? await offerPermit.ExecuteAsync(permit, cancellationToken) : null;
    }

    private async Task<bool> IsFetchedAsync(Registers.ResidentId holder, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var permit = await read.FindAsync(database, holder, cancellationToken);
        var application = permit is null ? null : await database.Applications.AsNoTracking().SingleOrDefaultAsync(application => application.Id == permit.ApplicationId, cancellationToken);
        return application is null || await offerPermit.ReadStateAsync(application, cancellationToken) is OfferState.Redeemed;
    }

    private static async Task<IResult> RespondAsync(
        [FromForm] string? device, HttpContext context, ReceiveMyPermit receive, HolderSessions sessions, IOptions<TownOptions> town)
    {
        if (await sessions.CurrentAsync(HolderAction.FetchCard, context.RequestAborted) is not { } holder)
            return new SeeOther(HolderAddresses.SignIn);
        if (DeviceChoice.IsOther(device, context))
            return new SeeOther(HolderAddresses.Card);
        return new SeeOther(await receive.ExecuteAsync(holder, context.RequestAborted) is { } offer ? offer.WalletLink(town.Value).AbsoluteUri : HolderAddresses.Mine);
    }

    private static async Task<IResult> PollAsync(HttpContext context, ReceiveMyPermit receive, HolderSessions sessions)
    {
        context.NeverStore();
        var waits = await sessions.CurrentAsync(HolderAction.FetchCard, context.RequestAborted) is { } holder && !await receive.IsFetchedAsync(holder, context.RequestAborted);
        return Results.Json(waits ? Progress.Waiting : Progress.Done(HolderAddresses.Mine));
    }
}
