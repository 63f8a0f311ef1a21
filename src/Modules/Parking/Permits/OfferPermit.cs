using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Permits;

/// <summary>Offers a granted permit to its holder's wallet.</summary>
internal sealed class OfferPermit(IDbContextFactory<ParkingDb> databases, CredentialOffers offers, IOptions<TownOptions> town, TownCalendar calendar)
{
    /// <summary>The offer; the same one while it is open, opened anew when it has ended or was fetched. Null when the permit is over.</summary>
    public async Task<CredentialOffer?> ExecuteAsync(Permit permit, CancellationToken cancellationToken)
    {
        if (permit.IsOver(calendar.Today))
            return null;

        var subject = PermitSubject.Of(permit.Id);
        var draft = new OfferDraft(PermitCredential.ConfigurationId, PermitCredential.Claims(permit, town.Value), subject, TownCalendar.EndOf(permit.ValidUntil), IdempotencyKey: subject);
        var offer = await offers.CreateAsync(draft, cancellationToken);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Applications.Where(application => application.Id == permit.ApplicationId && application.OfferId != offer.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(application => application.OfferId, offer.Id), cancellationToken);
        return offer;
    }

    /// <summary>What became of the last offer; null before the first.</summary>
    public async Task<OfferState?> ReadStateAsync(PermitApplication application, CancellationToken cancellationToken) =>
        application.OfferId is { } last ? await offers.ReadStateAsync(last, cancellationToken) : null;
}
