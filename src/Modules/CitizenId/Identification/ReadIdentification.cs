using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Registers;
using Modellstadt.Verifier;

namespace Modellstadt.CitizenId;

/// <summary>Reads a request for its page and for its polling, and takes every step that has become possible meanwhile.</summary>
internal sealed class ReadIdentification(
    IDbContextFactory<CitizenIdDb> databases, Presentations presentations, LookUpResident lookUp, OfferCitizenId offerCitizenId, CredentialOffers offers)
{
    /// <summary>The request of this browser; null when there is none.</summary>
    /// <param name="id">The request.</param>
    /// <param name="browserSession">The browser's secret.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="shown">What a waiting page shows already; an open offer on it stays, so that its code does not die on the screen.</param>
    public async Task<IdentificationView?> ExecuteAsync(Guid id, string? browserSession, CancellationToken cancellationToken, IdentificationFace? shown = null)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var request = await database.Requests.SingleOrDefaultAsync(request => request.Id == id, cancellationToken);
        if (request is null || !request.BelongsTo(browserSession))
            return null;

        if (request.State is IdentificationState.Looking && await lookUp.ExecuteAsync(id, cancellationToken) is not IdentificationState.Looking)
            await database.Entry(request).ReloadAsync(cancellationToken);

        return request.State switch
        {
            IdentificationState.Asked => await AskedAsync(database, request, browserSession!, cancellationToken),
            IdentificationState.Looking => new IdentificationView(IdentificationFace.Looking, request),
            IdentificationState.Granted => await GrantedAsync(database, request, shown, cancellationToken),
            _ => new IdentificationView(IdentificationFace.Refused, request, Refusal: StoredRefusal.Read(request.Refusal!)),
        };
    }

    private async Task<IdentificationView> AskedAsync(CitizenIdDb database, IdentificationRequest request, string browserSession, CancellationToken cancellationToken) =>
        await presentations.ReadStateAsync(request.Presentation.Id, browserSession, cancellationToken) is null or { State: PresentationState.Expired }
            ? await RefuseAsync(database, request, new CodeExpired(), cancellationToken)
            : new IdentificationView(IdentificationFace.Asked, request);

    /// <summary>The offer is opened when it is looked at, and again when it has ended: a grant never gets lost.</summary>
    private async Task<IdentificationView> GrantedAsync(CitizenIdDb database, IdentificationRequest request, IdentificationFace? shown, CancellationToken cancellationToken)
    {
        var state = request.OfferId is { } last ? await offers.ReadStateAsync(last, cancellationToken) : null;
        if (state is OfferState.Redeemed)
            return new IdentificationView(IdentificationFace.Redeemed, request);
        if (state is OfferState.Open && shown is IdentificationFace.Offered)
            return new IdentificationView(IdentificationFace.Offered, request);

        var outcome = await offerCitizenId.ExecuteAsync(new ResidentId(request.ResidentId!), $"citizen-id/{request.Id}", cancellationToken);
        if (!outcome.Succeeded(out var offer, out var refusal))
            return refusal is RegisterUnreachable ? new IdentificationView(IdentificationFace.Looking, request) : await RefuseAsync(database, request, refusal, cancellationToken);

        if (request.OfferId != offer.Id)
        {
            request.OfferId = offer.Id;
            await database.SaveChangesAsync(cancellationToken);
        }

        return new IdentificationView(IdentificationFace.Offered, request, offer);
    }

    private static async Task<IdentificationView> RefuseAsync(CitizenIdDb database, IdentificationRequest request, Refusal refusal, CancellationToken cancellationToken)
    {
        (request.State, request.Refusal) = (IdentificationState.Refused, StoredRefusal.Of(refusal).Write());
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The wallet answered at the last moment; the next look shows it.
        }

        return new IdentificationView(IdentificationFace.Refused, request, Refusal: StoredRefusal.Of(refusal));
    }
}
