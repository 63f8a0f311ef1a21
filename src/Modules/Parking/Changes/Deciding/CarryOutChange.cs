using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Events;
using Modellstadt.Parking.Changes.Cards;
using Modellstadt.Parking.Changes.Rules;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Changes.Deciding;

/// <summary>Stores a change: permit, term, fee notice, decision, history and the state of the application are one transaction.</summary>
internal sealed class CarryOutChange(ChangeNotices notices, DecisionRecord decisions, PlateIndex index, Outbox<ParkingDb> outbox, TimeProvider time)
{
    /// <summary>Carries one change out.</summary>
    /// <exception cref="DbUpdateException">Somebody changed permit or application meanwhile: nothing was stored.</exception>
    public async Task ExecuteAsync(ParkingDb database, DecidedChange decided, CancellationToken cancellationToken)
    {
        var earlier = await database.FeeNotices.CountAsync(notice => notice.PermitId == decided.Permit.Id, cancellationToken);
        if (OutdatesCard(decided.Change) && !await database.OutdatedCards.AnyAsync(card => card.PermitId == decided.Permit.Id, cancellationToken))
            database.OutdatedCards.Add(new OutdatedCard { PermitId = decided.Permit.Id, Since = time.GetUtcNow() });
        Add(database, decided, earlier);
        await database.SaveChangesAsync(cancellationToken);
        Show(decided);
    }

    /// <summary>Adds everything that belongs to a change to a unit of work that is saved later, perhaps with many others.</summary>
    /// <param name="database">The unit of work.</param>
    /// <param name="decided">The change.</param>
    /// <param name="earlierNotices">How many fee notices the permit has.</param>
    public void Add(ParkingDb database, DecidedChange decided, int earlierNotices)
    {
        var (application, permit, change) = (decided.Application, decided.Permit, decided.Change);
        application.Proposal = change.Proposal.Write();
        permit.ChangedAt = time.GetUtcNow();
        notices.Add(database, decided, earlierNotices);
        switch (change)
        {
            case PermitChange.Renewal renewal:
                (permit.ValidUntil, permit.Zone, permit.ZoneName) = (renewal.Until, change.Proposal.ZoneId, change.Proposal.ZoneName);
                break;
            case PermitChange.Plate(_, _, var plates):
                permit.Plates = Permit.Line(plates);
                outbox.Add(database, CardsOutdated.MessageKind, new CardOutdated(permit.Id));
                break;
            case PermitChange.Temporary(_, _, var added):
                permit.TemporaryPlates = TemporaryPlate.Write(permit.EachTemporaryPlate.Append(added));
                break;
            case PermitChange.Zone(var proposal, _):
                (permit.Zone, permit.ZoneName) = (proposal.ZoneId, proposal.ZoneName);
                outbox.Add(database, CardsOutdated.MessageKind, new CardOutdated(permit.Id));
                break;
        }

        decisions.Grant(database, application, decided.Facts, permit, decided.Decider, change.Prepared);
    }

    /// <summary>Shows a stored change to wardens, and wakes what follows from it.</summary>
    public void Show(DecidedChange decided)
    {
        index.Put(decided.Permit);
        outbox.Wake();
    }

    /// <summary>True when cards in wallets say something that is no longer so; after a renewal they only end too early.</summary>
    private static bool OutdatesCard(PermitChange change) => change is PermitChange.Plate or PermitChange.Zone;
}
