using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Parking.Changes.Deciding;
using Modellstadt.Parking.Letters;
using Modellstadt.Parking.Office;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Fees;

/// <summary>Writes into the unit of work that a permit rests, or counts again: state, decision, history and the messages to holder and issuer.</summary>
internal sealed class RestPermit(DecisionRecord decisions, ApplicationJournal journal, NewsOutbox news, RandomSource random, Outbox<ParkingDb> outbox)
{
    /// <summary>It rests for an unpaid fee, or no longer does.</summary>
    /// <param name="database">The unit of work.</param>
    /// <param name="permit">The permit, tracked by the unit of work.</param>
    /// <param name="unpaid">The fee.</param>
    /// <param name="basis">What allows the program to decide it alone (VwVfG NRW § 35a).</param>
    /// <param name="now">The moment of the change.</param>
    public void Add(ParkingDb database, Permit permit, UnpaidFact unpaid, string basis, DateTimeOffset now)
    {
        var detail = permit.State is PermitState.Active ? $"fee unpaid for more than {unpaid.AfterDays} days; decided by the program: {basis}" : "fee settled";
        var cause = new RestCause(new DecisionFacts(null, null, null) { Unpaid = unpaid }, new Decider(Actors.Program, basis), ApplicationOrigin.Books, detail);
        Add(database, permit, cause, now);
    }

    /// <summary>A clerk lets it rest, or takes it up again.</summary>
    /// <param name="database">The unit of work.</param>
    /// <param name="permit">The permit, tracked by the unit of work.</param>
    /// <param name="reason">Why, and to whom it is said.</param>
    /// <param name="clerk">Account of the clerk.</param>
    /// <param name="now">The moment of the change.</param>
    public void Add(ParkingDb database, Permit permit, OfficeReason reason, Guid clerk, DateTimeOffset now) =>
        Add(database, permit, new RestCause(new DecisionFacts(null, null, null) { Office = reason }, new Decider(Actors.Staff(clerk), null), ApplicationOrigin.Office, reason.Words), now);

    /// <summary>It counts again, and nothing in writing is undone: an earlier version of the program let permits rest without a decision.</summary>
    public void EndUndecided(ParkingDb database, Permit permit, DateTimeOffset now)
    {
        (permit.State, permit.ChangedAt) = (PermitState.Active, now);
        journal.Add(database, permit, Actors.Program, "permit-taken-up", "fee settled");
        outbox.Add(database, CredentialsFollow.MessageKind, new PermitToFollow(permit.Id));
    }

    private void Add(ParkingDb database, Permit permit, RestCause cause, DateTimeOffset now)
    {
        var rests = permit.State is PermitState.Active;
        var purpose = rests ? ApplicationPurpose.Suspension : ApplicationPurpose.TakingUp;
        (permit.State, permit.ChangedAt) = (rests ? PermitState.Suspended : PermitState.Active, now);
        var application = new ChangeRequest(random.NewId(), purpose, PermitWish.Nothing).ToApplication(permit, cause.Origin, browserHash: null, now);
        database.Applications.Add(application);
        decisions.Settle(database, application, cause.Facts, permit, cause.Decider, cause.Detail);
        news.Add(database, new PermitNews(rests ? NewsKind.Suspended : NewsKind.TakenUp, application.Id, permit.Id));
        outbox.Add(database, CredentialsFollow.MessageKind, new PermitToFollow(permit.Id));
    }

    /// <summary>Why a permit rests or counts again, and who says so.</summary>
    private sealed record RestCause(DecisionFacts Facts, Decider Decider, ApplicationOrigin Origin, string Detail);
}
