using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Events;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Office;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Permits;

/// <summary>Ends a permit whose conditions are gone (the holder moved away or died, the vehicle went, the keeper withdrew the consent).</summary>
internal sealed class LapsePermit(ApplicationJournal journal, Outbox<ParkingDb> outbox, PlateIndex index, TimeProvider time)
{
    /// <summary>Ends it in the unit of work of whoever heard of the event; the issuer is told by the outbox.</summary>
    /// <param name="database">The unit of work.</param>
    /// <param name="permit">A permit that is not over.</param>
    /// <param name="reason">Why, for the history: one of the events' names in kebab case.</param>
    public void Add(ParkingDb database, Permit permit, string reason)
    {
        permit.End(PermitState.Lapsed, reason, time.GetUtcNow());
        journal.Add(database, permit, Actors.Program, "permit-lapsed", reason);
        outbox.Add(database, CredentialsRevoked.MessageKind, new RevokedPermit(permit.Id));
    }

    /// <summary>Call after the unit of work was saved: wardens see it at once.</summary>
    public void Saved(Permit permit)
    {
        index.Put(permit);
        outbox.Wake();
    }
}
