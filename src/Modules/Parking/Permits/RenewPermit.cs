using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Changes;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Permits;

/// <summary>What a permit says today, for the fresh copies that its wallet fetches by itself.</summary>
internal sealed class RenewPermit(IDbContextFactory<ParkingDb> databases, IOptions<TownOptions> town, TownCalendar calendar) : ICredentialRenewal
{
    /// <inheritdoc />
    public string ConfigurationId => PermitCredential.ConfigurationId;

    /// <inheritdoc />
    public async Task<Outcome<RenewedCredential>> RenewAsync(string subject, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var id = PermitSubject.Read(subject);
        if (await database.Permits.AsNoTracking().SingleOrDefaultAsync(stored => stored.Id == id, cancellationToken) is not { } permit)
            return new PermitHasEnded(calendar.Today);
        return permit.State is PermitState.Active && !permit.IsOver(calendar.Today)
            ? new RenewedCredential(PermitCredential.Claims(permit, town.Value), TownCalendar.EndOf(permit.ValidUntil))
            : new PermitHasEnded(permit.ValidUntil);
    }
}
