using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Parking.Changes.Deciding;
using Modellstadt.Parking.Letters;
using Modellstadt.Parking.Office;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Fees;

/// <summary>Writes into the unit of work that a permit rests for an unpaid fee, or counts again: state, decision, history and the messages to holder and issuer.</summary>
internal sealed class RestPermit(DecisionRecord decisions, NewsOutbox news, RandomSource random, Outbox<ParkingDb> outbox)
{
    /// <summary>Adds it.</summary>
    /// <param name="database">The unit of work.</param>
    /// <param name="permit">The permit, tracked by the unit of work.</param>
    /// <param name="unpaid">The fee.</param>
    /// <param name="basis">What allows the program to decide it alone (VwVfG NRW § 35a).</param>
    /// <param name="now">The moment of the change.</param>
    public void Add(ParkingDb database, Permit permit, UnpaidFact unpaid, string basis, DateTimeOffset now)
    {
        var rests = permit.State is PermitState.Active;
        var purpose = rests ? ApplicationPurpose.Suspension : ApplicationPurpose.TakingUp;
        (permit.State, permit.ChangedAt) = (rests ? PermitState.Suspended : PermitState.Active, now);
        var application = new ChangeRequest(random.NewId(), purpose, PermitWish.Nothing).ToApplication(permit, ApplicationOrigin.Books, browserHash: null, now);
        database.Applications.Add(application);
        var detail = rests ? $"fee unpaid for more than {unpaid.AfterDays} days; decided by the program: {basis}" : "fee settled";
        decisions.Rest(database, application, unpaid, permit, new Decider(Actors.Program, basis), detail);
        news.Add(database, new PermitNews(rests ? NewsKind.Suspended : NewsKind.TakenUp, application.Id, permit.Id));
        outbox.Add(database, CredentialsFollow.MessageKind, new PermitToFollow(permit.Id));
    }
}
