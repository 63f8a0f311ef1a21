using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Parking.Changes.Cards;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Permits;

/// <summary>The permit that a grant leads to: a new one, or the provisional one of the person, which becomes the ordinary one without a gap.</summary>
internal sealed class GrantedPermits(Outbox<ParkingDb> outbox, RandomSource random, TimeProvider time)
{
    /// <summary>The permit, in the transaction that stores it.</summary>
    public async Task<Permit> ExecuteAsync(ParkingDb database, PermitApplication application, PermitGrant grant, ParkingFacts town, CancellationToken cancellationToken)
    {
        var held = await HeldPermits.ExpireAsync(database, application, grant.ValidFrom, time.GetUtcNow(), cancellationToken);
        if (held is { Provisional: true })
        {
            await ConfirmAsync(database, held, application, grant, town.Version, cancellationToken);
            return held;
        }

        var permit = PermitOf(application, grant, await PermitNumbers.DrawAsync(database, town.Town, grant.ValidFrom.Year, cancellationToken), town.Version);
        database.Permits.Add(permit);
        return permit;
    }

    /// <summary>The number stays, the days go on; the card in the wallet ends too early and is renewed.</summary>
    private async Task ConfirmAsync(ParkingDb database, Permit held, PermitApplication application, PermitGrant grant, string ruleVersion, CancellationToken cancellationToken)
    {
        (held.Provisional, held.ApplicationId, held.RuleVersion) = (false, application.Id, ruleVersion);
        (held.Plates, held.Zone, held.ZoneName) = (LineOf(grant), grant.Proposal.ZoneId, grant.Proposal.ZoneName);
        (held.ValidUntil, held.ChangedAt) = (grant.ValidUntil, time.GetUtcNow());
        if (!await database.OutdatedCards.AnyAsync(card => card.PermitId == held.Id, cancellationToken))
            database.OutdatedCards.Add(new OutdatedCard { PermitId = held.Id, Since = held.ChangedAt });
        outbox.Add(database, CardsOutdated.MessageKind, new CardOutdated(held.Id));
    }

    private Permit PermitOf(PermitApplication application, PermitGrant grant, string number, string ruleVersion)
    {
        var now = time.GetUtcNow();
        return new Permit
        {
            Id = random.NewId(),
            Ags = application.Ags,
            PermitNumber = number,
            ResidentId = application.ResidentId!,
            Plates = LineOf(grant),
            Zone = grant.Proposal.ZoneId,
            ZoneName = grant.Proposal.ZoneName,
            ValidFrom = grant.ValidFrom,
            ValidUntil = grant.ValidUntil,
            ApplicationId = application.Id,
            FeeNoticeId = random.NewId(),
            IssuedAt = now,
            RuleVersion = ruleVersion,
            ChangedAt = now,
        };
    }

    private static string LineOf(PermitGrant grant) => Permit.Line(grant.Vehicles.Select(vehicle => vehicle.Plate));
}
