using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Changes.Cards;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Permits;

/// <summary>Offers a granted permit to its holder's wallet.</summary>
internal sealed class OfferPermit(
    IDbContextFactory<ParkingDb> databases, CredentialOffers offers, CredentialStatuses statuses, RevokeOutdatedCards outdated, IOptions<TownOptions> town, TownCalendar calendar)
{
    /// <summary>The offer; the same one while it is open, opened anew when it has ended or was fetched. Null when nobody may park with the permit.</summary>
    public async Task<CredentialOffer?> ExecuteAsync(Permit known, CancellationToken cancellationToken)
    {
        await outdated.ExecuteAsync(known.Id, cancellationToken);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        // As it is now: it may have been changed since it was read.
        var permit = await database.Permits.AsNoTracking().SingleAsync(stored => stored.Id == known.Id, cancellationToken);
        if (permit.State is not PermitState.Active || permit.IsOver(calendar.Today))
            return null;

        var subject = PermitSubject.Of(permit.Id);
        var draft = new OfferDraft(PermitCredential.ConfigurationId, PermitCredential.Claims(permit, town.Value), subject, TownCalendar.EndOf(permit.ValidUntil), IdempotencyKey: subject);
        var offer = await offers.CreateAsync(draft, cancellationToken);
        await database.Applications.Where(application => application.Id == permit.ApplicationId && application.OfferId != offer.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(application => application.OfferId, offer.Id), cancellationToken);
        // The office may have revoked the permit since it was read, and the issuer may have heard of that before there was this offer.
        if (await database.Permits.AnyAsync(stored => stored.Id == permit.Id && stored.State == PermitState.Active, cancellationToken))
            return offer;

        await statuses.RevokeAsync(subject, cancellationToken);
        return null;
    }

    /// <summary>What became of the last offer; null before the first.</summary>
    public async Task<OfferState?> ReadStateAsync(PermitApplication application, CancellationToken cancellationToken) =>
        application.OfferId is { } last ? await offers.ReadStateAsync(last, cancellationToken) : null;
}
