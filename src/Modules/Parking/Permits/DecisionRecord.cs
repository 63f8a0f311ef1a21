using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Parking.ProvisionalPermits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Permits;

/// <summary>Decides an application in the unit of work that carries the decision out: state, decision and history belong together.</summary>
internal sealed class DecisionRecord(TownRules rules, ApplicationJournal journal, RandomSource random, TimeProvider time)
{
    /// <summary>Grants what was asked for.</summary>
    /// <param name="database">The unit of work.</param>
    /// <param name="application">What is decided.</param>
    /// <param name="facts">What the registers say; null while one is silent.</param>
    /// <param name="permit">The permit that is granted or changed.</param>
    /// <param name="decider">Who decides.</param>
    /// <param name="detail">What the history says of it.</param>
    public void Grant(ParkingDb database, PermitApplication application, PermitFacts? facts, Permit permit, Decider decider, string detail)
    {
        database.Decisions.Add(DecisionOf(application, facts, permit.Id, decider, refusal: null));
        (application.State, application.PermitId, application.Refusal) = (ApplicationState.Granted, permit.Id, null);
        application.ForgetSteps();
        journal.Add(database, permit, decider.Actor, ActionOf(application.Purpose), detail, told: facts is not { Resident.Deceased: true });
    }

    /// <summary>Refuses what was asked for.</summary>
    /// <param name="database">The unit of work.</param>
    /// <param name="application">What is decided.</param>
    /// <param name="facts">What the registers say; null when they know nobody.</param>
    /// <param name="refusal">Why not.</param>
    /// <param name="decider">Who decides.</param>
    public void Refuse(ParkingDb database, PermitApplication application, PermitFacts? facts, Refusal refusal, Decider decider)
    {
        database.Decisions.Add(DecisionOf(application, facts, application.PermitId, decider, refusal));
        journal.Refuse(database, application, refusal, decider.Actor);
    }

    /// <summary>Leaves a permit as it is, whatever a register told: nobody applied for it, so nobody is refused and nobody is told.</summary>
    /// <param name="database">The unit of work.</param>
    /// <param name="application">What stands for what the register told.</param>
    /// <param name="facts">What the registers say; null when they know nobody.</param>
    /// <param name="reason">Why.</param>
    /// <param name="decider">Who decides.</param>
    public void SetAside(ParkingDb database, PermitApplication application, PermitFacts? facts, Refusal reason, Decider decider)
    {
        database.Decisions.Add(DecisionOf(application, facts, application.PermitId, decider, reason));
        (application.State, application.Refusal) = (ApplicationState.Refused, StoredRefusal.Of(reason).Write());
        application.ForgetSteps();
        journal.Add(database, application, decider.Actor, "register-event-set-aside", reason.Type);
    }

    /// <summary>Decides on facts that no register knows: a permit rests, counts again, or something of its fee comes back. The caller tells the holder.</summary>
    /// <param name="database">The unit of work.</param>
    /// <param name="application">What it is filed under.</param>
    /// <param name="facts">What it rests on.</param>
    /// <param name="permit">The permit.</param>
    /// <param name="decider">Who decides.</param>
    /// <param name="detail">What the history says of it.</param>
    public void Settle(ParkingDb database, PermitApplication application, DecisionFacts facts, Permit permit, Decider decider, string detail)
    {
        database.Decisions.Add(DecisionOf(application, facts: null, permit.Id, decider, refusal: null, facts));
        application.State = ApplicationState.Granted;
        application.ForgetSteps();
        journal.Add(database, permit, decider.Actor, ActionOf(application.Purpose), detail, told: false);
    }

    private Decision DecisionOf(PermitApplication application, PermitFacts? facts, Guid? permit, Decider decider, Refusal? refusal, DecisionFacts? others = null) => new()
    {
        Id = random.NewId(),
        Ags = application.Ags,
        ApplicationId = application.Id,
        PermitId = permit,
        ResidentId = application.ResidentId,
        Purpose = application.Purpose,
        Outcome = refusal is null ? DecisionOutcome.Granted : DecisionOutcome.Refused,
        DecidedAt = time.GetUtcNow(),
        DecidedBy = decider.Actor,
        LegalBasis = decider.LegalBasis,
        RuleVersion = (facts is null ? rules.Today : rules.On(facts.Day)).Version,
        Facts = (others ?? FactsOf(application, facts)).Write(),
        Refusal = refusal is null ? null : StoredRefusal.Of(refusal).Write(),
    };

    private static DecisionFacts FactsOf(PermitApplication application, PermitFacts? facts) => new(facts, WishOf(application), ProposalOf(application))
    {
        ForeignCitizenId = ForeignCitizenId.Of(application),
        Question = CaseQuestion.Of(application),
        Statement = ProvisionalStatement.Of(application),
    };

    private static string ActionOf(ApplicationPurpose purpose) => purpose switch
    {
        ApplicationPurpose.Lapse => "permit-lapsed",
        ApplicationPurpose.FirstPermit => "permit-granted",
        ApplicationPurpose.Provisional => "permit-granted-provisionally",
        ApplicationPurpose.Suspension => "permit-suspended",
        ApplicationPurpose.TakingUp => "permit-taken-up",
        ApplicationPurpose.Renewal => "permit-renewed",
        ApplicationPurpose.PlateChange => "plates-changed",
        ApplicationPurpose.TemporaryPlate => "temporary-plate-added",
        ApplicationPurpose.ZoneSwap => "zone-changed",
        _ => "refund-decided",
    };

    private static PermitWish? WishOf(PermitApplication application) => application.Wish is { } json ? PermitWish.Read(json) : null;

    private static PermitProposal? ProposalOf(PermitApplication application) => application.Proposal is { } json ? PermitProposal.Read(json) : null;
}
