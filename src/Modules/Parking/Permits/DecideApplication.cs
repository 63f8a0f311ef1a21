using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.ProvisionalPermits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Permits;

/// <summary>Asks the registers about an application and does what the rules say: proposes, grants, refuses, waits, or lays it before a clerk.</summary>
internal sealed class DecideApplication(
    ReadPermitFacts read, TownRules rules, GrantPermit grantPermit, DecideProvisional provisional, ApplicationJournal journal, DecisionRecord decisions)
{
    /// <summary>One step; stored when it returns.</summary>
    /// <exception cref="DbUpdateException">Somebody was quicker: nothing was stored.</exception>
    public async Task ExecuteAsync(ParkingDb database, PermitApplication application, CancellationToken cancellationToken)
    {
        var answer = await read.ExecuteAsync(database, new ResidentId(application.ResidentId!), cancellationToken);
        if (!answer.Succeeded(out var registers, out var silence))
        {
            journal.Wait(database, application, silence);
            if (!await provisional.BeginAsync(database, application, cancellationToken))
                await database.SaveChangesAsync(cancellationToken);
            return;
        }

        var facts = registers with { Findings = ClerkFindings.Of(application) };
        if (application.Wish is null)
            Propose(database, application, facts);
        else if (await GrantAsync(database, application, facts, cancellationToken))
            return;

        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>True when the permit is granted and stored; else what happens instead is left to be stored.</summary>
    private async Task<bool> GrantAsync(ParkingDb database, PermitApplication application, PermitFacts facts, CancellationToken cancellationToken)
    {
        if (!PendingDecision.Decide(rules.On(facts.Day), facts, application).Succeeded(out var grant, out var refusal))
        {
            Deny(database, application, facts, refusal);
            return false;
        }

        if (Decider.Of(rules.On(facts.Day), facts.Findings, PreparedDecision.Of(grant, PermitWish.Read(application.Wish!).Months)) is not { } decider)
        {
            journal.LayBefore(database, application, new AwaitsRelease());
            return false;
        }

        await grantPermit.ExecuteAsync(database, application, facts, grant, decider, cancellationToken);
        return true;
    }

    private void Propose(ParkingDb database, PermitApplication application, PermitFacts facts)
    {
        var town = rules.On(facts.Day);
        if (!PermitRules.Propose(town, facts).Succeeded(out var proposal, out var refusal))
        {
            Deny(database, application, facts, refusal);
            return;
        }

        if (ProvisionalStatement.Of(application) is { Granted: null })
            application.Statement = null; // The registers have answered: what they say is shown, and nothing needs to be stated.
        (application.State, application.Proposal, application.Wish, application.NextAttemptAt) = (ApplicationState.WaitingForConfirmation, proposal.Write(), null, null);
        journal.Add(database, application, Actors.Program, "application-proposed", $"{town.Version}, {proposal.FeeRuleId}");
    }

    /// <summary>Another choice of the citizen may mend it, a clerk may decide it, or it is refused.</summary>
    private void Deny(ParkingDb database, PermitApplication application, PermitFacts facts, Refusal refusal)
    {
        switch (refusal)
        {
            case WishRefusal:
                Propose(database, application, facts);
                application.Refusal = StoredRefusal.Of(refusal).Write();
                break;
            case OfficeDecides reason:
                journal.LayBefore(database, application, reason);
                break;
            default:
                Refuse(database, application, facts, refusal);
                break;
        }
    }

    private void Refuse(ParkingDb database, PermitApplication application, PermitFacts facts, Refusal refusal)
    {
        if (Decider.Of(rules.On(facts.Day), facts.Findings, PreparedDecision.Of(refusal)) is { } decider)
            decisions.Refuse(database, application, facts, refusal, decider);
        else
            journal.LayBefore(database, application, new AwaitsRelease());
    }
}
