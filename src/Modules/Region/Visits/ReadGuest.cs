using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Visits;

/// <summary>Reads how far guests are; what their wallets fetched meanwhile is noted when somebody looks.</summary>
internal sealed class ReadGuest(IDbContextFactory<RegionDb> databases, CredentialOffers offers, TimeProvider time)
{
    /// <summary>The guest of this browser with the visit; null when there is none, it is another browser's, or the visit is over.</summary>
    public async Task<(VisitGuest Guest, Visit Visit)?> FindAsync(Guid id, string? browserSession, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var guest = await database.VisitGuests.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (guest is null || !guest.BelongsTo(browserSession))
            return null;
        if (await database.Visits.AsNoTracking().SingleOrDefaultAsync(row => row.Id == guest.VisitId && row.EndsAt > now, cancellationToken) is not { } visit)
            return null;
        await NoteAsync(database, [guest], cancellationToken);
        return (guest, visit);
    }

    /// <summary>All guests of a visit in the order in which they came.</summary>
    public async Task<IReadOnlyList<VisitGuest>> AllAsync(Visit visit, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var guests = await database.VisitGuests.Where(guest => guest.VisitId == visit.Id).OrderBy(guest => guest.Number).ToListAsync(cancellationToken);
        await NoteAsync(database, guests, cancellationToken);
        return guests;
    }

    private async Task NoteAsync(RegionDb database, IReadOnlyList<VisitGuest> guests, CancellationToken cancellationToken)
    {
        foreach (var guest in guests)
        {
            if (guest is { HasIdAt: null, IdOffer: { } id } && await offers.ReadStateAsync(id, cancellationToken) is OfferState.Redeemed)
                guest.HasIdAt = await MarkAsync(database, guest, isPermit: false, cancellationToken);
            if (guest is { HasPermitAt: null, PermitOffer: { } permit } && await offers.ReadStateAsync(permit, cancellationToken) is OfferState.Redeemed)
                guest.HasPermitAt = await MarkAsync(database, guest, isPermit: true, cancellationToken);
        }
    }

    private async Task<DateTimeOffset> MarkAsync(RegionDb database, VisitGuest guest, bool isPermit, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var row = database.VisitGuests.Where(one => one.Id == guest.Id);
        _ = isPermit
            ? await row.Where(one => one.HasPermitAt == null).ExecuteUpdateAsync(one => one.SetProperty(each => each.HasPermitAt, now), cancellationToken)
            : await row.Where(one => one.HasIdAt == null).ExecuteUpdateAsync(one => one.SetProperty(each => each.HasIdAt, now), cancellationToken);
        return now;
    }
}
